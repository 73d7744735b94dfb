package org.yiwang.honour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiwang.testing.Refusals.refused;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.account.AuditTrail;
import org.yiwang.account.Consents;
import org.yiwang.dossier.Dossiers;
import org.yiwang.honour.Nominee.State;
import org.yiwang.kernel.Ids;
import org.yiwang.rules.Rules;
import org.yiwang.testing.ActivityFixture;
import org.yiwang.testing.City;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.TeamFixture;
import org.yiwang.testing.TestClock;
import org.yiwang.testing.Visitor;
import org.yiwang.testing.VolunteerFixture;
import org.yiwang.trust.SanctionFixture;
import org.yiwang.volunteer.SensitiveConsent;
import org.yiwang.volunteer.VolunteerView;

/** What has come to stand in the way holds one award up, and no other; what is over says so. */
@CityTest
class AwardHoldsTest {

    @BeforeEach
    @AfterEach
    void now() {
        City.bean(TestClock.class).reset();
    }

    /** What can befall a nominee during public notice, and the reason that the nominee reads. */
    private enum Befalls {
        SANCTIONED("honour.why.sanctioned") {
            @Override
            void on(VolunteerView person) {
                SanctionFixture.mark(
                        person,
                        City.bean(ActivityFixture.class)
                                .published(TeamFixture.team().id(), 10)
                                .id());
            }
        },
        NOT_VALID("honour.why.not-valid") {
            @Override
            void on(VolunteerView person) {
                City.bean(Consents.class).withdraw(VolunteerFixture.actor(person), Consents.SENSITIVE_DATA);
            }
        };

        private final String why;

        Befalls(String why) {
            this.why = why;
        }

        abstract void on(VolunteerView person);
    }

    @ParameterizedTest
    @EnumSource
    void nobody_is_awarded_whom_something_befell_before_the_office_has_decided(Befalls what) {
        AwardScene s = new AwardScene();
        long round = s.open(1, Scoring.VOTE, "值得");
        VolunteerView person = AwardScene.served(12);
        long id = s.agreed(round, person);
        s.panel(round, 3);
        s.pass(7);
        s.score(id, 1, 1, 1);
        s.desk.closeReview(s.office, round);
        what.on(person);
        s.pass(20);
        s.pass(1);
        assertThat(s.state(round)).isEqualTo(RoundState.NOTICE);
        assertThat(s.nominee(id).state()).as("nobody is taken out by it").isEqualTo(State.AGREED);
        assertThat(City.bean(Dossiers.class).of(person.id()).commendations()).isEmpty();
        assertThat(s.own.get(VolunteerFixture.actor(person), id).found()).containsExactly(what.why);
        Objection found = s.said(round).getFirst();
        assertThat(s.said(round)).as("said once").hasSize(1);
        assertThat(found.found()).isTrue();

        if (what == Befalls.NOT_VALID) {
            refused(HonourProblem.NOT_VALID, () -> s.objections.reject(s.office, found.id(), "不影响"));
            s.clock.advance(Duration.ofSeconds(1));
            City.bean(SensitiveConsent.class).give(VolunteerFixture.actor(person), person.id(), true);
        }
        s.objections.reject(s.office, found.id(), "与本人服务无关，核实过");
        s.pass(1);
        assertThat(s.state(round)).isEqualTo(RoundState.PUBLISHED);
        assertThat(City.bean(Dossiers.class).of(person.id()).commendations()).hasSize(1);
    }

    @Test
    void one_failing_round_stops_no_other() {
        AwardScene s = new AwardScene();
        long broken = s.open(1, Scoring.VOTE, "值得");
        long next = s.open(1, Scoring.VOTE, "值得");
        s.agreed(broken, AwardScene.person());
        s.agreed(next, AwardScene.person());
        s.clock.advance(Duration.ofDays(7));
        new RoundClock(
                        City.bean(RoundStore.class),
                        City.bean(NominationStore.class),
                        City.bean(ObjectionStore.class),
                        new FailingAt(broken),
                        City.bean(Publication.class),
                        City.bean(LookTries.class),
                        City.bean(TransactionTemplate.class))
                .tick();
        assertThat(s.state(broken)).isEqualTo(RoundState.OPEN);
        assertThat(s.state(next)).isEqualTo(RoundState.REVIEWING);
        City.bean(RoundClock.class).tick();
        assertThat(s.state(broken)).as("tried again").isEqualTo(RoundState.REVIEWING);
    }

    /** Fails at one round. */
    private static final class FailingAt extends RoundLife {

        private final long broken;

        FailingAt(long broken) {
            super(
                    City.bean(RoundStore.class),
                    City.bean(NominationStore.class),
                    City.bean(PanelStore.class),
                    City.bean(Recusals.class),
                    City.bean(Eligibility.class),
                    City.bean(FactSheet.class),
                    City.bean(RoundTold.class),
                    City.bean(AuditTrail.class),
                    City.bean(Rules.class),
                    City.bean(TestClock.class));
            this.broken = broken;
        }

        @Override
        RoundView lock(long roundId) {
            if (roundId == broken) {
                throw new IllegalStateException("a round that cannot be read");
            }
            return super.lock(roundId);
        }
    }

    @Test
    void who_comes_to_nominate_when_nominations_are_over_reads_that_they_are() {
        AwardScene s = new AwardScene();
        long round = s.open(1, Scoring.VOTE, "值得");
        s.agreed(round, AwardScene.person());
        VolunteerView person = AwardScene.person();
        Visitor visitor = Visitor.asAccount(person.contactAccountId());
        String address = "/awards/" + Ids.text(round) + "/nominate";
        assertThat(visitor.get(address).body()).contains("name=\"number\"");
        s.pass(7);
        for (Visitor.Answer answer : List.of(
                visitor.get(address),
                visitor.get(address + "?number=" + person.number()),
                visitor.post(address, Map.of("number", person.number())))) {
            assertThat(answer.body())
                    .contains("现在不在推荐时间", "href=\"/awards/" + Ids.text(round) + "\"")
                    .doesNotContain("name=\"number\"");
        }
    }
}
