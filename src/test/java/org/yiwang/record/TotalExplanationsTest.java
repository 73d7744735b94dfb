package org.yiwang.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiwang.testing.Refusals.refused;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.record.TotalExplained.Part;
import org.yiwang.record.TotalExplained.Waiting;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.TeamFixture;
import org.yiwang.testing.TestClock;
import org.yiwang.testing.Visitor;
import org.yiwang.volunteer.VolunteerProblem;
import org.yiwang.volunteer.VolunteerView;

/** Every total of a person opens the records behind it, the rule that counted them, and what became of it lately. */
@CityTest
class TotalExplanationsTest {

    private static final TotalQuestion CREDIT = new TotalQuestion(TimeKind.CREDIT, null, null);

    @Autowired
    private TotalExplanations explanations;

    @Autowired
    private RecordCases cases;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    private VolunteerView person;
    private Actor actor;
    private LocalDate today;

    @BeforeEach
    void serve() {
        clock.reset();
        today = LocalDate.now(clock);
        person = TeamFixture.volunteer("欧阳晓岚");
        actor = TeamFixture.actor(person);
    }

    @Test
    void a_total_is_the_sum_of_records_and_tells_what_is_not_in_it_and_what_became_of_it() {
        RecordKey old = served(60, 90, TimeKind.CREDIT);
        RecordKey young = served(10, 30, TimeKind.CREDIT);
        served(9, 45, TimeKind.HONOUR);
        RecordFixture.pending(person.id(), today.minusDays(1), 20);
        cases.freeze(List.of(old), Because.of(7, "核实"));

        TotalExplained total = explanations.explain(actor, person.id(), CREDIT, 1);

        assertThat(total.minutes()).isEqualTo(30);
        assertThat(total.agrees()).isTrue();
        assertThat(total.byRule()).containsExactly(new Part(1, 1, 30));
        assertThat(total.lines().items()).extracting(RecordView::key).containsExactly(young);
        assertThat(total.notCounted())
                .containsExactly(new Waiting(RecordState.PENDING, 1, 20), new Waiting(RecordState.HELD, 1, 90));
        assertThat(total.change().minutesThen()).isEqualTo(90);
        assertThat(total.change().began()).isEqualTo(1);
        assertThat(total.change().beganMinutes()).isEqualTo(30);
        assertThat(total.change().ended()).isEqualTo(1);
        assertThat(total.change().endedMinutes()).isEqualTo(90);
    }

    @Test
    void a_year_a_category_and_a_kind_narrow_it() {
        served(400, 60, TimeKind.CREDIT);
        served(1, 30, TimeKind.CREDIT);
        served(2, 15, TimeKind.HONOUR);
        int year = today.minusDays(400).getYear();

        assertThat(minutes(new TotalQuestion(TimeKind.CREDIT, year, null))).isEqualTo(60);
        assertThat(minutes(new TotalQuestion(TimeKind.CREDIT, null, "06"))).isEqualTo(90);
        assertThat(minutes(new TotalQuestion(TimeKind.CREDIT, null, "01"))).isZero();
        assertThat(minutes(new TotalQuestion(TimeKind.HONOUR, null, null))).isEqualTo(15);
    }

    @Test
    void says_so_when_the_total_kept_is_not_what_the_records_come_to() {
        served(1, 30, TimeKind.CREDIT);
        jdbc.sql("update record_total set credit_minutes = credit_minutes + 1 where volunteer_id = :id")
                .param("id", person.id())
                .update();

        assertThat(explanations.explain(actor, person.id(), CREDIT, 1).agrees()).isFalse();

        jdbc.sql("update record_total set credit_minutes = credit_minutes - 1 where volunteer_id = :id")
                .param("id", person.id())
                .update();
        assertThat(explanations.explain(actor, person.id(), CREDIT, 1).agrees()).isTrue();
    }

    @Test
    void is_shown_to_the_person_alone_as_page_and_over_the_api() {
        served(1, 30, TimeKind.CREDIT);
        Visitor own = Visitor.asAccount(person.contactAccountId());
        Visitor stranger = Visitor.asAccount(TeamFixture.volunteer("李雷").contactAccountId());
        String page = "/me/hours/explain?kind=CREDIT&volunteer=" + Ids.text(person.id());

        assertThat(own.get(page).body())
                .contains("30 分", "/rules/record.counting/1")
                .doesNotContain("不一致");
        assertThat(own.get("/me/hours").body()).contains("/me/hours/explain?volunteer=" + Ids.text(person.id()));
        assertThat(stranger.get(page).status()).isEqualTo(403);
        refused(
                VolunteerProblem.NOT_YOURS,
                () -> explanations.explain(TeamFixture.actor(TeamFixture.volunteer("韩梅")), person.id(), CREDIT, 1));
    }

    private int minutes(TotalQuestion question) {
        TotalExplained total = explanations.explain(actor, person.id(), question, 1);
        assertThat(total.agrees()).isTrue();
        return total.minutes();
    }

    private RecordKey served(int daysAgo, int minutes, TimeKind kind) {
        return RecordFixture.effective(person.id(), today.minusDays(daysAgo), minutes, kind, "花桥志愿队", "清洁家园");
    }
}
