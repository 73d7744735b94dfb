package org.yiwang.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiwang.testing.Refusals.refused;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.activity.ActivityEvent;
import org.yiwang.attendance.AttendanceEvent;
import org.yiwang.attendance.Evidence;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Period;
import org.yiwang.notification.Inbox;
import org.yiwang.record.Because;
import org.yiwang.record.Corrections;
import org.yiwang.record.Proposal;
import org.yiwang.record.ProposalClock;
import org.yiwang.record.Raises;
import org.yiwang.record.RecordCases;
import org.yiwang.record.RecordKey;
import org.yiwang.record.RecordState;
import org.yiwang.record.RecordTrail;
import org.yiwang.record.RecordView;
import org.yiwang.record.TimeKind;
import org.yiwang.record.TrailLine;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.FoundCases;
import org.yiwang.testing.TestClock;
import org.yiwang.testing.Visitor;
import org.yiwang.testing.VolunteerFixture;
import org.yiwang.trust.SanctionView.Subject;
import org.yiwang.trust.Sanctions;

/** A correction that raises a record is manual entry by another door: two people, the quota, the ban. */
@CityTest
class RaisedRecordsTest {

    private static final Corrections.Grounds GROUNDS = new Corrections.Grounds("签退早了", "现场签名表，队长在场");

    @Autowired
    private Corrections corrections;

    @Autowired
    private Raises raises;

    @Autowired
    private ProposalClock proposals;

    @Autowired
    private RecordTrail trail;

    @Autowired
    private Inbox inbox;

    @Autowired
    private TestClock clock;

    @Autowired
    private RecordCases records;

    @Autowired
    private Quotas quotas;

    @Autowired
    private Sanctions sanctions;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transaction;

    private EntryFixture f;

    @BeforeEach
    void begin() {
        f = EntryFixture.begin();
    }

    @Test
    void a_second_person_confirms_it_within_the_quota_and_nobody_else_does() {
        RecordKey key = hour(Evidence.Way.ATTESTED);
        corrections.correct(f.admin(), key, minutes(120), GROUNDS);
        assertThat(raises.waiting(f.secondActor(), f.activity().id()))
                .extracting(Proposal::key)
                .containsExactly(key);
        refused("entry.second-person", () -> raises.confirm(f.admin(), key));
        refused("record.no-proposal", () -> corrections.agree(VolunteerFixture.actor(f.volunteer()), key));
        assertThat(only().serviceMinutes()).isEqualTo(60);

        raises.confirm(f.secondActor(), key);
        assertThat(only().serviceMinutes()).isEqualTo(120);
        assertThat(only().state()).isEqualTo(RecordState.NOTICE);
        assertThat(quotas.left(f.team().id()).usedMinutes()).isEqualTo(60);
        refused("record.no-proposal", () -> raises.confirm(f.secondActor(), key));
        assertThat(raises.waiting(f.secondActor(), f.activity().id())).isEmpty();
    }

    @Test
    void where_credit_time_would_be_lost_the_volunteer_is_asked_after_the_second_person() {
        RecordKey key = hour(Evidence.Way.SCANNED_CODE);
        corrections.correct(f.admin(), key, minutes(120), GROUNDS);
        raises.confirm(f.secondActor(), key);
        assertThat(only().serviceMinutes()).isEqualTo(60);
        corrections.agree(VolunteerFixture.actor(f.volunteer()), key);
        assertThat(only().serviceMinutes()).isEqualTo(120);
        assertThat(only().kind()).isEqualTo(TimeKind.HONOUR);
    }

    @Test
    void over_the_pages_and_the_api_it_waits_with_both_buttons_for_the_second_person_alone() {
        RecordKey key = hour(Evidence.Way.ATTESTED);
        corrections.correct(f.admin(), key, minutes(120), GROUNDS);
        String desk = "/desk/records/" + Ids.text(key.volunteerId()) + "/" + Ids.text(key.recordId());
        String api = "/api/v1/volunteers/" + Ids.text(key.volunteerId()) + "/records/" + Ids.text(key.recordId())
                + "/proposals/";
        Visitor first = Visitor.asAccount(f.admin().accountId());
        Visitor second = Visitor.asAccount(f.secondActor().accountId());
        assertThat(first.get(desk).body()).contains(desk + "/withdraw").doesNotContain(desk + "/confirm");
        assertThat(second.get(desk).body()).contains(desk + "/confirm", desk + "/turn-down");
        assertThat(second.get("/desk/activities/" + Ids.text(f.activity().id()) + "/records")
                        .body())
                .contains("等另一位负责人确认的更正", "前没有人确认就失效");
        assertThat(raises.toConfirm(f.secondActor()))
                .hasValue(new Raises.ToConfirm(
                        1, f.activity().id(), clock.instant().plus(Duration.ofDays(14))));
        assertThat(second.get("/desk").body()).contains("1 条增加时长的更正等第二个人确认");
        assertThat(first.get("/desk").body()).doesNotContain("等第二个人确认");
        transaction.executeWithoutResult(_ -> records.freeze(List.of(key), Because.of(0, "record.why.case-frozen")));
        assertThat(raises.toConfirm(f.secondActor()))
                .as("nobody can confirm it while a case holds the record")
                .isEmpty();
        transaction.executeWithoutResult(_ -> records.release(List.of(key), Because.of(0, "record.why.case-over")));
        assertThat(second.get(desk).body()).contains("前没有人确认就失效");
        assertThat(second.api(
                                "GET",
                                "/api/v1/activities/" + Ids.text(f.activity().id()) + "/raises",
                                null)
                        .body())
                .contains("\"lapsesAt\"");
        assertThat(first.api("POST", api + "confirmation", null).code()).isEqualTo("entry.second-person");
        assertThat(second.api("POST", api + "turn-down", Map.of("why", " ")).code())
                .isEqualTo("record.reason-needed");
        second.post(desk + "/turn-down", Map.of("whyNot", "签名表上没有这个人"));
        assertThat(corrections.of(key)).extracting(Proposal::state).containsExactly(Proposal.State.TURNED_DOWN);
        assertThat(only().serviceMinutes()).isEqualTo(60);
    }

    @Test
    void what_nobody_confirms_lapses_and_no_longer_stands_in_the_way() {
        RecordKey key = hour(Evidence.Way.ATTESTED);
        corrections.correct(f.admin(), key, minutes(120), GROUNDS);
        clock.advance(Duration.ofDays(14).minusSeconds(1));
        proposals.expireUnconfirmed();
        refused("record.proposed-already", () -> corrections.declareVoid(f.admin(), key, GROUNDS));

        clock.advance(Duration.ofSeconds(1));
        proposals.expireUnconfirmed();
        assertThat(corrections.of(key)).extracting(Proposal::state).containsExactly(Proposal.State.EXPIRED);
        assertThat(only().serviceMinutes()).isEqualTo(60);
        refused("record.no-proposal", () -> raises.confirm(f.secondActor(), key));
        TrailLine last = trail.of(only()).getLast();
        assertThat(last.what()).isEqualTo(TrailLine.What.EXPIRED);
        assertThat(last.who()).isEqualTo(TrailLine.Who.PROGRAM);
        assertThat(last.why()).isEqualTo("record.why.raise-expired");
        for (Actor told : List.of(f.admin(), VolunteerFixture.actor(f.volunteer()))) {
            assertThat(inbox.list(told, false, 1).items())
                    .extracting(m -> m.notice().key())
                    .contains("notice.record.raise-expired");
        }
        corrections.declareVoid(f.admin(), key, GROUNDS);
    }

    @Test
    void under_a_ban_nothing_is_raised() {
        RecordKey key = hour(Evidence.Way.ATTESTED);
        corrections.correct(f.admin(), key, minutes(120), GROUNDS);
        sanctions.impose(
                EntryFixture.district(),
                Subject.organization(f.team().id()),
                "no-manual-entry",
                "替人补录",
                FoundCases.upheld(f.activity().id()));
        refused("trust.manual-entry-banned", () -> raises.confirm(f.secondActor(), key));
        corrections.withdraw(f.admin(), key);
        refused("trust.manual-entry-banned", () -> corrections.correct(f.admin(), key, minutes(90), GROUNDS));
    }

    /** An hour on record, on notice. */
    private RecordKey hour(Evidence.Way out) {
        long account = f.volunteer().contactAccountId();
        transaction.executeWithoutResult(_ -> {
            events.publishEvent(new AttendanceEvent.PairClosed(
                    Ids.next(),
                    f.activity().id(),
                    f.activity().shifts().getFirst().id(),
                    f.volunteer().id(),
                    minutes(60),
                    new Evidence(Evidence.Way.SCANNED_CODE, 12, false, null, account),
                    new Evidence(out, 12, false, null, account)));
            events.publishEvent(new ActivityEvent.Closed(f.activity().id()));
        });
        return only().key();
    }

    private RecordView only() {
        var live = records.ofVolunteer(f.volunteer().id());
        assertThat(live).hasSize(1);
        return live.getFirst();
    }

    private Period minutes(int minutes) {
        Instant start = f.activity().shifts().getFirst().period().start();
        return new Period(start, start.plus(Duration.ofMinutes(minutes)));
    }
}
