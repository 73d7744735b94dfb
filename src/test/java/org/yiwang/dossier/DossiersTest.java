package org.yiwang.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiwang.testing.Refusals.refused;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiwang.activity.ActivityView;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.RegionCode;
import org.yiwang.kernel.Role;
import org.yiwang.record.Records;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.PeopleFixture;
import org.yiwang.testing.TeamFixture;
import org.yiwang.testing.TeamFixture.Team;
import org.yiwang.testing.TestClock;
import org.yiwang.testing.VolunteerFixture;
import org.yiwang.volunteer.PersonalExport;
import org.yiwang.volunteer.VolunteerProblem;
import org.yiwang.volunteer.VolunteerView;

/** Training and commendations: who records them, who decides, who sees them. */
@CityTest
class DossiersTest {

    @Autowired
    private Trainings trainings;

    @Autowired
    private Commendations commendations;

    @Autowired
    private Dossiers dossiers;

    @Autowired
    private DossierDesk desk;

    @Autowired
    private Records records;

    @Autowired
    private List<PersonalExport> exports;

    @Autowired
    private TestClock clock;

    private Team team;
    private VolunteerView person;
    private Actor me;

    @BeforeEach
    void begin() {
        clock.reset();
        team = TeamFixture.team();
        person = VolunteerFixture.adult("李雷");
        me = VolunteerFixture.actor(person);
    }

    @Test
    void a_team_records_training_of_those_who_served_with_it_once_and_never_as_service() {
        VolunteerView stranger = VolunteerFixture.adult("外人");
        TrainingDraft course = training("急救常识");
        refused(DossierProblem.NOT_OF_YOURS, () -> ofTeam(course, person));
        Served.closed(team, person);

        assertThat(ofTeam(course, person)).isOne();
        assertThat(ofTeam(course, person)).isZero();
        refused(DossierProblem.NOT_OF_YOURS, () -> ofTeam(training("消防"), person, stranger));
        refused(DossierProblem.OWN_MATTER, () -> ofTeam(course, team.leader()));
        refused(
                DossierProblem.NUMBER_UNKNOWN,
                () -> trainings.ofTeam(team.admin(), team.id(), course, List.of("420102260000000")));
        refused(
                Actor.AccessProblem.OUT_OF_SCOPE,
                () -> trainings.ofTeam(TeamFixture.team().admin(), team.id(), course, List.of(person.number())));

        Dossier dossier = dossiers.mine(me, person.id());
        assertThat(dossier.trainings()).extracting(t -> t.facts().name()).containsExactly("急救常识");
        assertThat(dossier.learningMinutes()).isEqualTo(90);
        assertThat(records.effectiveMinutes(person.id())).isLessThan(180);
    }

    @Test
    void the_crew_of_an_activity_is_recorded_at_once_without_whoever_records_it() {
        VolunteerView other = VolunteerFixture.adult("韩梅梅");
        ActivityView activity = Served.closed(team, person, other, team.leader());

        assertThat(trainings.ofCrew(team.admin(), activity.id(), training("岗前培训")))
                .isEqualTo(2);
        assertThat(dossiers.of(team.leader().id()).trainings()).isEmpty();
    }

    @Test
    void an_office_records_training_of_people_of_its_area_only() {
        Actor district = PeopleFixture.staff(Role.DISTRICT_OFFICE, "420102");
        Actor elsewhere = PeopleFixture.staff(Role.DISTRICT_OFFICE, "420106");
        RegionCode area = new RegionCode("420102");
        List<String> numbers = List.of(person.number());

        assertThat(trainings.ofOffice(district, area, training("志愿者骨干班"), numbers))
                .isOne();
        refused(Actor.AccessProblem.OUT_OF_SCOPE, () -> trainings.ofOffice(elsewhere, area, training("骨干班"), numbers));
        refused(
                DossierProblem.NOT_OF_YOURS,
                () -> trainings.ofOffice(elsewhere, new RegionCode("420106"), training("骨干班"), numbers));
    }

    @Test
    void a_correction_supersedes_with_a_reason_that_the_volunteer_reads() {
        Served.closed(team, person);
        ofTeam(training("急救常识"), person);
        Training wrong = dossiers.of(person.id()).trainings().getFirst();
        long entry = wrong.mark().entryId();
        TrainingDraft right = new TrainingDraft("急救常识", "心肺复苏", 120, "区红十字会", LocalDate.of(2026, 11, 1));

        refused(DossierProblem.REASON_NEEDED, () -> desk.correct(team.admin(), person.id(), entry, right, " "));
        refused(Actor.AccessProblem.OUT_OF_SCOPE, () -> desk.correct(me, person.id(), entry, right, "我要改"));
        desk.correct(team.admin(), person.id(), entry, right, "时长记少了");

        assertThat(dossiers.of(person.id()).learningMinutes()).isEqualTo(120);
        assertThat(dossiers.entry(me, person.id(), entry).steps())
                .extracting(EntryStep::what, EntryStep::why)
                .contains(org.assertj.core.groups.Tuple.tuple("SUPERSEDED", "时长记少了"));
        refused(DossierProblem.NOT_LIVE, () -> desk.declareVoid(team.admin(), person.id(), entry, "再改"));
    }

    @Test
    void a_governments_award_is_decided_by_the_office_of_its_level() {
        long entry = commendations.apply(me, person.id(), award(Award.GOVERNMENT, AwardLevel.COUNTY), null);
        Actor street = PeopleFixture.staff(Role.STREET_OFFICE, "420102015");
        Actor district = PeopleFixture.staff(Role.DISTRICT_OFFICE, "420102");

        refused(Actor.AccessProblem.OUT_OF_SCOPE, () -> commendations.decide(street, person.id(), entry, true, null));
        refused(
                Actor.AccessProblem.OUT_OF_SCOPE,
                () -> commendations.decide(team.admin(), person.id(), entry, true, null));
        assertThat(desk.waiting(district)).anyMatch(e -> e.mark().entryId() == entry);
        commendations.decide(district, person.id(), entry, true, null);
        refused(DossierProblem.ALREADY_DECIDED, () -> commendations.decide(district, person.id(), entry, false, "晚了"));
        assertThat(dossiers.of(person.id()).commendations())
                .extracting(c -> c.mark().state())
                .containsExactly(EntryState.RECORDED);
    }

    @Test
    void an_award_of_others_is_verified_by_an_organization_of_the_volunteer() {
        CommendationDraft draft = award(Award.OTHER, null);
        refused(DossierProblem.NOT_OF_YOURS, () -> commendations.apply(me, person.id(), draft, team.id()));
        refused(DossierProblem.NOBODY, () -> commendations.apply(me, person.id(), draft, null));
        Served.closed(team, person);
        long entry = commendations.apply(me, person.id(), draft, team.id());

        assertThat(dossiers.ofMember(team.admin(), team.id(), person.id()).commendations())
                .isEmpty();
        refused(DossierProblem.REASON_NEEDED, () -> commendations.decide(team.admin(), person.id(), entry, false, ""));
        commendations.decide(team.admin(), person.id(), entry, false, "证书看不清");
        assertThat(dossiers.mine(me, person.id()).commendations())
                .extracting(c -> c.mark().state())
                .containsExactly(EntryState.REFUSED);
        VolunteerView leader = team.leader();
        long own = commendations.apply(team.admin(), leader.id(), draft, team.id());
        refused(DossierProblem.OWN_MATTER, () -> commendations.decide(team.admin(), leader.id(), own, true, null));
    }

    @Test
    void what_comes_along_is_taken_once_and_claimed_until_its_issuer_is_verified() {
        List<Dossiers.Arrival> arrivals = List.of(
                new Dossiers.Arrival("t1", training("外地培训"), null, null),
                new Dossiers.Arrival("c1", null, award(Award.OTHER, null), null),
                new Dossiers.Arrival(
                        "e1",
                        null,
                        null,
                        new Dossiers.Arrival.Evaluated(
                                "江堤巡查", "抗洪队", "1", null, LocalDate.of(2026, 7, 1), LocalDate.of(2026, 7, 3))));

        assertThat(dossiers.take(Actor.SYSTEM, person.id(), new Origin("chengdu", false), arrivals))
                .isEqualTo(3);
        assertThat(dossiers.of(person.id()).trainings().getFirst().mark().origin())
                .isEqualTo(new Origin("chengdu", false));
        assertThat(dossiers.take(Actor.SYSTEM, person.id(), new Origin("chengdu", true), arrivals))
                .isZero();
        Dossier all = dossiers.of(person.id());
        assertThat(all.evaluations().getFirst().mark().origin()).isEqualTo(new Origin("chengdu", true));
        assertThat(all.evaluations()).hasSize(1);
        assertThat(all.commendations()).hasSize(1);
    }

    @Test
    void each_sees_only_what_is_theirs_to_see() {
        ofMember(person);
        VolunteerView stranger = VolunteerFixture.adult("外人");
        Actor street = PeopleFixture.staff(Role.STREET_OFFICE, "420102015");
        Actor elsewhere = PeopleFixture.staff(Role.STREET_OFFICE, "420106001");

        assertThat(dossiers.ofArea(street, person.id()).trainings()).hasSize(1);
        assertThat(dossiers.ofMember(team.admin(), team.id(), person.id()).trainings())
                .hasSize(1);
        refused(Actor.AccessProblem.OUT_OF_SCOPE, () -> dossiers.ofArea(elsewhere, person.id()));
        refused(DossierProblem.NOT_OF_YOURS, () -> dossiers.ofMember(team.admin(), team.id(), stranger.id()));
        refused(VolunteerProblem.NOT_YOURS, () -> dossiers.mine(VolunteerFixture.actor(stranger), person.id()));
        assertThat(exports.stream()
                        .filter(e -> e.section().equals("trainings"))
                        .findFirst()
                        .orElseThrow()
                        .export(person.id())
                        .toString())
                .contains("急救常识", "learningMinutes=90");
    }

    private void ofMember(VolunteerView member) {
        Served.closed(team, member);
        ofTeam(training("急救常识"), member);
    }

    private int ofTeam(TrainingDraft draft, VolunteerView... people) {
        return trainings.ofTeam(
                team.admin(),
                team.id(),
                draft,
                java.util.Arrays.stream(people).map(VolunteerView::number).toList());
    }

    private static TrainingDraft training(String name) {
        return new TrainingDraft(name, "心肺复苏和包扎", 90, "区红十字会", LocalDate.of(2026, 11, 1));
    }

    private static CommendationDraft award(Award award, @Nullable AwardLevel level) {
        return new CommendationDraft("优秀志愿者", LocalDate.of(2026, 3, 5), "江岸区人民政府", award, level, "岸政〔2026〕5号", null);
    }
}
