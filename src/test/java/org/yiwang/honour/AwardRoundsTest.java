package org.yiwang.honour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.yiwang.testing.Refusals.refused;

import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiwang.dossier.Commendation;
import org.yiwang.dossier.Dossiers;
import org.yiwang.honour.Statement.Draft;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Role;
import org.yiwang.organization.MemberDesk;
import org.yiwang.organization.Memberships;
import org.yiwang.testing.City;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.PeopleFixture;
import org.yiwang.testing.TeamFixture;
import org.yiwang.testing.TeamFixture.Team;
import org.yiwang.testing.TestClock;
import org.yiwang.testing.VolunteerFixture;
import org.yiwang.volunteer.Guardians;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.volunteer.Volunteers;

/** Award rounds from the draft to the dossiers of those awarded. */
@CityTest
class AwardRoundsTest {

    @Autowired
    private Dossiers dossiers;

    @BeforeEach
    void now() {
        City.bean(TestClock.class).reset();
    }

    @Test
    void go_by_their_days_from_nominations_to_the_dossiers_of_those_awarded() {
        AwardScene s = new AwardScene();
        long round = s.open(2, Scoring.POINTS, "用心");
        VolunteerView first = AwardScene.served(20);
        VolunteerView second = AwardScene.person();
        VolunteerView third = AwardScene.person();
        long one = s.agreed(round, first);
        long two = s.agreed(round, second);
        long three = s.agreed(round, third);
        long silent = s.nominations.nominate(s.clerk, round, AwardScene.person().number(), List.of());
        s.panel(round, 3);
        refused(HonourProblem.NOT_NOW, () -> s.score(one, 9));

        s.pass(6);
        assertThat(s.state(round)).isEqualTo(RoundState.OPEN);
        s.pass(1);
        assertThat(s.state(round)).isEqualTo(RoundState.REVIEWING);
        assertThat(s.nominee(silent).state()).isEqualTo(Nominee.State.LAPSED);

        s.score(one, 9, 9, 1);
        s.score(two, 8, 8, 8);
        s.pass(7);
        assertThat(s.state(round)).as("nobody has scored the third").isEqualTo(RoundState.REVIEWING);
        refused(HonourProblem.SCORES_MISSING, () -> s.desk.closeReview(s.office, round));
        assertThat(s.own.get(VolunteerFixture.actor(first), one).explained())
                .as("secret until closed")
                .isNull();
        s.score(three, 7, 7, 10);
        s.desk.closeReview(s.office, round);
        assertThat(s.state(round)).isEqualTo(RoundState.NOTICE);
        assertThat(s.awards.get(round).placed()).extracting(Nominee::id).containsExactly(one, two);
        var why = Objects.requireNonNull(
                s.own.get(VolunteerFixture.actor(third), three).explained());
        assertThat(why.criteria()).containsExactly(new OwnNominations.Line(List.of(7, 7, 10), 14));
        assertThat(why.lastPlaced()).isEqualTo(16);

        s.pass(5);
        assertThat(s.state(round)).as("five working days").isEqualTo(RoundState.NOTICE);
        s.pass(3);
        assertThat(s.state(round)).isEqualTo(RoundState.PUBLISHED);
        s.pass(1);
        assertThat(dossiers.of(first.id()).commendations())
                .extracting(c -> c.facts().name(), c -> c.facts().documentNumber())
                .containsExactly(tuple("2026 最美志愿者", "岸政〔2026〕33号"));
        assertThat(dossiers.of(third.id()).commendations()).isEmpty();
        assertThat(s.desk.get(s.office, round).steps())
                .extracting(RoundStep::what)
                .contains("drafted", "opened", "review", "scored", "notice", "published");
    }

    @Test
    void fill_the_facts_from_records_and_leave_the_nominator_a_few_words() {
        AwardScene s = new AwardScene();
        long round = s.open(1, Scoring.POINTS, "用心");
        VolunteerView person = AwardScene.served(20);
        var preview = s.nominations.preview(s.clerk, round, person.number());
        assertThat(preview.facts()).extracting(Fact::key).contains("hours", "category.06");
        assertThat(preview.facts().getFirst().args()).containsExactly("1200", "0", "3");
        refused(
                HonourProblem.SOURCE_UNKNOWN,
                () -> s.nominations.nominate(s.clerk, round, person.number(), List.of(new Draft("每周都来", "invented"))));
        refused(
                HonourProblem.TEXT_LONG,
                () -> s.nominations.nominate(
                        s.clerk,
                        round,
                        person.number(),
                        List.of(new Draft("好".repeat(200), null), new Draft("好".repeat(101), null))));
        long id = s.nominations.nominate(
                s.clerk, round, person.number(), List.of(new Draft("每周都来", "hours"), new Draft("感动全城", null)));
        refused(
                HonourProblem.ALREADY_NOMINATED,
                () -> s.nominations.nominate(s.clerk, round, person.number(), List.of()));
        s.own.agree(VolunteerFixture.actor(person), id, true);
        s.panel(round, 3);
        s.pass(7);
        Actor judge = VolunteerFixture.actor(s.judges.getFirst());
        s.judging.doubt(judge, id, 2, "没有依据");
        assertThat(s.nominee(id).supported()).extracting(Statement::words).containsExactly("每周都来");
        s.nominations.correct(s.clerk, id, 2, new Draft("服务了三次", "hours"));
        s.own.answerClaim(VolunteerFixture.actor(person), id, 3, true);
        assertThat(s.nominee(id).supported()).extracting(Statement::words).containsExactly("每周都来", "服务了三次");
        refused(HonourProblem.STATEMENT_UNKNOWN, () -> s.nominations.correct(s.clerk, id, 2, new Draft("再来", null)));
    }

    @Test
    void say_nothing_about_others_to_whoever_nominates_them() {
        AwardScene s = new AwardScene();
        VolunteerView stranger = AwardScene.person();
        VolunteerView person = AwardScene.served(4);
        long round = s.open(s.withHours(s.terms(1, Scoring.POINTS, "用心"), 10));
        Actor any = VolunteerFixture.actor(stranger);
        refused(HonourProblem.TOO_FEW_HOURS, () -> s.nominations.preview(s.clerk, round, person.number()));
        VolunteerView able = AwardScene.served(12);
        var preview = s.nominations.preview(any, round, able.number());
        assertThat(preview.facts()).isEmpty();
        assertThat(preview.name()).isEqualTo(able.maskedName());
        long id = s.nominations.nominate(any, round, able.number(), List.of());
        assertThat(s.own.get(any, id).showFacts()).isFalse();
        Actor other = VolunteerFixture.actor(person);
        refused(HonourProblem.NOMINATION_UNKNOWN, () -> s.own.get(other, id));
        refused(HonourProblem.NOMINATION_UNKNOWN, () -> s.own.agree(any, id, true));
        s.own.decline(VolunteerFixture.actor(able), id);
        refused(HonourProblem.HAS_DECLINED, () -> s.nominations.nominate(any, round, able.number(), List.of()));
    }

    @Test
    void let_nobody_judge_a_teammate_or_who_has_to_do_with_a_nomination() {
        AwardScene s = new AwardScene();
        long round = s.open(1, Scoring.POINTS, "用心");
        Team team = TeamFixture.team();
        VolunteerView mate = AwardScene.person();
        join(team, mate);
        VolunteerView nominator = AwardScene.person();
        VolunteerView other = AwardScene.person();
        long ofTeam = s.nominations.nominate(team.admin(), round, mate.number(), List.of());
        s.own.agree(VolunteerFixture.actor(mate), ofTeam, false);
        long free = s.nominations.nominate(VolunteerFixture.actor(nominator), round, other.number(), List.of());
        s.own.agree(VolunteerFixture.actor(other), free, false);
        assertThat(s.nominee(ofTeam).capacity()).isEqualTo(Capacity.TEAM);

        refused(HonourProblem.JUDGE_INVOLVED, () -> s.panelDesk.name(s.office, round, nominator.number()));
        refused(HonourProblem.JUDGE_INVOLVED, () -> s.panelDesk.name(s.office, round, other.number()));
        refused(
                HonourProblem.JUDGE_INVOLVED,
                () -> s.panelDesk.name(s.office, round, team.leader().number()));
        VolunteerView judge = AwardScene.person();
        join(team, judge);
        s.panelDesk.name(s.office, round, judge.number());
        refused(HonourProblem.ON_PANEL, () -> s.nominations.nominate(s.clerk, round, judge.number(), List.of()));
        s.panel(round, 3);
        s.pass(7);
        Actor recused = VolunteerFixture.actor(judge);
        refused(HonourProblem.RECUSED, () -> s.judging.score(recused, ofTeam, List.of(10)));
        refused(HonourProblem.RECUSED, () -> s.judging.sheet(recused, ofTeam));
        s.judging.score(recused, free, List.of(5));
        assertThat(s.judging.get(recused, round).sheets())
                .extracting(sheet -> sheet.nominee().id())
                .containsExactly(free);
        refused(HonourProblem.NOT_A_JUDGE, () -> s.judging.score(VolunteerFixture.actor(nominator), free, List.of(10)));
        refused(HonourProblem.HAS_SCORED, () -> s.panelDesk.remove(s.office, round, recused.accountId()));
        refused(HonourProblem.SCORES, () -> s.score(free, 11));
    }

    @Test
    void hear_a_nominee_first_and_let_the_next_in_line_move_up() {
        AwardScene s = new AwardScene();
        long round = s.open(1, Scoring.VOTE, "值得");
        VolunteerView first = AwardScene.person();
        VolunteerView next = AwardScene.person();
        long one = s.agreed(round, first);
        long two = s.agreed(round, next);
        s.panel(round, 3);
        s.pass(7);
        s.score(one, 1, 1, 1);
        s.score(two, 1, 1, 0);
        s.pass(7);
        assertThat(s.nominee(two).result()).isEqualTo(new Nominee.Result(666, 2, 1));
        refused(HonourProblem.NOMINATION_UNKNOWN, () -> s.awards.object(round, two, "不对", "138", "10.1.1.1"));
        String receipt = s.awards.object(round, one, "那天不是他做的", "13800000000", "10.1.1.1");
        Objection objection = s.awards.answer(receipt.toLowerCase(Locale.ROOT));

        s.pass(20);
        assertThat(s.state(round)).as("held up by the objection").isEqualTo(RoundState.NOTICE);
        s.objections.tell(s.office, objection.id(), "核实了三条记录，时间对不上");
        s.own.reply(VolunteerFixture.actor(first), one, objection.id(), "我有照片");
        s.pass(10);
        assertThat(s.nominee(one).state()).as("a reply waits").isEqualTo(Nominee.State.AGREED);
        refused(HonourProblem.ANOTHER_PERSON, () -> s.objections.remove(s.office, objection.id(), "还是不对"));
        Actor colleague = PeopleFixture.staff(Role.DISTRICT_OFFICE, "420102");
        refused(
                "access.out-of-scope",
                () -> s.objections.remove(PeopleFixture.staff(Role.DISTRICT_OFFICE, "420103"), objection.id(), "还是不对"));
        s.objections.remove(colleague, objection.id(), "照片是另一天的");
        assertThat(s.nominee(one).state()).isEqualTo(Nominee.State.REMOVED);
        assertThat(s.awards.get(round).placed()).extracting(Nominee::id).containsExactly(two);
        LocalDate until = Objects.requireNonNull(s.awards.get(round).round().noticeUntil());
        assertThat(until).as("a notice in full").isAfter(LocalDate.now(s.clock).plusDays(4));
        s.pass(10);
        assertThat(s.state(round)).isEqualTo(RoundState.PUBLISHED);
        assertThat(dossiers.of(next.id()).commendations())
                .extracting(Commendation::facts)
                .hasSize(1);
        assertThat(dossiers.of(first.id()).commendations()).isEmpty();
        assertThat(s.awards.answer(receipt).reason()).isEqualTo("照片是另一天的");
    }

    @Test
    void let_the_chair_decide_who_of_those_tied_has_the_last_place() {
        AwardScene s = new AwardScene();
        long round = s.open(2, Scoring.POINTS, "用心");
        long one = s.agreed(round, AwardScene.person());
        long two = s.agreed(round, AwardScene.person());
        long three = s.agreed(round, AwardScene.person());
        s.panel(round, 3);
        s.pass(7);
        s.score(one, 9, 9, 9);
        s.score(two, 7, 7, 7);
        s.score(three, 7, 7, 7);
        s.pass(7);
        assertThat(s.state(round)).isEqualTo(RoundState.REVIEWING);
        Actor chair = VolunteerFixture.actor(s.judges.getFirst());
        Actor second = VolunteerFixture.actor(s.judges.get(1));
        assertThat(s.judging.get(second, round).tied()).isEmpty();
        refused(HonourProblem.NOT_TO_DECIDE_TIE, () -> s.judging.decideTie(second, round, List.of(two, three), "服务更久"));
        refused(HonourProblem.TIE_ORDER, () -> s.judging.decideTie(chair, round, List.of(two, one), "服务更久"));
        refused(HonourProblem.NOT_NOW, () -> s.score(one, 1));
        s.judging.decideTie(chair, round, List.of(three, two), "服务更久");
        assertThat(s.state(round)).isEqualTo(RoundState.NOTICE);
        assertThat(s.awards.get(round).placed()).extracting(Nominee::id).containsExactly(one, three);
        VolunteerView last = s.nominee(two).person();
        assertThat(Objects.requireNonNull(
                                s.own.get(VolunteerFixture.actor(last), two).explained())
                        .tieWhy())
                .isEqualTo("服务更久");
        s.own.decline(VolunteerFixture.actor(s.nominee(three).person()), three);
        assertThat(s.awards.get(round).placed()).extracting(Nominee::id).containsExactly(one, two);
    }

    @Test
    void leave_no_step_to_an_officer_who_has_to_do_with_a_nomination() {
        AwardScene s = new AwardScene();
        long round = s.open(1, Scoring.POINTS, "用心");
        VolunteerView first = AwardScene.person();
        long one = s.agreed(round, first);
        refused(HonourProblem.NOT_NOW, () -> s.nominations.withdraw(s.clerk, one));
        VolunteerView judge = AwardScene.person();
        Actor nominee = officer(first);
        for (Actor involved : List.of(nominee, s.clerk)) {
            refused(HonourProblem.ANOTHER_PERSON, () -> s.panelDesk.name(involved, round, judge.number()));
            refused(HonourProblem.ANOTHER_PERSON, () -> s.panelDesk.remove(involved, round, 1));
            refused(HonourProblem.ANOTHER_PERSON, () -> s.desk.cancel(involved, round, "不办了"));
        }
        s.panel(round, 3);
        s.pass(7);
        s.score(one, 9, 9, 9);
        refused(HonourProblem.ANOTHER_PERSON, () -> s.desk.closeReview(nominee, round));
        s.desk.closeReview(s.office, round);
        s.awards.object(round, one, "那天不是他做的", "13800000000", "10.1.2.1");
        long objection = s.said(round).getFirst().id();
        for (Actor involved : List.of(nominee, s.clerk)) {
            assertThat(s.objections
                            .list(involved, s.desk.get(involved, round).round(), 1)
                            .items())
                    .singleElement()
                    .satisfies(o -> {
                        assertThat(o.words()).isEmpty();
                        assertThat(o.contact()).isNull();
                    });
            refused(HonourProblem.ANOTHER_PERSON, () -> s.objections.reject(involved, objection, "没有问题"));
            refused(HonourProblem.ANOTHER_PERSON, () -> s.objections.tell(involved, objection, "有问题"));
        }
        s.objections.reject(s.office, objection, "核实过，是本人");
    }

    @Test
    void name_a_minor_only_as_the_guardian_agrees_and_nobody_longer_than_agreed() {
        AwardScene s = new AwardScene();
        Actor guardian = VolunteerFixture.actor(AwardScene.person());
        VolunteerView child = VolunteerFixture.ward(guardian, "许小", LocalDate.of(2012, 2, 29));
        String mobile = PeopleFixture.newMobile();
        Guardians guardians = City.bean(Guardians.class);
        guardians.sendCode(guardian, child.id(), mobile, "198.51.100.9");
        guardians.openAccount(guardian, child.id(), mobile, PeopleFixture.lastCode(mobile));
        Volunteers volunteers = City.bean(Volunteers.class);
        Actor self = VolunteerFixture.actor(volunteers.get(child.id()));
        assertThat(self.accountId()).isNotEqualTo(guardian.accountId());

        long round = s.open(1, Scoring.VOTE, "值得");
        long id = s.nominations.nominate(self, round, child.number(), List.of());
        assertThat(s.nominee(id).state()).isEqualTo(Nominee.State.ASKED);
        refused(HonourProblem.GUARDIAN_AGREES, () -> s.own.agree(self, id, true));
        s.own.agree(guardian, id, true);
        s.own.agree(self, id, false);
        refused(HonourProblem.GUARDIAN_AGREES, () -> s.own.agree(self, id, true));
        s.own.agree(guardian, id, true);
        assertThat(s.nominee(id).publicName()).isEqualTo("许小");
        s.panel(round, 3);
        s.pass(7);
        s.score(id, 1, 1, 1);
        s.pass(7);
        s.pass(8);
        assertThat(s.state(round)).isEqualTo(RoundState.PUBLISHED);
        s.clock.advance(Duration.ofDays(365 * 4));
        assertThat(s.nominee(id).publicName()).as("of age").isEqualTo(child.maskedName());
        refused(HonourProblem.NOT_NOW, () -> s.own.agree(self, id, true));
        s.own.agree(self, id, false);
        assertThat(s.nominee(id).showName()).isFalse();
    }

    @Test
    void hear_objections_to_the_last_day_of_notice_and_replies_to_the_day_promised() {
        AwardScene s = new AwardScene();
        long round = s.open(1, Scoring.VOTE, "值得");
        long one = s.agreed(round, AwardScene.person());
        s.panel(round, 3);
        s.pass(7);
        s.score(one, 1, 1, 1);
        s.pass(7);
        int most = City.bean(RoundLife.class).limits().objectionsPerDay();
        for (int i = 0; i < most; i++) {
            s.awards.object(round, one, "不对", "13800000000", "2001:db8:4:1::" + i);
        }
        refused(HonourProblem.TOO_OFTEN, () -> s.awards.object(round, one, "不对", "138", "2001:db8:4:1:9::9"));
        List<Objection> said = s.said(round);
        said.stream().skip(1).forEach(o -> s.objections.reject(s.office, o.id(), "重复"));
        s.objections.tell(s.office, said.getFirst().id(), "时间对不上");
        LocalDate last = Objects.requireNonNull(
                s.own.get(VolunteerFixture.actor(s.nominee(one).person()), one)
                        .told()
                        .getFirst()
                        .removeOn());
        s.pass((int) ChronoUnit.DAYS.between(LocalDate.now(s.clock), last));
        assertThat(s.nominee(one).state()).as("the day promised for the reply").isEqualTo(Nominee.State.AGREED);
        s.pass(1);
        assertThat(s.nominee(one).state()).isEqualTo(Nominee.State.REMOVED);
        s.pass(20);
        assertThat(s.state(round)).isEqualTo(RoundState.NOTICE);
        assertThat(s.awards.get(round).takesObjections()).isFalse();
        refused(HonourProblem.NOT_NOW, () -> s.awards.object(round, null, "晚了", "138", "10.9.9.9"));
    }

    @Test
    void change_no_total_once_the_review_is_closed() {
        AwardScene s = new AwardScene();
        long round = s.open(1, Scoring.VOTE, "值得");
        VolunteerView first = AwardScene.person();
        long one = s.agreed(round, first);
        long two = s.agreed(round, AwardScene.person());
        s.panel(round, 3);
        s.pass(7);
        s.score(one, 1, 1, 1);
        s.score(two, 1, 1, 0);
        s.desk.closeReview(s.office, round);
        Team team = TeamFixture.team();
        join(team, first);
        s.judges.forEach(judge -> join(team, judge));
        s.own.decline(VolunteerFixture.actor(s.nominee(two).person()), two);
        assertThat(s.nominee(one).result()).isEqualTo(new Nominee.Result(1000, 1, 1));
    }

    /** The person as an officer of the district. */
    private static Actor officer(VolunteerView person) {
        Actor self = VolunteerFixture.actor(person);
        return new Actor(
                self.accountId(),
                self.name(),
                List.of(PeopleFixture.at(Role.DISTRICT_OFFICE, "420102")),
                self.sessionId());
    }

    private static void join(Team team, VolunteerView person) {
        City.bean(MemberDesk.class).invite(team.admin(), team.id(), person.number());
        City.bean(Memberships.class).answerInvitation(VolunteerFixture.actor(person), team.id(), true);
    }
}
