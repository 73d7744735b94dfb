package org.yiwang.honour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiwang.testing.Refusals.refused;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.dossier.Dossiers;
import org.yiwang.honour.Nominee.State;
import org.yiwang.honour.Statement.Draft;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.organization.MemberDesk;
import org.yiwang.organization.Memberships;
import org.yiwang.record.Because;
import org.yiwang.record.RecordCases;
import org.yiwang.record.RecordKey;
import org.yiwang.testing.City;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.PeopleFixture;
import org.yiwang.testing.TeamFixture;
import org.yiwang.testing.TeamFixture.Team;
import org.yiwang.testing.TestClock;
import org.yiwang.testing.Visitor;
import org.yiwang.testing.VolunteerFixture;
import org.yiwang.volunteer.Guardians;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.volunteer.Volunteers;

/** What keeps award rounds from being turned against people or bent by them. */
@CityTest
class AwardGuardsTest {

    @Autowired
    private Dossiers dossiers;

    @Autowired
    private RecordCases records;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void now() {
        City.bean(TestClock.class).reset();
    }

    @Test
    void hold_up_who_no_longer_fulfils_the_terms_until_the_office_has_decided() {
        AwardScene s = new AwardScene();
        VolunteerView first = AwardScene.served(12);
        VolunteerView next = AwardScene.served(12);
        List<List<Long>> rounds = onNotice(s, first, next);
        List<Long> kept = rounds.get(0);
        List<Long> taken = rounds.get(1);
        transaction.executeWithoutResult(_ -> records.declareVoid(
                records.ofVolunteer(first.id()).stream()
                        .map(r -> new RecordKey(r.volunteerId(), r.recordId()))
                        .toList(),
                Because.of(0, "record.why.case-over")));
        s.pass(20);
        s.pass(1);
        for (List<Long> round : rounds) {
            assertThat(s.state(round.get(0))).isEqualTo(RoundState.NOTICE);
            assertThat(s.nominee(round.get(1)).state())
                    .as("nobody is taken out by it")
                    .isEqualTo(State.AGREED);
            assertThat(s.own.get(VolunteerFixture.actor(first), round.get(1)).found())
                    .containsExactly("honour.why.too-few-hours");
            assertThat(s.said(round.get(0)))
                    .as("said once")
                    .singleElement()
                    .satisfies(o -> assertThat(o.found()).isTrue());
        }
        s.objections.reject(s.office, s.said(kept.get(0)).getFirst().id(), "更正有误，已经补回");
        s.objections.tell(s.office, s.said(taken.get(0)).getFirst().id(), "核实后信用时长不足");
        s.pass(1);
        assertThat(s.state(kept.get(0))).isEqualTo(RoundState.PUBLISHED);
        assertThat(dossiers.of(first.id()).commendations()).hasSize(1);
        s.pass(10);
        assertThat(s.nominee(taken.get(1)).state()).isEqualTo(State.REMOVED);
        s.pass(10);
        assertThat(s.state(taken.get(0))).isEqualTo(RoundState.PUBLISHED);
        assertThat(dossiers.of(next.id()).commendations()).hasSize(1);
    }

    /** Two rounds for one with ten hours, on public notice: each with its id and that of the nomination of the first. */
    private static List<List<Long>> onNotice(AwardScene s, VolunteerView first, VolunteerView next) {
        s.panel(s.open(1, Scoring.VOTE, "值得"), 3);
        List<List<Long>> rounds = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            long round = s.open(s.withHours(s.terms(1, Scoring.VOTE, "值得"), 10));
            rounds.add(List.of(round, s.agreed(round, first), s.agreed(round, next)));
            s.judges.forEach(judge -> s.panelDesk.name(s.office, round, judge.number()));
        }
        s.pass(7);
        for (List<Long> round : rounds) {
            s.score(round.get(1), 1, 1, 1);
            s.score(round.get(2), 1, 1, 0);
            s.desk.closeReview(s.office, round.get(0));
        }
        return rounds;
    }

    @Test
    void tell_strangers_nothing_about_those_whom_they_nominate() {
        AwardScene s = new AwardScene();
        long round = s.open(s.withHours(s.terms(1, Scoring.POINTS, "用心"), 10));
        Actor stranger = VolunteerFixture.actor(AwardScene.person());
        VolunteerView able = AwardScene.served(12);
        VolunteerView tooFew = AwardScene.person();
        VolunteerView nominated = AwardScene.served(12);
        long known = s.agreed(round, nominated);
        VolunteerView declined = AwardScene.served(12);
        s.own.decline(
                VolunteerFixture.actor(declined), s.nominations.nominate(s.clerk, round, declined.number(), List.of()));
        VolunteerView judge = AwardScene.served(12);
        s.panelDesk.name(s.office, round, judge.number());
        List<Long> made = new ArrayList<>();
        for (VolunteerView person : List.of(able, tooFew, nominated, declined, judge)) {
            var preview = s.nominations.preview(stranger, round, person.number());
            assertThat(preview.facts()).isEmpty();
            assertThat(preview.name()).isEqualTo(person.maskedName());
            refused(
                    HonourProblem.SOURCE_UNKNOWN,
                    () -> s.nominations.nominate(
                            stranger, round, person.number(), List.of(new Draft("每周都来", "hours"))));
            made.add(s.nominations.nominate(stranger, round, person.number(), List.of(new Draft("每周都来", null))));
            refused(
                    HonourProblem.ALREADY_NOMINATED,
                    () -> s.nominations.nominate(stranger, round, person.number(), List.of()));
        }
        assertThat(s.nominations.mine(stranger))
                .allMatch(n -> n.state() == State.ASKED)
                .hasSize(5);
        assertThat(made)
                .allMatch(id -> !s.own.get(stranger, id).showFacts())
                .filteredOn(id -> s.nominee(id).asked())
                .containsExactly(made.getFirst());
        assertThat(s.own.list(VolunteerFixture.actor(declined))).hasSize(1);
        refused(HonourProblem.NOMINATION_UNKNOWN, () -> s.own.get(VolunteerFixture.actor(tooFew), made.get(1)));
        refused(
                HonourProblem.NOMINATION_UNKNOWN,
                () -> s.own.agree(VolunteerFixture.actor(tooFew), made.get(1), false));
        s.nominations.withdraw(stranger, made.get(4));
        s.panel(round, 2);
        s.pass(7);
        assertThat(s.desk.get(s.office, round).nominees())
                .extracting(Nominee::id)
                .contains(known, made.getFirst())
                .doesNotContainAnyElementsOf(made.subList(1, 5));
        assertThat(made.subList(0, 4)).allMatch(id -> s.nominee(id).state() == State.LAPSED);
    }

    @Test
    void let_nobody_read_the_register_by_nominating() {
        AwardScene s = new AwardScene();
        long round = s.open(1, Scoring.POINTS, "用心");
        Actor stranger = VolunteerFixture.actor(AwardScene.person());
        VolunteerView person = AwardScene.person();
        boolean stopped = false;
        for (int i = 0; i < 100 && !stopped; i++) {
            stopped = isRefusedAsTooOften(s, stranger, round, i % 2 == 0 ? person.number() : "420100000000");
        }
        assertThat(stopped).isTrue();
        s.nominations.preview(s.clerk, round, person.number());
        City.bean(TestClock.class).advance(java.time.Duration.ofDays(1));
        s.nominations.preview(stranger, round, person.number());
    }

    private static boolean isRefusedAsTooOften(AwardScene s, Actor actor, long round, String number) {
        try {
            s.nominations.preview(actor, round, number);
            return false;
        } catch (org.yiwang.kernel.Refusal refusal) {
            return refusal.problem() == HonourProblem.TOO_OFTEN;
        }
    }

    @Test
    void forget_the_facts_of_those_who_do_not_take_part() {
        AwardScene s = new AwardScene();
        long round = s.open(2, Scoring.POINTS, "用心");
        VolunteerView declining = AwardScene.served(12);
        long declined = s.nominations.nominate(s.clerk, round, declining.number(), List.of());
        assertThat(s.own.get(s.clerk, declined).showFacts()).isTrue();
        s.own.decline(VolunteerFixture.actor(declining), declined);
        long withdrawn =
                s.nominations.nominate(s.clerk, round, AwardScene.served(12).number(), List.of());
        s.nominations.withdraw(s.clerk, withdrawn);
        long silent =
                s.nominations.nominate(s.clerk, round, AwardScene.served(12).number(), List.of());
        VolunteerView leaving = AwardScene.served(12);
        long left = s.agreed(round, leaving);
        s.panel(round, 3);
        s.pass(7);
        s.own.decline(VolunteerFixture.actor(leaving), left);
        for (long id : List.of(declined, withdrawn, silent, left)) {
            assertThat(s.nominee(id).facts()).as("%s", s.nominee(id).state()).isEmpty();
            assertThat(s.own.get(s.clerk, id).showFacts()).isFalse();
            refused(HonourProblem.NOT_NOW, () -> s.judging.sheet(VolunteerFixture.actor(s.judges.getFirst()), id));
        }
    }

    @Test
    void let_nobody_read_other_words_about_a_nominee_than_those_agreed_to() {
        AwardScene s = new AwardScene();
        long round = s.open(1, Scoring.VOTE, "值得");
        VolunteerView person = AwardScene.served(12);
        Actor me = VolunteerFixture.actor(person);
        String spaced = String.join(" ", person.name().split(""));
        refused(
                HonourProblem.NAME_IN_CLAIM,
                () -> s.nominations.nominate(s.clerk, round, person.number(), List.of(new Draft(spaced + "常来", null))));
        long id = s.nominations.nominate(
                s.clerk, round, person.number(), List.of(new Draft("感动全城", null), new Draft("全城都知道", null)));
        s.own.agree(me, id, false);
        s.panel(round, 3);
        s.pass(7);
        Actor judge = VolunteerFixture.actor(s.judges.getFirst());
        s.judging.doubt(judge, id, 1, "没有依据");
        s.judging.doubt(judge, id, 2, "没有依据");
        refused(
                HonourProblem.NAME_IN_CLAIM,
                () -> s.nominations.correct(s.clerk, id, 1, new Draft(person.name() + "常来", null)));
        s.nominations.correct(s.clerk, id, 1, new Draft("服务了两次", "hours"));
        s.nominations.correct(s.clerk, id, 2, new Draft("家里有病人还来", null));
        assertThat(s.judging.sheet(judge, id).nominee().supported()).isEmpty();
        refused(HonourProblem.NOMINATION_UNKNOWN, () -> s.own.answerClaim(s.clerk, id, 3, true));
        s.own.answerClaim(me, id, 3, true);
        s.own.answerClaim(me, id, 4, false);
        refused(HonourProblem.STATEMENT_UNKNOWN, () -> s.own.answerClaim(me, id, 4, true));
        assertThat(s.judging.sheet(judge, id).nominee().supported())
                .extracting(Statement::words)
                .containsExactly("服务了两次");
    }

    @Test
    void write_no_name_in_public_that_somebody_else_wrote() {
        AwardScene s = new AwardScene();
        long round = s.open(1, Scoring.VOTE, "值得");
        VolunteerView person = AwardScene.served(12);
        long id = s.nominations.nominate(
                VolunteerFixture.actor(AwardScene.person()),
                round,
                person.number(),
                List.of(new Draft("谢谢" + person.name() + "！", null)));
        Actor me = VolunteerFixture.actor(person);
        s.own.agree(me, id, false);
        Nominee masked = s.nominee(id);
        assertThat(masked.publicWords(masked.statements().getFirst())).isEqualTo("谢谢" + person.maskedName() + "！");
        s.own.agree(me, id, true);
        Nominee named = s.nominee(id);
        assertThat(named.publicWords(named.statements().getFirst())).isEqualTo("谢谢" + person.name() + "！");
    }

    @Test
    void keep_a_judge_from_the_ward_of_a_teammate() {
        AwardScene s = new AwardScene();
        VolunteerView parent = AwardScene.person();
        VolunteerView child =
                VolunteerFixture.ward(VolunteerFixture.actor(parent), "苗" + parent.name(), LocalDate.of(2012, 3, 1));
        VolunteerView judge = AwardScene.person();
        long round = s.open(1, Scoring.VOTE, "值得");
        long id = s.nominations.nominate(s.clerk, round, child.number(), List.of());
        s.own.agree(VolunteerFixture.actor(parent), id, false);
        String mobile = PeopleFixture.newMobile();
        Guardians guardians = City.bean(Guardians.class);
        Actor guardian = VolunteerFixture.actor(parent);
        guardians.sendCode(guardian, child.id(), mobile, "198.51.100.7");
        guardians.openAccount(guardian, child.id(), mobile, PeopleFixture.lastCode(mobile));
        assertThat(City.bean(Volunteers.class).get(child.id()).contactAccountId())
                .isNotEqualTo(guardian.accountId());
        s.panelDesk.name(s.office, round, judge.number());
        s.panel(round, 3);
        Team team = TeamFixture.team();
        join(team, parent);
        join(team, judge);
        s.pass(7);
        refused(HonourProblem.RECUSED, () -> s.judging.score(VolunteerFixture.actor(judge), id, List.of(1)));
    }

    @Test
    void name_one_more_to_decide_a_tie_of_whom_every_judge_stays_out() {
        AwardScene s = new AwardScene();
        long round = s.open(1, Scoring.VOTE, "值得");
        VolunteerView first = AwardScene.person();
        long one = s.agreed(round, first);
        long two = s.agreed(round, AwardScene.person());
        s.panel(round, 3);
        s.pass(7);
        s.score(one, 1, 1, 1);
        s.score(two, 1, 1, 1);
        s.desk.closeReview(s.office, round);
        VolunteerView able = AwardScene.person();
        refused(HonourProblem.NOT_NOW, () -> s.panelDesk.name(s.office, round, able.number()));
        Team team = TeamFixture.team();
        join(team, first);
        s.judges.forEach(j -> join(team, j));
        Actor chair = VolunteerFixture.actor(s.judges.getFirst());
        refused(HonourProblem.NOT_TO_DECIDE_TIE, () -> s.judging.decideTie(chair, round, List.of(two, one), "服务更久"));
        VolunteerView mate = AwardScene.person();
        join(team, mate);
        refused(HonourProblem.RECUSED, () -> s.panelDesk.name(s.office, round, mate.number()));
        refused(HonourProblem.JUDGE_INVOLVED, () -> s.panelDesk.name(s.office, round, first.number()));
        s.panelDesk.name(s.office, round, able.number());
        refused(
                HonourProblem.NOT_NOW,
                () -> s.panelDesk.name(s.office, round, AwardScene.person().number()));
        s.judging.decideTie(VolunteerFixture.actor(able), round, List.of(two, one), "服务更久");
        assertThat(s.awards.get(round).placed()).extracting(Nominee::id).containsExactly(two);
    }

    @Test
    void name_judge_and_nominee_in_the_audit_trail_and_in_what_people_take_along() {
        AwardScene s = new AwardScene();
        long round = s.open(1, Scoring.VOTE, "值得");
        VolunteerView person = AwardScene.person();
        long id = s.agreed(round, person);
        s.panel(round, 3);
        VolunteerView judge = AwardScene.person();
        s.panelDesk.name(s.office, round, judge.number());
        s.panelDesk.remove(s.office, round, judge.contactAccountId());
        s.pass(7);
        s.score(id, 1, 1, 1);
        s.desk.closeReview(s.office, round);
        s.awards.object(round, id, "不对", "13800000000", "10.4.1.1");
        s.objections.reject(s.office, s.said(round).getFirst().id(), "核实过");
        s.own.decline(VolunteerFixture.actor(person), id);
        assertThat(trail("award-round:" + Ids.text(round)))
                .contains("honour.judge-removed " + judge.number(), "honour.removed " + person.number());
        assertThat(trail("award-nomination:" + Ids.text(id)))
                .contains(
                        "honour.nominated " + person.number(),
                        "honour.agreed ",
                        "honour.objection-rejected 核实过",
                        "honour.removed honour.why.declined");
        OwnAwards export = City.bean(OwnAwards.class);
        assertThat(export.export(s.judges.getFirst().id()).toString()).contains("panels=[2026 最美志愿者]");
        assertThat(export.export(person.id()).toString()).contains("state=REMOVED");
    }

    private List<String> trail(String subject) {
        return jdbc.sql("select what || ' ' || coalesce(why, '') from account_audit where subject = :subject")
                .param("subject", subject)
                .query((row, i) -> row.getString(1))
                .list();
    }

    @Test
    void show_every_objection_page_by_page() {
        AwardScene s = new AwardScene();
        long round = s.open(1, Scoring.VOTE, "值得");
        long id = s.agreed(round, AwardScene.person());
        s.panel(round, 3);
        s.pass(7);
        s.score(id, 1, 1, 1);
        s.desk.closeReview(s.office, round);
        for (int i = 0; i < 31; i++) {
            s.awards.object(round, id, "第" + i + "条", "13800000000", "10.5." + i + ".1");
        }
        RoundView now = s.desk.get(s.office, round).round();
        assertThat(s.objections.list(s.office, now, 1).more()).isTrue();
        assertThat(s.objections.list(s.office, now, 2).items()).hasSize(1);
    }

    @Test
    void take_once_what_a_phone_sends_twice() {
        AwardScene s = new AwardScene();
        long round = s.open(1, Scoring.VOTE, "值得");
        VolunteerView person = AwardScene.person();
        String api = "/api/v1/awards/" + Ids.text(round);
        Visitor clerk = Visitor.asAccount(s.clerk.accountId());
        Map<String, Object> wish = Map.of("number", person.number());
        clerk.header("Idempotency-Key", "n1");
        var first = clerk.api("POST", api + "/nominations", wish);
        assertThat(first.status()).as(first.body()).isEqualTo(201);
        assertThat(clerk.api("POST", api + "/nominations", wish).body()).isEqualTo(first.body());
        clerk.header("Idempotency-Key", null);
        assertThat(clerk.api("POST", api + "/nominations", wish).code()).isEqualTo("honour.already-nominated");
        long id = Ids.parse(first.json().path("id").asString()).orElseThrow();
        s.own.agree(VolunteerFixture.actor(person), id, false);
        s.panel(round, 3);
        s.pass(7);
        s.score(id, 1, 1, 1);
        s.desk.closeReview(s.office, round);
        Visitor anybody = Visitor.anonymous().header("Idempotency-Key", "o1");
        Map<String, Object> said = Map.of("nomination", Ids.text(id), "words", "那天我也在", "contact", "13800000000");
        var receipt = anybody.api("POST", api + "/objections", said);
        assertThat(receipt.status()).as(receipt.body()).isEqualTo(201);
        assertThat(anybody.api("POST", api + "/objections", said).body()).isEqualTo(receipt.body());
        assertThat(s.said(round)).hasSize(1);
        Map<String, Object> other = Map.of("nomination", Ids.text(id), "words", "别的事", "contact", "13900000000");
        assertThat(anybody.api("POST", api + "/objections", other).body())
                .as("nobody finds another's receipt by a key")
                .isNotEqualTo(receipt.body());
        assertThat(s.said(round)).hasSize(2);
    }

    private static void join(Team team, VolunteerView person) {
        City.bean(MemberDesk.class).invite(team.admin(), team.id(), person.number());
        City.bean(Memberships.class).answerInvitation(VolunteerFixture.actor(person), team.id(), true);
    }
}
