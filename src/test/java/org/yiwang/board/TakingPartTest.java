package org.yiwang.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiwang.testing.Refusals.refused;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.RegionCode;
import org.yiwang.record.RecordFixture;
import org.yiwang.record.TimeKind;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.PeopleFixture;
import org.yiwang.testing.TeamFixture;
import org.yiwang.testing.TestClock;
import org.yiwang.testing.Visitor;
import org.yiwang.testing.VolunteerFixture;
import org.yiwang.volunteer.Guardians;
import org.yiwang.volunteer.VolunteerView;

/** Nobody is on a board who has not agreed, and whoever leaves is gone. */
@CityTest
class TakingPartTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 3);
    private static final BoardQuery MONTH = new BoardQuery(
            BoardKey.on(Span.MONTH, DAY, new Facet.OfOrganization(RecordFixture.organization("桥头志愿队"))),
            new RegionCode("420102"));

    @Autowired
    private TakingPart taking;

    @Autowired
    private Boards boards;

    @Autowired
    private BoardProjector projector;

    @Autowired
    private Guardians guardians;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    @AfterEach
    void reset() {
        clock.reset();
    }

    @Test
    void nothing_is_kept_of_somebody_who_never_agreed() {
        VolunteerView person = served("路人", 90);

        projector.projectNoted();

        assertThat(rows(person)).isZero();
        assertThat(boards.get(actor(person), MONTH).mine()).isEmpty();
    }

    @Test
    void is_on_the_board_when_the_answer_comes_and_gone_when_the_next_does() {
        VolunteerView person = served("欧阳明", 90);
        VolunteerView other = served("司马青", 90);
        VolunteerView more = served("诸葛亮", 120);
        List<VolunteerView> crowd = List.of(served("夏侯甲", 30), served("夏侯乙", 15), served("夏侯丙", 10));
        Stream.concat(Stream.of(person, other, more), crowd.stream())
                .forEach(each -> taking.join(actor(each), each.id()));

        BoardView board = boards.get(actor(person), MONTH);

        assertThat(board.top())
                .extracting(BoardLine::rank, BoardLine::name, BoardLine::district, BoardLine::amount)
                .startsWith(
                        org.assertj.core.groups.Tuple.tuple(1, "诸**", "江岸区", 120),
                        org.assertj.core.groups.Tuple.tuple(2, "欧**", "江岸区", 90),
                        org.assertj.core.groups.Tuple.tuple(2, "司**", "江岸区", 90));
        assertThat(board.mine()).containsExactly(new BoardView.Mine(person.id(), "欧阳明", 2, 90));

        taking.leave(actor(more), more.id());

        assertThat(boards.get(actor(person), MONTH).top())
                .extracting(BoardLine::rank)
                .containsExactly(1, 1, 3, 4, 5);
        assertThat(boards.get(actor(more), MONTH).mine()).isEmpty();
        assertThat(rows(more)).isZero();
        taking.leave(actor(other), other.id());
        // Four are left: nobody is listed, and each still knows the own rank.
        assertThat(boards.get(actor(person), MONTH).people()).isEqualTo(4);
        assertThat(boards.get(actor(person), MONTH).top()).isEmpty();
        assertThat(boards.get(actor(person), MONTH).mine())
                .containsExactly(new BoardView.Mine(person.id(), "欧阳明", 1, 90));
        taking.leave(actor(person), person.id());
        crowd.forEach(each -> taking.leave(actor(each), each.id()));
        assertThat(boards.get(actor(person), MONTH).people()).isZero();
    }

    @Test
    void joining_in_a_loop_is_refused_and_leaving_never_is() {
        VolunteerView person = served("反复", 30);
        for (int i = 0; i < 20; i++) {
            taking.join(actor(person), person.id());
            taking.leave(actor(person), person.id());
        }

        refused(BoardProblem.TOO_OFTEN, () -> taking.join(actor(person), person.id()));
        taking.leave(actor(person), person.id());
    }

    @Test
    void a_guardian_agrees_for_a_minor_whose_place_ends_on_coming_of_age() {
        VolunteerView guardian = VolunteerFixture.adult("许母");
        VolunteerView child = VolunteerFixture.ward(actor(guardian), "许小", LocalDate.of(2012, 2, 29));
        VolunteerView stranger = VolunteerFixture.adult("外人");
        RecordFixture.effective(child.id(), DAY, 60, TimeKind.CREDIT, "桥头志愿队", "清洁家园");
        String mobile = PeopleFixture.newMobile();
        guardians.sendCode(actor(guardian), child.id(), mobile, "198.51.100.7");
        guardians.openAccount(actor(guardian), child.id(), mobile, PeopleFixture.lastCode(mobile));
        Actor self = PeopleFixture.actor(Objects.requireNonNull(
                taking.list(actor(guardian)).getLast().volunteer().accountId()));

        refused(BoardProblem.GUARDIAN_AGREES, () -> taking.join(self, child.id()));
        refused("volunteer.not-yours", () -> taking.join(actor(stranger), child.id()));
        taking.join(actor(guardian), child.id());

        assertThat(boards.get(actor(guardian), MONTH).mine())
                .containsExactly(new BoardView.Mine(child.id(), "许小", 1, 60));
        clock.set(
                LocalDate.of(2030, 2, 28).atTime(12, 0).atZone(clock.getZone()).toInstant());
        projector.letGrownGo();
        assertThat(rows(child)).isPositive();
        clock.set(LocalDate.of(2030, 3, 1).atStartOfDay(clock.getZone()).toInstant());
        projector.letGrownGo();
        assertThat(rows(child)).isZero();
        taking.join(self, child.id());
        assertThat(rows(child)).isPositive();
        taking.leave(self, child.id());
    }

    @Test
    void whoever_closes_the_registration_is_on_no_board() {
        VolunteerView guardian = VolunteerFixture.adult("许父");
        VolunteerView child = VolunteerFixture.ward(actor(guardian), "许末", LocalDate.of(2014, 4, 4));
        RecordFixture.effective(child.id(), DAY, 60, TimeKind.CREDIT, "桥头志愿队", "清洁家园");
        taking.join(actor(guardian), child.id());
        assertThat(rows(child)).isPositive();

        guardians.close(actor(guardian), child.id());
        projector.projectNoted();

        assertThat(rows(child)).isZero();
    }

    @Test
    void over_json_one_joins_looks_why_and_leaves() {
        VolunteerView person = served("公孙红", 45);
        RecordFixture.effective(person.id(), DAY.plusDays(1), 30, TimeKind.HONOUR, "桥头志愿队", "荣誉不算");
        Visitor visitor = Visitor.asAccount(person.contactAccountId());
        String mine = "/api/v1/me/board/" + Ids.text(person.id());
        assertThat(visitor.api("GET", "/api/v1/me/board", null)
                        .json()
                        .get(0)
                        .get("takesPart")
                        .asBoolean())
                .isFalse();
        assertThat(visitor.api("PUT", mine, null).status()).isEqualTo(204);

        String board = "span=week&day=2026-11-03&organization=" + Ids.text(RecordFixture.organization("桥头志愿队"));
        var json = visitor.api("GET", "/api/v1/boards?region=420102&" + board, null)
                .json();
        assertThat(json.get("startsOn").asString()).isEqualTo("2026-11-02");
        assertThat(json.get("items").isEmpty()).isTrue();
        assertThat(json.get("mine").get(0).get("creditMinutes").asInt()).isEqualTo(45);
        var records = visitor.api("GET", mine + "/records?" + board, null).json();
        assertThat(records.size()).isEqualTo(1);
        assertThat(records.get(0).get("creditMinutes").asInt()).isEqualTo(45);
        assertThat(visitor.api("GET", "/api/v1/boards?kind=times&span=year&day=2026-11-03", null)
                        .json()
                        .get("mine")
                        .toString())
                .endsWith("\"count\":1}]");
        assertThat(visitor.api("GET", "/api/v1/boards?span=week&day=2026-11-03", null)
                        .json()
                        .get("items")
                        .toString())
                .contains("\"name\":\"公**\",\"district\":\"江岸区\",\"creditMinutes\":45}");
        assertThat(visitor.api("DELETE", mine, null).status()).isEqualTo(204);
        assertThat(visitor.api("GET", "/api/v1/boards?region=420102&" + board, null)
                        .json()
                        .get("people")
                        .asInt())
                .isZero();

        assertThat(visitor.api("GET", "/api/v1/boards?kind=steps", null).code()).isEqualTo("board.no-kind");
        assertThat(visitor.api("GET", "/api/v1/boards?kind=months&span=week", null)
                        .code())
                .isEqualTo("board.not-by-period");
        assertThat(visitor.api("GET", "/api/v1/boards?kind=newcomers&span=all", null)
                        .code())
                .isEqualTo("board.not-by-period");
        assertThat(visitor.api("GET", "/api/v1/boards?region=110101", null).code())
                .isEqualTo("board.outside");
        assertThat(visitor.api("GET", "/api/v1/boards?span=day", null).code()).isEqualTo("board.no-period");
        assertThat(visitor.api("GET", "/api/v1/boards?day=yesterday", null).code())
                .isEqualTo("board.no-period");
        assertThat(visitor.api("GET", "/api/v1/boards?category=01&" + board, null)
                        .code())
                .isEqualTo("board.one-facet");
    }

    @Test
    void on_the_page_one_joins_and_leaves_by_one_button() {
        VolunteerView person = served("令狐冲", 60);
        Visitor visitor = Visitor.asAccount(person.contactAccountId());
        var who = Map.of("volunteer", Ids.text(person.id()));

        assertThat(visitor.get("/boards?span=MONTH&day=2026-11-03").text()).contains("同意上榜（令狐冲）");
        assertThat(visitor.post("/me/board/join", who).status()).isEqualTo(303);
        assertThat(visitor.get("/boards?span=MONTH&day=2026-11-03").text()).contains("令狐冲：第 ", "退出排行榜（令狐冲）");
        assertThat(visitor.get("/boards/records?span=MONTH&day=2026-11-03&volunteer=" + Ids.text(person.id()))
                        .text())
                .contains("清洁家园", "一共 1 小时");
        assertThat(visitor.post(
                                "/me/board/leave",
                                Map.of(
                                        "volunteer",
                                        Ids.text(person.id()),
                                        "span",
                                        "MONTH",
                                        "day",
                                        "2026-11-03",
                                        "of",
                                        "category:06"))
                        .location())
                .endsWith("/boards?span=MONTH&day=2026-11-03&of=category%3A06");
        assertThat(visitor.get("/boards?span=MONTH&day=2026-11-03").text()).doesNotContain("令狐冲：第 ");
    }

    @Test
    void every_organization_leads_to_its_board() {
        TeamFixture.Team team = TeamFixture.team();
        Visitor visitor = Visitor.asAccount(VolunteerFixture.adult("外队的人").contactAccountId());

        String board = "/boards?of=organization:" + Ids.text(team.id());

        assertThat(visitor.get("/organizations/" + Ids.text(team.id())).body()).contains(board);
        assertThat(visitor.get(board).text()).contains("这张榜上还没有人");
    }

    private static VolunteerView served(String name, int minutes) {
        VolunteerView person = VolunteerFixture.adult(name);
        RecordFixture.effective(person.id(), DAY, minutes, TimeKind.CREDIT, "桥头志愿队", "清洁家园");
        return person;
    }

    private static Actor actor(VolunteerView person) {
        return VolunteerFixture.actor(person);
    }

    private int rows(VolunteerView person) {
        return jdbc.sql("""
                        select (select count(*) from board_member where volunteer_id = :person)
                            + (select count(*) from board_dirty where volunteer_id = :person)
                            + (select count(*) from board_score where volunteer_id = :person)""").param("person", person.id()).query(Integer.class).single();
    }
}
