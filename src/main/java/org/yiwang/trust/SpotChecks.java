package org.yiwang.trust;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.account.Accounts;
import org.yiwang.account.AuditTrail;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Permission;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.RegionCode;
import org.yiwang.kernel.Slice;
import org.yiwang.record.RecordEvidence;
import org.yiwang.record.RecordFacts;
import org.yiwang.record.RecordKey;
import org.yiwang.rules.Rules;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.volunteer.Volunteers;

/**
 * Spot checks of offices (domain F16): a sample of each month that everybody can draw again ({@link SampleClock} draws those of
 * the districts), calls, what people said. Needs
 * {@code SPOT_CHECK} for the region; nobody checks the own records or those of a team that the person runs. What is
 * published is {@link PublishedSamples}'.
 */
@Component
public class SpotChecks {

    private final SpotCheckStore store;
    private final Drawing drawing;
    private final TrustGrades grades;
    private final TrustGradeStore due;
    private final RecordEvidence records;
    private final ObjectProvider<CasesOfCalls> cases;
    private final Volunteers volunteers;
    private final Accounts accounts;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Rules rules;
    private final Clock clock;

    SpotChecks(
            SpotCheckStore store,
            Drawing drawing,
            TrustGrades grades,
            TrustGradeStore due,
            RecordEvidence records,
            ObjectProvider<CasesOfCalls> cases,
            Volunteers volunteers,
            Accounts accounts,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Rules rules,
            Clock clock) {
        this.store = store;
        this.drawing = drawing;
        this.grades = grades;
        this.due = due;
        this.records = records;
        this.cases = cases;
        this.volunteers = volunteers;
        this.accounts = accounts;
        this.audit = audit;
        this.events = events;
        this.rules = rules;
        this.clock = clock;
    }

    /** Samples of regions within reach, the latest month first. */
    public Slice<SampleView> list(Actor actor, int page) {
        int from = (Math.max(1, page) - 1) * PublishedSamples.PAGE;
        return Slice.cut(
                store.within(actor.reach(Permission.SPOT_CHECK), PublishedSamples.PAGE + 1, from),
                Math.max(1, page),
                PublishedSamples.PAGE);
    }

    /** How many records of samples within reach nobody has called about yet. */
    public int countToCall(Actor actor) {
        return store.countToCall(actor.reach(Permission.SPOT_CHECK));
    }

    /**
     * Draws the sample of a month in a region by hand: of a street, of the whole city, or before the program draws that of the
     * district. Refuses with {@code trust.month-not-over}, {@code trust.no-head-yet}, {@code trust.within-later}, {@code
     * trust.nothing-to-draw}, {@code trust.already-drawn}.
     *
     * @return its id
     */
    @Transactional
    public long draw(Actor actor, YearMonth month, RegionCode region) {
        actor.require(Permission.SPOT_CHECK, region);
        long id = drawing.draw(month, region, actor.accountId());
        audit.write(actor, "trust.draw", "sample:" + Ids.text(id), month.toString(), region);
        return id;
    }

    /** A sample; refuses with {@code trust.sample-unknown} outside of reach. */
    public SampleView get(Actor actor, long sampleId) {
        SampleView sample = store.find(sampleId).orElseThrow(() -> new Refusal(TrustProblem.SAMPLE_UNKNOWN));
        if (!actor.reach(Permission.SPOT_CHECK).covers(sample.region())) {
            throw new Refusal(TrustProblem.SAMPLE_UNKNOWN);
        }
        return sample;
    }

    /** The records of a sample in the order in which they were drawn, with their people by volunteer id. */
    @Transactional(readOnly = true)
    public Work work(Actor actor, long sampleId) {
        SampleView sample = get(actor, sampleId);
        List<SampleItem> items = store.items(sampleId);
        return new Work(
                sample,
                items,
                volunteers.getAll(items.stream().map(i -> i.key().volunteerId()).toList()),
                store.byOrganization(sampleId));
    }

    /**
     * A sample as those see it who call.
     *
     * @param sample the sample
     * @param items its records
     * @param people whose they are; show them masked
     * @param organizations what came out so far, by organization
     */
    public record Work(
            SampleView sample,
            List<SampleItem> items,
            Map<Long, VolunteerView> people,
            List<SampleView.OfOrganization> organizations) {}

    /** One record to be asked about; refuses with {@code trust.sample-unknown}. */
    @Transactional(readOnly = true)
    public Call call(Actor actor, long sampleId, int no) {
        get(actor, sampleId);
        SampleItem item = store.item(sampleId, no).orElseThrow(() -> new Refusal(TrustProblem.SAMPLE_UNKNOWN));
        VolunteerView person = volunteers.get(item.key().volunteerId());
        return new Call(
                item,
                records.find(item.key()).orElseThrow(),
                person,
                accounts.get(person.contactAccountId()).maskedMobile(),
                store.calls(sampleId, no),
                cases.stream()
                        .flatMap(c -> c.find(item.key()).stream())
                        .findFirst()
                        .orElse(null));
    }

    /**
     * What a caller sees.
     *
     * @param item the record in the sample
     * @param record the record
     * @param person whose it is; show the name masked until it is revealed
     * @param maskedMobile where to call, masked
     * @param calls calls made so far
     * @param caseId the case that a call has opened, null for none
     */
    public record Call(
            SampleItem item,
            RecordFacts record,
            VolunteerView person,
            String maskedMobile,
            List<SampleItem.Call> calls,
            @Nullable Long caseId) {}

    /**
     * Name and mobile number in full, to call; the look is noted with its purpose. Refuses as {@link #note}, and with {@code
     * account.purpose-needed}.
     */
    @Transactional
    public Contact reveal(Actor actor, long sampleId, int no, String purpose) {
        get(actor, sampleId);
        SampleItem item = store.item(sampleId, no).orElseThrow(() -> new Refusal(TrustProblem.SAMPLE_UNKNOWN));
        VolunteerView person = requireNotOwn(actor, item);
        audit.look(actor, "volunteer:" + Ids.text(person.id()), purpose, item.region());
        return new Contact(person.name(), accounts.mobile(person.contactAccountId()));
    }

    /**
     * Whom to call.
     *
     * @param name in full
     * @param mobile in full
     */
    public record Contact(String name, String mobile) {}

    /**
     * Notes what came out of a call. Somebody who was not reached may be called again, and a word may be put right by a
     * later one; every call is kept. The record is graded anew at once, and so are those of the organization. Refuses with
     * {@code trust.own-record}, {@code trust.own-team}, {@code trust.note-needed}.
     *
     * @param note what was said; needed unless the record was confirmed or nobody answered
     * @param handOver whether the record is handed over to be looked into, as a case that somebody else decides; only for
     *     somebody who was not there
     */
    @Transactional
    public void note(Actor actor, long sampleId, int no, Outcome outcome, String note, boolean handOver) {
        get(actor, sampleId);
        SampleItem item = store.lock(sampleId, no).orElseThrow(() -> new Refusal(TrustProblem.SAMPLE_UNKNOWN));
        requireNotOwn(actor, item);
        if (note.isBlank() && (outcome == Outcome.WRONG_TIME || outcome == Outcome.WAS_NOT_THERE)) {
            throw new Refusal(TrustProblem.NOTE_NEEDED).at("note");
        }
        Instant now = clock.instant();
        store.note(item, outcome, note.strip(), actor.accountId(), now);
        audit.write(actor, "trust.call", "record:" + text(item.key()), outcome.name(), item.region());
        if (handOver && outcome == Outcome.WAS_NOT_THERE) {
            events.publishEvent(new TrustEvent.NotThere(item.key(), note.strip(), actor.accountId()));
            audit.write(actor, "trust.hand-over", "record:" + text(item.key()), note.strip(), item.region());
        }
        grades.grade(List.of(item.activityId()));
        int days = rules.current(GradeRule.KEY, GradeRule.class).value().historyDays();
        due.addDueActivities(records.activitiesOf(
                item.organizationId(),
                item.serviceDate().minusDays(days),
                item.serviceDate().plusDays(days)));
    }

    private VolunteerView requireNotOwn(Actor actor, SampleItem item) {
        VolunteerView person = volunteers.get(item.key().volunteerId());
        if (person.concerns(actor.accountId())) {
            throw new Refusal(TrustProblem.OWN_RECORD);
        }
        if (actor.reach(Permission.RECORD_ATTEST).organizations().stream()
                .anyMatch(item.organizationAncestors()::contains)) {
            throw new Refusal(TrustProblem.OWN_TEAM);
        }
        return person;
    }

    private static String text(RecordKey key) {
        return Ids.text(key.volunteerId()) + "/" + Ids.text(key.recordId());
    }
}
