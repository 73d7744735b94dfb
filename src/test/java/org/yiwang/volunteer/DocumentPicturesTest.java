package org.yiwang.volunteer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yiwang.testing.VolunteerFixture.COMMUNITY;
import static org.yiwang.testing.VolunteerFixture.newIdNumber;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Role;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.PeopleFixture;
import org.yiwang.testing.TestClock;
import org.yiwang.testing.TestPictures;
import org.yiwang.testing.Visitor;
import org.yiwang.testing.VolunteerFixture;
import org.yiwang.volunteer.DocumentPictures.Side;

/** Pictures of documents that no machine can check: what is accepted, who sees them, how long they are kept. */
@CityTest
class DocumentPicturesTest {

    private static final byte[] GOOD = TestPictures.jpeg(800, 600);

    @Autowired
    private Pictures pictures;

    @Autowired
    private DocumentPictures documents;

    @Autowired
    private PictureStore store;

    @Autowired
    private Registration registration;

    @Autowired
    private VolunteerReview review;

    @Autowired
    private PersonalData data;

    @Autowired
    private Deadlines deadlines;

    @Autowired
    private CaseStore cases;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void reset() {
        clock.reset();
    }

    static Stream<Arguments> wrongFiles() {
        return Stream.of(
                Arguments.of("nothing", new byte[0], "empty"),
                Arguments.of("a megabyte too much", Arrays.copyOf(GOOD, 6 * 1024 * 1024), "too-big"),
                Arguments.of("a text", "not a picture".getBytes(StandardCharsets.UTF_8), "kind"),
                Arguments.of("a GIF", "GIF89a\1\0\1\0".getBytes(StandardCharsets.ISO_8859_1), "kind"),
                Arguments.of("a page", "<html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8), "kind"),
                Arguments.of("the start of a JPEG", new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff}, "kind"),
                Arguments.of("half a JPEG", Arrays.copyOf(GOOD, GOOD.length / 2), "broken"),
                Arguments.of("half a PNG", Arrays.copyOf(TestPictures.png(800, 600), 900), "broken"),
                Arguments.of("a JPEG without pixels", emptied(GOOD), "broken"),
                Arguments.of("a PNG that would fill the memory", TestPictures.bomb(60_000), "too-large"),
                Arguments.of("thirty scans more than needed", TestPictures.progressive(300, 300, 30), "scans"),
                Arguments.of("scans hidden in a segment", TestPictures.progressiveHiding(300, 300, 30), "scans"),
                Arguments.of("scans behind a reserved marker", TestPictures.withSegment(GOOD, 2, GOOD), "broken"),
                Arguments.of("a very large one of scans", TestPictures.progressiveSaying(6000, 5000), "too-large"),
                Arguments.of("a stamp", TestPictures.jpeg(100, 900), "too-small"),
                Arguments.of("an archive behind", TestPictures.joined(GOOD, "PK\3\4and so on"), "mixed"),
                Arguments.of("a document behind", TestPictures.joined(TestPictures.png(400, 400), "%PDF-1.7"), "mixed"),
                Arguments.of("a program behind", TestPictures.joined(GOOD, "MZ\u0090\0"), "mixed"),
                Arguments.of(
                        "a page in a remark",
                        TestPictures.withSegment(GOOD, 0xfe, "<ScRipt>alert(1)".getBytes(StandardCharsets.US_ASCII)),
                        "mixed"));
    }

    private static byte[] emptied(byte[] jpeg) {
        int scan = 0;
        while ((jpeg[scan] & 0xff) != 0xff || (jpeg[scan + 1] & 0xff) != 0xda) {
            scan++;
        }
        byte[] out = Arrays.copyOf(jpeg, scan + 16);
        out[scan + 14] = (byte) 0xff;
        out[scan + 15] = (byte) 0xd9;
        return out;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongFiles")
    void refuses_by_name(String what, byte[] file, String reason) {
        assertThatThrownBy(() -> pictures.clean(file, 1600)).hasMessage("volunteer.picture-" + reason);
    }

    @Test
    void keeps_the_picture_and_nothing_else() {
        byte[] taken = TestPictures.withSegment(
                TestPictures.jpeg(4000, 3000), 0xe1, TestPictures.exif(6, "30.59N 114.30E, serial 4711"));
        byte[] clean = pictures.clean(taken, 1600);
        assertThat(new String(clean, StandardCharsets.ISO_8859_1)).doesNotContain("4711", "Exif");
        BufferedImage upright = TestPictures.read(clean);
        assertThat(upright.getWidth()).isEqualTo(1200);
        assertThat(upright.getHeight()).isEqualTo(1600);
        // Held upright: what was left is on top now.
        assertThat(upright.getRGB(600, 100) & 0xff).isLessThan(40);
        assertThat(upright.getRGB(600, 1500) & 0xff).isGreaterThan(200);
        assertThat(TestPictures.read(pictures.clean(TestPictures.png(640, 480), 1600))
                        .getWidth())
                .isEqualTo(640);
        byte[] film = TestPictures.joined(GOOD, "\0\0\0\30ftypmp42 a film, as phones add it");
        assertThat(new String(pictures.clean(film, 1600), StandardCharsets.ISO_8859_1))
                .doesNotContain("ftyp");
    }

    @Test
    void takes_a_picture_that_grows_sharper_as_programs_write_them() {
        byte[] clean = pictures.clean(TestPictures.progressive(900, 600, 0), 1600);
        assertThat(TestPictures.read(clean).getWidth()).isEqualTo(900);
    }

    @Test
    void takes_pictures_apart_on_few_threads_of_their_own_and_not_for_ever() {
        try (PictureRoom room = new PictureRoom(1, Duration.ofMillis(50), Duration.ofSeconds(1))) {
            CountDownLatch hold = new CountDownLatch(1);
            AtomicReference<Thread> worker = new AtomicReference<>();
            CountDownLatch ended = new CountDownLatch(1);
            assertThatThrownBy(() -> room.run(over -> {
                        worker.set(Thread.currentThread());
                        awaited(hold);
                        ended.countDown();
                        return new byte[] {over.getAsBoolean() ? (byte) 1 : 0};
                    }))
                    .hasMessage("volunteer.picture-slow");
            assertThat(worker.get().isVirtual()).isFalse();
            assertThatThrownBy(() -> room.run(over -> new byte[0]))
                    .as("its thread is still taken")
                    .hasMessage("volunteer.pictures-busy");
            hold.countDown();
            awaited(ended);
        }
        try (PictureRoom room = new PictureRoom(1, Duration.ofSeconds(20), Duration.ofSeconds(20))) {
            for (int i = 0; i < 3; i++) {
                assertThatThrownBy(() -> room.run(over -> {
                            throw new IllegalStateException("as readers do");
                        }))
                        .hasMessage("volunteer.picture-broken");
            }
            assertThat(room.run(over -> new byte[] {7})).containsExactly(7);
        }
    }

    private static void awaited(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void stops_reading_when_the_time_is_over() {
        PictureFile file = PictureFile.read(GOOD);
        assertThatThrownBy(() -> Pictures.decoded(file, pictures.rule(), 1600, () -> true))
                .hasMessage("volunteer.picture-slow");
    }

    @Test
    void takes_so_many_pictures_from_one_account_within_an_hour() {
        VolunteerView made = waiting("Gil Hour");
        Actor own = VolunteerFixture.actor(made);
        for (int i = 0; i < 30; i++) {
            assertThatThrownBy(() -> documents.add(own, made.id(), Side.FRONT, new byte[0]))
                    .hasMessage("volunteer.picture-empty");
        }
        assertThatThrownBy(() -> documents.add(own, made.id(), Side.FRONT, GOOD))
                .hasMessage("volunteer.pictures-too-many");
        clock.advance(Duration.ofHours(1));
        documents.add(own, made.id(), Side.FRONT, GOOD);
        assertThat(store.sides(made.id())).hasSize(1);
    }

    @Test
    void asks_for_pictures_after_joining_and_keeps_the_good_one_when_the_other_is_refused() {
        VolunteerView made = waiting("Anna Berg");
        Visitor visitor = Visitor.asAccount(made.contactAccountId());
        assertThat(visitor.get("/me/card").body()).contains("/me/document?of=");
        assertThat(visitor.get("/me/profile").body()).contains("/me/document?of=" + Ids.text(made.id()));
        assertThat(visitor.get("/me/document").body()).contains("multipart/form-data", "5 MB", "7 天");

        Visitor.Answer none = visitor.postMultipart("/me/document", Map.of());
        assertThat(none.body()).contains("请选择照片");
        Visitor.Answer half =
                visitor.postMultipart("/me/document", Map.of("front", GOOD, "back", new byte[] {1, 2, 3, 4}));
        assertThat(half.status()).isEqualTo(200);
        assertThat(half.body()).contains("已收到正面", "不是 JPEG 或 PNG 照片");
        assertThat(visitor.postMultipart("/me/document", Map.of("back", new byte[6 * 1024 * 1024]))
                        .body())
                .contains("每张不超过 5 MB");
        Visitor.Answer done = visitor.postMultipart("/me/document", Map.of("back", TestPictures.png(500, 500)));
        assertThat(done.location()).startsWith("/me/card");
        assertThat(visitor.get("/me/card").body()).contains("已收到 2 张");
    }

    @Test
    void says_so_when_a_form_is_too_large_to_be_read_at_all() {
        Visitor visitor = Visitor.asAccount(waiting("Ben Large").contactAccountId());
        Visitor.Answer answer = visitor.postMultipart("/me/document", Map.of("front", new byte[40 * 1024 * 1024]));
        assertThat(answer.status()).isEqualTo(303);
        assertThat(visitor.get(answer.location()).body()).contains("文件太大");
    }

    @Test
    void stores_them_sealed_and_shows_them_to_reviewers_for_a_purpose_only() {
        VolunteerView made = waiting("Cleo Dunn");
        documents.add(VolunteerFixture.actor(made), made.id(), Side.FRONT, GOOD);
        byte[] stored = jdbc.sql("select picture_sealed from volunteer_document_picture where volunteer_id = :id")
                .param("id", made.id())
                .query((row, i) -> row.getBytes(1))
                .single();
        assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain("JFIF");

        long caseId = cases.of(made.id()).getFirst().id();
        Actor office = PeopleFixture.staff(Role.STREET_OFFICE, COMMUNITY.value().substring(0, 9));
        Actor elsewhere = PeopleFixture.staff(Role.DISTRICT_OFFICE, "420111");
        Actor community = PeopleFixture.staff(Role.COMMUNITY_STAFF, COMMUNITY.value());
        assertThatThrownBy(() -> documents.look(office, made.id(), caseId, " ")).hasMessage("volunteer.purpose-needed");
        assertThatThrownBy(() -> documents.look(elsewhere, made.id(), caseId, "核对"))
                .hasMessage("access.out-of-scope");
        assertThatThrownBy(() -> documents.look(community, made.id(), caseId, "核对"))
                .hasMessage("access.out-of-scope");

        Visitor reviewer = Visitor.asAccount(office.accountId());
        String path = "/gov/volunteers/queue/" + Ids.text(made.id()) + "/" + Ids.text(caseId);
        assertThat(reviewer.get(path).body()).contains("照片 1 张").doesNotContain("data:image");
        assertThat(reviewer.post(path + "/pictures", Map.of("purpose", "")).body())
                .doesNotContain("data:image");
        Visitor.Answer seen = reviewer.post(path + "/pictures", Map.of("purpose", "核对护照"));
        assertThat(seen.body()).contains("src=\"data:image/jpeg;base64,");
        assertThat(seen.header("Cache-Control")).contains("no-store");
        assertThat(jdbc.sql("select count(*) from account_audit where what = 'personal-data.look'"
                                + " and subject = :subject and :region like region_code || '%'")
                        .param("region", COMMUNITY.value())
                        .param("subject", "volunteer:" + Ids.text(made.id()))
                        .query((row, i) -> row.getLong(1))
                        .single())
                .isEqualTo(1);
    }

    @Test
    void deletes_them_some_days_after_the_decision_and_at_once_on_closing() {
        VolunteerView made = waiting("Dora Ek");
        Actor own = VolunteerFixture.actor(made);
        documents.add(own, made.id(), Side.FRONT, GOOD);
        Actor office =
                PeopleFixture.staff(Role.DISTRICT_OFFICE, COMMUNITY.value().substring(0, 6));
        review.approve(office, made.id(), cases.of(made.id()).getFirst().id(), "护照原件一致");
        assertThat(store.sides(made.id())).hasSize(1);
        long decided = cases.of(made.id()).getFirst().id();
        assertThatThrownBy(() -> documents.look(office, made.id(), decided, "再看看"))
                .hasMessage("volunteer.review-decided");
        assertThatThrownBy(() -> documents.add(own, made.id(), Side.BACK, GOOD))
                .hasMessage("volunteer.picture-not-wanted");
        clock.advance(Duration.ofDays(6));
        deadlines.settle();
        assertThat(store.sides(made.id())).hasSize(1);
        clock.advance(Duration.ofDays(1));
        deadlines.settle();
        assertThat(store.sides(made.id())).isEmpty();

        clock.reset();
        VolunteerView leaving = waiting("Emil Fry");
        Actor goes = VolunteerFixture.actor(leaving);
        documents.add(goes, leaving.id(), Side.FRONT, GOOD);
        data.sendCode(goes, "");
        String mobile =
                org.yiwang.testing.City.bean(org.yiwang.account.Accounts.class).mobile(goes.accountId());
        data.close(goes, data.prove(goes, org.yiwang.testing.TextMessages.code(mobile)));
        assertThat(store.sides(leaving.id())).isEmpty();
    }

    @Test
    void takes_pictures_from_the_person_only_and_only_where_one_is_needed() {
        VolunteerView made = waiting("Finn Gray");
        assertThatThrownBy(() -> documents.add(
                        VolunteerFixture.actor(VolunteerFixture.adult("外人")), made.id(), Side.FRONT, GOOD))
                .hasMessage("volunteer.not-yours");
        VolunteerView checked = VolunteerFixture.adult("有身份证");
        assertThatThrownBy(() -> documents.add(VolunteerFixture.actor(checked), checked.id(), Side.FRONT, GOOD))
                .hasMessage("volunteer.picture-not-wanted");
    }

    private VolunteerView waiting(String name) {
        return registration.open(
                PeopleFixture.newMobile(),
                null,
                RegistrationTest.passport(name, "P" + newIdNumber(LocalDate.of(1990, 1, 1))));
    }
}
