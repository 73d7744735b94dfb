package org.yiwang.objection;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.activity.ActivityView;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.Slice;
import org.yiwang.objection.CaseView.Kind;
import org.yiwang.objection.CaseView.State;
import org.yiwang.record.RecordCases;
import org.yiwang.record.RecordKey;
import org.yiwang.record.RecordView;
import org.yiwang.record.Records;
import org.yiwang.signup.MySignUp;
import org.yiwang.signup.SignUps;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.volunteer.Volunteers;

/**
 * Cases as the volunteer (or the guardian) has them: objecting to a record, saying that one is missing, following the
 * case, and taking an answer to the district once (Order 67 art. 13).
 */
@Component
public class Objections {

    private static final int PAGE_SIZE = 20;
    private static final int PAST = 60;

    private final CaseStore store;
    private final CaseListStore lists;
    private final CaseStepStore steps;
    private final CaseTerms terms;
    private final CaseNotices notices;
    private final CaseFiles files;
    private final Escalation escalation;
    private final Announcements announcements;
    private final OneObjection one;
    private final Records records;
    private final RecordCases recordCases;
    private final Volunteers volunteers;
    private final SignUps signUps;

    Objections(
            CaseStore store,
            CaseListStore lists,
            CaseStepStore steps,
            CaseTerms terms,
            CaseNotices notices,
            CaseFiles files,
            Escalation escalation,
            Announcements announcements,
            OneObjection one,
            Records records,
            RecordCases recordCases,
            Volunteers volunteers,
            SignUps signUps) {
        this.store = store;
        this.lists = lists;
        this.steps = steps;
        this.terms = terms;
        this.notices = notices;
        this.files = files;
        this.escalation = escalation;
        this.announcements = announcements;
        this.one = one;
        this.records = records;
        this.recordCases = recordCases;
        this.volunteers = volunteers;
        this.signUps = signUps;
    }

    /**
     * Objects to a record, or to a correction that was proposed since the last objection; the organization that recorded has to
     * answer. Refuses with {@code case.already-open},
     * {@code case.escalate-instead}, {@code case.decided-already}, {@code case.record-replaced} or {@code case.complaint}.
     *
     * @return the case
     */
    @Transactional
    public long object(Actor actor, long volunteerId, long recordId, Objection what) {
        RecordKey key = CaseRecords.key(records.get(actor, volunteerId, recordId));
        if (!Complaint.aboutRecord().contains(what.complaint())) {
            throw new Refusal(CaseProblem.COMPLAINT).at("complaint");
        }
        // Whatever is carried out at this moment is either done, and seen here, or waits for the case.
        RecordView record = recordCases.lock(key);
        one.problem(key).ifPresent(problem -> {
            throw new Refusal(problem);
        });
        NewCase it = new NewCase(
                what.complaint(),
                Words.require(what.words(), "words"),
                NewCase.Subject.of(record),
                files.seat(record, volunteers.get(volunteerId)),
                what.wished(),
                actor.accountId(),
                null);
        return open(actor, it, List.of(key));
    }

    /**
     * Says that a service is not on record. Named by its activity it goes to the organizer, otherwise to the office where
     * the volunteer lives. Refuses with {@code case.nothing-named}.
     */
    @Transactional
    public long missing(Actor actor, long volunteerId, MissingService what) {
        VolunteerView person = volunteers.require(actor, volunteerId);
        if (what.activityId() == null && what.described().isBlank()) {
            throw new Refusal(CaseProblem.NOTHING_NAMED).at("described");
        }
        if (what.day().isAfter(terms.today())) {
            throw new Refusal(CaseProblem.NOTHING_NAMED).at("day");
        }
        NewCase.Seat seat;
        String about;
        if (what.activityId() == null) {
            seat = files.officeOf(person);
            about = Words.require(what.described(), "described");
        } else {
            ActivityView activity = files.activity(what.activityId());
            seat = files.seat(activity);
            about = activity.title();
        }
        NewCase it = new NewCase(
                Complaint.MISSING,
                Words.require(what.words(), "words"),
                new NewCase.Subject(volunteerId, null, what.activityId(), about, what.day()),
                seat,
                what.served(),
                actor.accountId(),
                null);
        return open(actor, it, List.of());
    }

    /** Activities of the last months for which the volunteer had signed up, to choose the missing one from. */
    public List<MySignUp> attended(Actor actor, long volunteerId) {
        volunteers.require(actor, volunteerId);
        return signUps.past(volunteerId, PAST).stream()
                .filter(s -> s.activity() != null)
                .toList();
    }

    /** Cases about the volunteer, the last first; reports only once the volunteer was told of them. */
    public Slice<CaseView> mine(Actor actor, long volunteerId, int page) {
        volunteers.require(actor, volunteerId);
        return lists.ofVolunteer(volunteerId, Slice.page(page), PAGE_SIZE);
    }

    /** Answers that the person, or somebody for whom the person acts, may still take to the district, the first to end first. */
    @Transactional(readOnly = true)
    public List<CaseView> answered(Actor actor) {
        List<Long> people =
                volunteers.actingFor(actor).stream().map(VolunteerView::id).toList();
        return people.isEmpty() ? List.of() : lists.answered(people, terms.today());
    }

    /** One of them; refuses with {@code case.unknown}. */
    @Transactional(readOnly = true)
    public CaseFile get(Actor actor, long caseId) {
        return files.file(own(actor, lists.find(caseId))).asTheVolunteerReads();
    }

    /** The last objection to a record of the volunteer, if there ever was one. */
    public Optional<CaseView> findLast(Actor actor, RecordKey record) {
        volunteers.require(actor, record.volunteerId());
        return lists.lastObjection(record);
    }

    /** Adds something while the case waits or a decision is announced; refuses with {@code case.not-waiting}. */
    @Transactional
    public void state(Actor actor, long caseId, String words) {
        CaseView it = own(actor, store.lock(caseId));
        if (!it.isWaiting() && it.state() != State.ANNOUNCED) {
            throw new Refusal(CaseProblem.NOT_WAITING);
        }
        steps.add(caseId, step(CaseStep.What.STATED, actor, it, Words.require(words, "words")));
        if (it.state() == State.ANNOUNCED) {
            notices.answered(it);
        }
    }

    /** Agrees to what is announced: it is carried out at once. Refuses with {@code case.not-waiting}. */
    @Transactional
    public void agree(Actor actor, long caseId) {
        CaseView it = own(actor, store.lock(caseId));
        if (it.state() != State.ANNOUNCED) {
            throw new Refusal(CaseProblem.NOT_WAITING);
        }
        steps.add(caseId, step(CaseStep.What.AGREED, actor, it, null));
        announcements.carryOut(it);
    }

    /**
     * Takes the organization's answer to the district, or what an office has announced to the office above; once. Refuses with {@code case.not-waiting} or
     * {@code case.too-late}, and with {@code case.already-open} where a newer objection to the same record is open.
     */
    @Transactional
    public void escalate(Actor actor, long caseId, String why) {
        CaseView it = own(actor, store.lock(caseId));
        if (it.state() != State.ANSWERED && !it.mayContest()) {
            throw new Refusal(CaseProblem.NOT_WAITING);
        }
        if (!it.mayContest() && !it.mayEscalate(terms.today())) {
            throw new Refusal(CaseProblem.TOO_LATE);
        }
        requireNoOther(it);
        escalation.byVolunteer(it, step(CaseStep.What.ESCALATED, actor, it, Words.require(why, "why")));
    }

    /** Of several objections to a record, to what was proposed at different times, one at a time is with an office. */
    private void requireNoOther(CaseView it) {
        if (it.kind() != Kind.OBJECTION || it.recordId() == null) {
            return;
        }
        RecordKey key = new RecordKey(Objects.requireNonNull(it.volunteerId()), it.recordId());
        recordCases.lock(key);
        if (lists.isAnotherOpen(key, it.id())) {
            throw new Refusal(CaseProblem.ALREADY_OPEN);
        }
    }

    private long open(Actor actor, NewCase it, List<RecordKey> keys) {
        long id = store.open(it, terms.fromToday()).orElseThrow(() -> new Refusal(CaseProblem.ALREADY_OPEN));
        store.addRecords(id, keys, false);
        CaseView opened = lists.find(id).orElseThrow();
        steps.add(id, step(CaseStep.What.OPENED, actor, opened, null));
        notices.opened(opened);
        return id;
    }

    /** By the volunteer or the guardian: the trail goes on to tell which, whatever becomes of their accounts. */
    private CaseStep step(CaseStep.What what, Actor actor, CaseView it, @Nullable String words) {
        Long own = volunteers.get(Objects.requireNonNull(it.volunteerId())).accountId();
        boolean self = own != null && own == actor.accountId();
        return files.step(what, self ? CaseStep.Side.VOLUNTEER : CaseStep.Side.GUARDIAN, actor.accountId(), words);
    }

    private CaseView own(Actor actor, Optional<CaseView> found) {
        return found.filter(it -> it.told() && it.volunteerId() != null)
                .filter(it -> volunteers.mayActFor(actor, volunteers.get(Objects.requireNonNull(it.volunteerId()))))
                .orElseThrow(() -> new Refusal(CaseProblem.UNKNOWN));
    }
}
