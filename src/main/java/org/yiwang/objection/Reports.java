package org.yiwang.objection;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.account.Accounts;
import org.yiwang.activity.ActivityView;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.MobileNumber;
import org.yiwang.kernel.Refusal;
import org.yiwang.objection.CaseStep.Side;
import org.yiwang.objection.CaseStep.What;
import org.yiwang.platform.Vault;
import org.yiwang.record.RecordKey;
import org.yiwang.record.RecordView;
import org.yiwang.volunteer.Volunteers;

/**
 * Reports by anyone, without an account (Order 67 art. 20). They go to the offices, never to the organization reported;
 * who reported looks the answer up by a receipt number, and may take it further once.
 */
@Component
public class Reports {

    private static final String PURPOSE = "report";

    /** A key that nobody guesses or draws twice; those of forms and phones are longer. */
    private static final int SHORTEST_KEY = 16;

    private final CaseStore store;
    private final CaseListStore lists;
    private final CaseStepStore steps;
    private final CaseTerms terms;
    private final CaseFiles files;
    private final CaseRecords records;
    private final CaseNotices notices;
    private final Escalation escalation;
    private final Receipts receipts;
    private final Tries tries;
    private final Accounts accounts;
    private final Volunteers volunteers;
    private final Vault vault;
    private final TransactionTemplate transaction;

    Reports(
            CaseStore store,
            CaseListStore lists,
            CaseStepStore steps,
            CaseTerms terms,
            CaseFiles files,
            CaseRecords records,
            CaseNotices notices,
            Escalation escalation,
            Receipts receipts,
            Tries tries,
            Accounts accounts,
            Volunteers volunteers,
            Vault vault,
            TransactionTemplate transaction) {
        this.store = store;
        this.lists = lists;
        this.steps = steps;
        this.terms = terms;
        this.files = files;
        this.records = records;
        this.notices = notices;
        this.escalation = escalation;
        this.receipts = receipts;
        this.tries = tries;
        this.accounts = accounts;
        this.volunteers = volunteers;
        this.vault = vault;
        this.transaction = transaction;
    }

    /** What a report would be about, without a name; refuses with {@code case.nothing-named} what is not there. */
    @Transactional(readOnly = true)
    public Reported about(@Nullable RecordKey record, @Nullable Long activityId) {
        if (record != null) {
            RecordView view = records.current(record);
            return new Reported(view.title(), view.organizationName(), view.serviceDate());
        }
        ActivityView activity = files.activity(activityId);
        return new Reported(activity.title(), null, null);
    }

    /** Sends a code to the number at which the answer is to be told. */
    public void sendCode(String mobile, String clientAddress) {
        accounts.sendCode(mobile, PURPOSE, clientAddress);
    }

    /**
     * Reports. Refuses with {@code case.too-often}, {@code case.complaint}, {@code case.nothing-named}, {@code
     * case.key-too-short}, and a wrong code.
     *
     * @param actor who reports, null for somebody who is not signed in
     * @param key of the form: the same report sent twice is one report; null for none
     * @return the receipt number
     */
    public String report(@Nullable Actor actor, Report report, @Nullable String key, String clientAddress) {
        if (!Complaint.reports().contains(report.complaint())) {
            throw new Refusal(CaseProblem.COMPLAINT).at("complaint");
        }
        String mobile = report.mobile().isBlank()
                ? ""
                : MobileNumber.read(report.mobile())
                        .orElseThrow(() -> new Refusal(org.yiwang.account.AccountProblem.MOBILE_INVALID).at("mobile"))
                        .digits();
        Words.require(report.words(), "words");
        tries.report(clientAddress);
        String receipt = key == null || key.isBlank() ? receipts.draw() : receipts.of(secret(report, mobile, key));
        if (lists.findByReceipt(receipts.digest(receipt)).isPresent()) {
            return receipt;
        }
        // The code's try is counted before this transaction holds a connection.
        transaction.executeWithoutResult(status -> {
            if (!mobile.isEmpty()) {
                accounts.checkCode(mobile, PURPOSE, report.code());
                tries.reported(mobile);
            }
            open(actor == null ? 0 : actor.accountId(), report, mobile, receipt);
        });
        return receipt;
    }

    /** Of the key with all that is reported: another report never gets the receipt of this one, whoever guesses its key. */
    private static String secret(Report report, String mobile, String key) {
        if (key.length() < SHORTEST_KEY) {
            throw new Refusal(CaseProblem.KEY_TOO_SHORT);
        }
        return String.join(
                "\n",
                "report",
                report.complaint().name(),
                String.valueOf(report.record()),
                String.valueOf(report.activityId()),
                mobile,
                String.valueOf(key.length()),
                key,
                report.words());
    }

    /** The answer, by receipt number. */
    @Transactional(readOnly = true)
    public Optional<ReportAnswer> find(String receipt) {
        return lists.findByReceipt(receipts.digest(receipt))
                .map(it -> new ReportAnswer(
                        it.kind(),
                        it.complaint(),
                        it.about(),
                        it.openedAt(),
                        it.state() == CaseView.State.DECIDED,
                        it.dueOn(),
                        it.state() == CaseView.State.DECIDED ? it.outcome() : null,
                        steps.isTakenAbove(it.id()),
                        it.mayTakeAbove(terms.today()) ? it.escalateUntil() : null));
    }

    /**
     * Takes it to the office above, once, that the report was found unfounded: whoever has the receipt number is whoever
     * reported. Sent twice it is done once. Refuses with {@code case.receipt}, {@code case.not-waiting} and {@code case.too-late}.
     */
    @Transactional
    public void takeAbove(String receipt, String why) {
        CaseView it = lists.findByReceipt(receipts.digest(receipt))
                .flatMap(found -> store.lock(found.id()))
                .orElseThrow(() -> new Refusal(CaseProblem.RECEIPT));
        if (it.state() == CaseView.State.ESCALATED && steps.isTakenAbove(it.id())) {
            return; // Sent twice: it is there already.
        }
        if (it.state() != CaseView.State.DECIDED || it.escalateUntil() == null) {
            throw new Refusal(CaseProblem.NOT_WAITING);
        }
        if (!it.mayTakeAbove(terms.today())) {
            throw new Refusal(CaseProblem.TOO_LATE);
        }
        escalation.byOutsider(it, Words.require(why, "why"));
    }

    private void open(long accountId, Report report, String mobile, String receipt) {
        NewCase.Subject subject;
        NewCase.Seat seat;
        List<RecordKey> keys = List.of();
        if (report.record() != null) {
            RecordView view = records.current(report.record());
            subject = NewCase.Subject.of(view);
            seat = files.seat(view, volunteers.get(view.volunteerId()));
            keys = List.of(CaseRecords.key(view));
        } else {
            ActivityView activity = files.activity(report.activityId());
            subject = new NewCase.Subject(null, null, activity.id(), activity.title(), null);
            seat = files.seat(activity);
        }
        List<RecordKey> reported = keys;
        NewCase it = new NewCase(
                report.complaint(),
                Words.require(report.words(), "words"),
                subject,
                seat.withoutOrganization(),
                null,
                accountId,
                new NewCase.Outsider(receipts.digest(receipt), mobile.isEmpty() ? null : vault.seal(mobile), null));
        // Nothing is opened if the same report was sent at the same moment.
        store.open(it, terms.fromToday()).ifPresent(id -> {
            store.addRecords(id, reported, false);
            steps.add(id, files.step(What.OPENED, Side.OUTSIDER, accountId, null));
            notices.opened(lists.find(id).orElseThrow());
        });
    }

    /**
     * What a report is about.
     *
     * @param title the activity
     * @param organization who recorded, null for a report about the activity itself
     * @param day the day, null for a report about the activity itself
     */
    public record Reported(String title, @Nullable String organization, java.time.@Nullable LocalDate day) {}
}
