package org.yiwang.volunteer;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.account.AuditTrail;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Permission;
import org.yiwang.kernel.Refusal;
import org.yiwang.volunteer.VolunteerView.State;

/**
 * Pictures of documents whose number proves nothing by itself (domain B1), for whoever decides about them. Kept sealed,
 * without what a camera adds, and deleted some days after the decision (rule {@code volunteer.pictures}) or when the
 * registration ends. Staff see them only for a stated purpose, which leaves an audit row.
 */
@Component
public class DocumentPictures {

    private final PictureStore store;
    private final Pictures pictures;
    private final Volunteers volunteers;
    private final VolunteerStore rows;
    private final CaseStore cases;
    private final PresentOwner owner;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DocumentPictures(
            PictureStore store,
            Pictures pictures,
            Volunteers volunteers,
            VolunteerStore rows,
            CaseStore cases,
            PresentOwner owner,
            AuditTrail audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.pictures = pictures;
        this.volunteers = volunteers;
        this.rows = rows;
        this.cases = cases;
        this.owner = owner;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What was given so far, and whether pictures are wanted at all. */
    @Transactional(readOnly = true)
    public Given given(Actor actor, long volunteerId) {
        VolunteerView view = volunteers.require(actor, volunteerId);
        PictureRule rule = pictures.rule();
        return new Given(wanted(view), store.sides(volunteerId), rule.mostMegabytes(), rule.keepDays());
    }

    /**
     * Adds the picture of a side, or replaces it. The person does, or the guardian. Refuses with
     * {@code volunteer.picture-…} what is no good picture, and with {@code volunteer.picture-not-wanted} where no document
     * waits to be looked at. The picture is taken apart outside of any transaction.
     */
    public void add(Actor actor, long volunteerId, Side side, byte[] file) {
        requireWanted(volunteers.require(actor, volunteerId));
        byte[] clean = pictures.clean(actor.accountId(), file, pictures.rule().longestSide());
        transaction.executeWithoutResult(status -> {
            requireWanted(rows.lock(volunteerId).orElseThrow());
            store.putDocument(volunteerId, side, clean, actor.accountId(), clock.instant());
        });
    }

    /** The largest file that {@link #add} takes, in bytes. */
    public int mostBytes() {
        return pictures.rule().mostBytes();
    }

    /**
     * The pictures of a case, as JPEG, for a purpose; the look is written to the audit trail in the same transaction.
     * Needs the permission to see personal data as well as the one to decide; refuses with {@code volunteer.own-case} and,
     * after the decision, with {@code volunteer.review-decided}.
     */
    @Transactional
    public Map<Side, byte[]> look(Actor staff, long volunteerId, long caseId, String purpose) {
        CaseStore.Case it =
                cases.find(volunteerId, caseId).orElseThrow(() -> new Refusal(VolunteerProblem.REVIEW_UNKNOWN));
        staff.require(Permission.VOLUNTEER_REVIEW, it.residence());
        staff.require(Permission.PERSONAL_DATA_READ, it.residence());
        owner.requireNotOwn(staff, it);
        if (it.decidedAt() != null) {
            throw new Refusal(VolunteerProblem.REVIEW_DECIDED);
        }
        if (purpose.isBlank()) {
            throw new Refusal(VolunteerProblem.PURPOSE_NEEDED).at("purpose");
        }
        audit.look(staff, "volunteer:" + Ids.text(volunteerId), purpose, it.residence());
        return store.documents(volunteerId);
    }

    private void requireWanted(VolunteerView view) {
        if (!wanted(view)) {
            throw new Refusal(VolunteerProblem.PICTURE_NOT_WANTED);
        }
    }

    private boolean wanted(VolunteerView view) {
        return (view.state() == State.UNDER_REVIEW || view.state() == State.UNCONFIRMED)
                && !rows.details(view.id()).documentChecked();
    }

    /** A side of a document. */
    public enum Side {
        /** With the picture and the number. */
        FRONT,
        /** The other one, where it says something. */
        BACK
    }

    /**
     * Pictures that a person has given.
     *
     * @param wanted whether a document waits to be looked at
     * @param sides what was given, with when
     * @param mostMegabytes largest file
     * @param keepDays days for which they are kept after the decision
     */
    public record Given(boolean wanted, Map<Side, Instant> sides, int mostMegabytes, int keepDays) {}
}
