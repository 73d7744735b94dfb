package org.yiwang.volunteer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiwang.account.Consents;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.TestClock;
import org.yiwang.testing.TestPictures;
import org.yiwang.testing.Visitor;
import org.yiwang.testing.VolunteerFixture;

/** The photo on the card (domain B3), with a consent of its own, and the card on paper. */
@CityTest
class PortraitTest {

    private static final byte[] FACE = TestPictures.jpeg(900, 1200);

    @Autowired
    private Cards cards;

    @Autowired
    private Volunteers volunteers;

    @Autowired
    private Consents consents;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void reset() {
        clock.reset();
    }

    @Test
    void shows_a_photo_only_after_a_consent_of_its_own_and_only_while_the_code_is_fresh() {
        VolunteerView made = VolunteerFixture.adult("有照片");
        Visitor visitor = Visitor.asAccount(made.contactAccountId());
        assertThat(visitor.get("/me/card").body()).contains("放上照片").doesNotContain("volunteer-photo");
        assertThat(visitor.postMultipart("/me/card/photo", Map.of("photo", FACE))
                        .body())
                .contains("放照片须您单独同意");
        assertThat(visitor.postMultipart("/me/card/photo", Map.of("photo", new byte[0], "consent", "yes"))
                        .body())
                .contains("请选择照片");
        assertThat(visitor.postMultipart("/me/card/photo", Map.of("photo", FACE, "consent", "yes"))
                        .location())
                .startsWith("/me/card");
        assertThat(consents.has(made.contactAccountId(), Consents.PORTRAIT)).isTrue();
        assertThat(visitor.get("/me/card").body()).contains("/me/card/photo.jpg?of=" + Ids.text(made.id()));
        Visitor.Answer photo = visitor.get("/me/card/photo.jpg?of=" + Ids.text(made.id()));
        assertThat(photo.header("Content-Type")).isEqualTo("image/jpeg");
        assertThat(photo.header("Cache-Control")).contains("no-store");

        String fresh = cards.get(VolunteerFixture.actor(made), made.id()).code();
        assertThat(Visitor.anonymous().get("/c/" + fresh).body()).contains("data:image/jpeg;base64,", "有**");
        assertThat(Visitor.anonymous()
                        .api("GET", "/api/v1/volunteers/cards/" + fresh, null)
                        .json()
                        .get("portraitJpeg"))
                .isNotNull();
        clock.advance(Duration.ofMinutes(2));
        assertThat(Visitor.anonymous().get("/c/" + fresh).body()).doesNotContain("data:image");
    }

    @Test
    void keeps_it_sealed_and_deletes_it_when_taken_off() {
        VolunteerView made = VolunteerFixture.adult("删照片");
        Actor own = VolunteerFixture.actor(made);
        assertThatThrownBy(() -> cards.setPortrait(own, made.id(), FACE, false))
                .hasMessage("volunteer.consent-portrait");
        assertThatThrownBy(() ->
                        cards.setPortrait(VolunteerFixture.actor(VolunteerFixture.adult("路人")), made.id(), FACE, true))
                .hasMessage("volunteer.not-yours");
        cards.setPortrait(own, made.id(), FACE, true);
        assertThat(jdbc.sql("select picture_sealed from volunteer_portrait where volunteer_id = :id")
                        .param("id", made.id())
                        .query((row, i) -> new String(row.getBytes(1), StandardCharsets.ISO_8859_1))
                        .single())
                .doesNotContain("JFIF");
        assertThat(TestPictures.read(cards.portrait(own, made.id()).orElseThrow())
                        .getHeight())
                .isEqualTo(800);
        Visitor visitor = Visitor.asAccount(own.accountId());
        visitor.post("/me/card/photo/remove", Map.of("of", Ids.text(made.id())));
        assertThat(cards.portrait(own, made.id())).isEmpty();
        assertThat(visitor.get("/me/card/photo.jpg?of=" + Ids.text(made.id())).status())
                .isEqualTo(404);
    }

    @Test
    void prints_a_card_whose_code_verifies_the_number_and_checks_nobody_in() {
        VolunteerView made = VolunteerFixture.adult("打印证");
        Actor own = VolunteerFixture.actor(made);
        cards.setPortrait(own, made.id(), FACE, true);
        assertThat(Visitor.asAccount(own.accountId()).get("/me/card/print").body())
                .contains("print-card", made.number(), "打印证", "data:image/jpeg;base64,", "<svg class=\"qr\"");
        String address = cards.print(own, made.id()).address();
        String code = address.substring(address.lastIndexOf('/') + 1);
        Visitor.Answer scanned = Visitor.anonymous().get("/c/" + code);
        assertThat(scanned.body())
                .contains("有效", made.number(), "打*证".substring(0, 1) + "**", "这是打印的志愿者证")
                .doesNotContain("data:image", "打印证</");
        assertThatThrownBy(() -> volunteers.scanCard(code)).hasMessage("volunteer.card-printed");
        assertThatThrownBy(() -> cards.print(VolunteerFixture.actor(VolunteerFixture.adult("别的")), made.id()))
                .hasMessage("volunteer.not-yours");
    }
}
