package org.yiwang.signup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiwang.testing.Refusals.refused;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiwang.activity.ActivityView;
import org.yiwang.activity.Conditions;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Role;
import org.yiwang.organization.Memberships;
import org.yiwang.testing.ActivityFixture;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.PeopleFixture;
import org.yiwang.testing.TeamFixture;
import org.yiwang.testing.TestClock;
import org.yiwang.testing.Visitor;
import org.yiwang.testing.Visitor.Answer;
import org.yiwang.testing.VolunteerFixture;
import org.yiwang.volunteer.PersonalExport;
import org.yiwang.volunteer.QualificationReview;
import org.yiwang.volunteer.QualificationView;
import org.yiwang.volunteer.Qualifications;
import org.yiwang.volunteer.VolunteerView;
import tools.jackson.databind.ObjectMapper;

/** From stating a certificate to signing up for a post that asks for it. */
@CityTest
class QualifiedSignUpTest {

    @Autowired
    private Qualifications qualifications;

    @Autowired
    private QualificationReview review;

    @Autowired
    private Memberships memberships;

    @Autowired
    private List<PersonalExport> exports;

    @Autowired
    private ObjectMapper json;

    @Autowired
    private SignUps signUps;

    @Autowired
    private ActivityFixture activities;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    private TeamFixture.Team team;
    private VolunteerView person;
    private ActivityView activity;

    @BeforeEach
    void start() {
        clock.reset();
        team = TeamFixture.team();
        person = VolunteerFixture.adult("急救甲");
        activity = activities.published(
                activities.draft(team.id()),
                ActivityFixture.post(
                        new Conditions(null, null, Set.of(), 0, Set.of("first-aid")),
                        activities.shift(Duration.ofDays(10), 120, 5)));
    }

    private Actor self() {
        return PeopleFixture.actor(person.contactAccountId());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private SignUpView apply() {
        return signUps.apply(
                self(), person.id(), activity.id(), activity.shifts().getFirst().id(), null, null);
    }

    private QualificationView state(String code, @Nullable LocalDate until) {
        qualifications.state(self(), person.id(), code, " 湖北省红十字会 𠮷 第０１２３号 ", until);
        return qualifications.list(self(), person.id()).getFirst();
    }

    @Test
    void counts_once_an_office_of_the_area_has_confirmed_it_and_not_before() {
        refused("signup.condition-qualification", this::apply);
        QualificationView stated = state("first-aid", today().plusDays(30));
        assertThat(stated.evidence()).isEqualTo("湖北省红十字会 𠮷 第０１２３号");
        refused("signup.condition-qualification", this::apply);

        Actor elsewhere = PeopleFixture.staff(Role.STREET_OFFICE, "4301");
        refused("access.out-of-scope", () -> review.confirm(elsewhere, person.id(), stated.id(), null));
        assertThat(review.queue(elsewhere, 1).items())
                .noneMatch(c -> c.qualification().id() == stated.id());
        refused("access.out-of-scope", () -> review.confirm(self(), person.id(), stated.id(), null));

        Actor street = PeopleFixture.staff(Role.STREET_OFFICE, "420102015");
        assertThat(review.queue(street, 1).items())
                .anyMatch(c -> c.qualification().id() == stated.id());
        review.confirm(street, person.id(), stated.id(), "");
        refused("volunteer.review-decided", () -> review.confirm(street, person.id(), stated.id(), null));
        assertThat(apply().state()).isEqualTo(SignUpView.State.ACCEPTED);
        assertThat(notices("notice.volunteer.qualification-confirmed")).isEqualTo(1);
        assertThat(jdbc.sql("select count(*) from account_audit where what = :what and subject = :subject")
                        .param("what", "volunteer.qualification-confirm")
                        .param("subject", "volunteer:" + Ids.text(person.id()))
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private int notices(String key) {
        return jdbc.sql("select count(*) from notification_inbox where account_id = :account and key = :key")
                .param("account", person.contactAccountId())
                .param("key", key)
                .query(Integer.class)
                .single();
    }

    @Test
    void an_administrator_of_a_team_the_person_belongs_to_decides_and_nobody_about_themselves() {
        QualificationView stated = state("first-aid", null);
        Actor admin = team.admin();
        refused("access.out-of-scope", () -> review.confirm(admin, person.id(), stated.id(), null));
        memberships.join(self(), team.id(), null, null);
        refused("volunteer.reason-needed", () -> review.giveBack(admin, person.id(), stated.id(), " "));
        assertThat(review.queue(admin, 1).items())
                .extracting(c -> c.qualification().id())
                .containsExactly(stated.id());
        review.giveBack(admin, person.id(), stated.id(), "编号看不清");
        assertThat(notices("notice.volunteer.qualification-returned")).isEqualTo(1);
        refused("signup.condition-qualification", this::apply);

        QualificationView again = state("first-aid", null);
        assertThat(again.id()).isNotEqualTo(stated.id());
        review.confirm(admin, person.id(), again.id(), null);
        assertThat(apply().state()).isEqualTo(SignUpView.State.ACCEPTED);

        VolunteerView leader = team.leader();
        qualifications.state(TeamFixture.actor(leader), leader.id(), "driver", "准驾车型 C1", null);
        long own = qualifications
                .list(TeamFixture.actor(leader), leader.id())
                .getFirst()
                .id();
        refused("volunteer.own-case", () -> review.confirm(admin, leader.id(), own, null));
    }

    @Test
    void one_that_ends_before_the_shift_does_not_count_and_one_taken_back_counts_no_more() {
        review.confirm(
                Actor.SYSTEM,
                person.id(),
                state("first-aid", today().plusDays(9)).id(),
                null);
        refused("signup.condition-qualification", this::apply);
        QualificationView longer = state("first-aid", today().plusDays(10));
        review.confirm(Actor.SYSTEM, person.id(), longer.id(), null);
        qualifications.withdraw(self(), person.id(), longer.id());
        refused("signup.condition-qualification", this::apply);
        refused("volunteer.qualification-unknown", () -> qualifications.withdraw(self(), person.id(), 1));
        refused("volunteer.qualification-ended", () -> state("first-aid", today().minusDays(1)));
        refused("volunteer.code-unknown", () -> state("astronaut", null));
        refused("volunteer.evidence-needed", () -> qualifications.state(self(), person.id(), "driver", " x ", null));
        VolunteerView stranger = VolunteerFixture.adult("乙");
        refused(
                "volunteer.not-yours",
                () -> qualifications.state(VolunteerFixture.actor(stranger), person.id(), "driver", "C1 驾照", null));
    }

    @Test
    void stands_in_what_is_handed_to_a_person_who_asks_for_all_data() {
        state("first-aid", today().plusDays(5));
        PersonalExport own = exports.stream()
                .filter(e -> e.section().equals("volunteer"))
                .findFirst()
                .orElseThrow();
        assertThat(json.writeValueAsString(own.export(person.id()))).contains("急救员证书", "湖北省红十字会 𠮷 第０１２３号", "STATED");
        assertThat(jdbc.sql("select evidence_sealed from volunteer_qualification where volunteer_id = :id")
                        .param("id", person.id())
                        .query((row, i) -> new String(row.getBytes(1), java.nio.charset.StandardCharsets.UTF_8))
                        .single())
                .doesNotContain("红十字会");
    }

    @Test
    void stating_the_same_again_while_it_waits_corrects_it() {
        QualificationView first = state("first-aid", null);
        QualificationView second = state("first-aid", today().plusDays(3));
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(qualifications.list(self(), person.id())).hasSize(1);
        assertThat(second.validUntil()).isEqualTo(today().plusDays(3));
    }

    @Test
    void the_pages_lead_from_the_refusal_to_the_statement_to_the_decision() {
        Visitor visitor = Visitor.asAccount(person.contactAccountId());
        String at = "/activities/" + Ids.text(activity.id());
        visitor.get(at);
        Answer refusal = visitor.post(
                at + "/shifts/" + Ids.text(activity.shifts().getFirst().id()) + "/sign-up",
                Map.of("volunteer", Ids.text(person.id()), "_key", "k1"));
        assertThat(refusal.status()).isEqualTo(409);
        assertThat(refusal.body()).contains("急救员证书", "/me/profile/qualifications?of=" + Ids.text(person.id()));
        assertThat(visitor.get("/me/profile").body()).contains("/me/profile/qualifications?of=");

        Answer wrong = visitor.post(
                "/me/profile/qualifications", Map.of("of", Ids.text(person.id()), "code", "first-aid", "evidence", ""));
        assertThat(wrong.status()).isEqualTo(200);
        Answer stated = visitor.post(
                "/me/profile/qualifications",
                Map.of("of", Ids.text(person.id()), "code", "first-aid", "evidence", "<b>红十字会</b> 0123"));
        assertThat(stated.location()).startsWith("/me/profile/qualifications?of=");
        assertThat(visitor.get(stated.location()).body()).contains("待核实", "&lt;b&gt;红十字会");
        long id = qualifications.list(self(), person.id()).getFirst().id();

        Visitor office =
                Visitor.asAccount(PeopleFixture.account("街道", PeopleFixture.at(Role.STREET_OFFICE, "420102015")));
        assertThat(office.get("/gov").body()).contains("/gov/qualifications");
        String path = "/gov/qualifications/" + Ids.text(person.id()) + "/" + Ids.text(id);
        assertThat(office.get(path).body()).contains("急*").doesNotContain("急救甲");
        assertThat(office.post(path, Map.of("decision", "return", "reason", "")).body())
                .contains("form-refusal");
        assertThat(office.post(path, Map.of("decision", "confirm", "reason", ""))
                        .location())
                .isEqualTo("/gov/qualifications");
        assertThat(visitor.get(stated.location()).body()).contains("已核实");
    }

    @Test
    void the_api_states_lists_and_decides_and_names_what_is_missing() {
        Visitor visitor = Visitor.asAccount(person.contactAccountId());
        String shift = "/api/v1/activities/" + Ids.text(activity.id()) + "/shifts/"
                + Ids.text(activity.shifts().getFirst().id()) + "/sign-ups";
        Answer refusal = visitor.api("POST", shift, Map.of("volunteerId", Ids.text(person.id())));
        assertThat(refusal.code()).isEqualTo("signup.condition-qualification");
        assertThat(refusal.body()).contains("急救员证书");

        String mine = "/api/v1/volunteers/" + Ids.text(person.id()) + "/qualifications";
        Answer made = visitor.api("POST", mine, Map.of("code", "first-aid", "evidence", "红十字会 0123"));
        String id = made.json().get(0).get("id").asString();
        Visitor admin = Visitor.asAccount(team.leader().contactAccountId());
        String decision = "/api/v1/qualifications/" + Ids.text(person.id()) + "/" + id + "/decision";
        assertThat(admin.api("POST", decision, Map.of("confirm", true)).code()).isEqualTo("access.out-of-scope");
        memberships.join(self(), team.id(), null, null);
        assertThat(admin.api("GET", "/api/v1/qualifications", null).body()).contains(id);
        assertThat(admin.api("POST", decision, Map.of("confirm", true)).status())
                .isEqualTo(204);
        assertThat(visitor.api("GET", mine, null).body()).contains("CONFIRMED");
        assertThat(visitor.api("POST", shift, Map.of("volunteerId", Ids.text(person.id())))
                        .body())
                .contains("ACCEPTED");
        assertThat(visitor.api("DELETE", mine + "/" + id, null).status()).isEqualTo(204);
        assertThat(List.of(visitor.api("GET", mine, null).body())).containsExactly("[]");
    }
}
