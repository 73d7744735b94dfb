package org.yiwang.volunteer;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Refusal;
import org.yiwang.rules.Codes;
import org.yiwang.volunteer.QualificationStore.Statement;
import org.yiwang.volunteer.QualificationView.State;

/**
 * What volunteers are qualified for (first aid, driving, nursing …): stated by the person or a minor's guardian,
 * decided by {@link QualificationReview}. Only what was confirmed and has not ended counts for a post that asks for it.
 */
@Component
public class Qualifications {

    /** The code table. */
    static final String TABLE = "qualification";

    /** Most characters of what is told as evidence. */
    public static final int EVIDENCE = 200;

    private final QualificationStore store;
    private final Volunteers volunteers;
    private final Codes codes;
    private final Clock clock;

    Qualifications(QualificationStore store, Volunteers volunteers, Codes codes, Clock clock) {
        this.store = store;
        this.volunteers = volunteers;
        this.codes = codes;
        this.clock = clock;
    }

    /**
     * A confirmed qualification.
     *
     * @param code code of the table {@code qualification}
     * @param until its last day, null without an end
     */
    public record Held(String code, @Nullable LocalDate until) {

        /** Whether it holds on that day. */
        public boolean on(LocalDate day) {
            return until == null || !until.isBefore(day);
        }
    }

    /** The person's statements, the newest first; for the person or the guardian. */
    public List<QualificationView> list(Actor actor, long volunteerId) {
        volunteers.require(actor, volunteerId);
        return store.list(volunteerId);
    }

    /**
     * States a qualification, or corrects a statement of the same that still waits. Refuses with
     * {@code volunteer.code-unknown}, {@code volunteer.evidence-needed} or {@code volunteer.qualification-ended}.
     *
     * @param evidence number of the certificate or who issued it, at most {@value #EVIDENCE} characters
     * @param validUntil last day on which it holds, null without an end
     */
    @Transactional
    public void state(Actor actor, long volunteerId, String code, String evidence, @Nullable LocalDate validUntil) {
        VolunteerView view = volunteers.require(actor, volunteerId);
        if (view.state() == VolunteerView.State.RESTRICTED || view.state() == VolunteerView.State.VOID) {
            throw new Refusal(VolunteerProblem.NOT_VALID);
        }
        if (!codes.inUse(TABLE, code)) {
            throw new Refusal(VolunteerProblem.CODE_UNKNOWN).at("code");
        }
        String told = evidence.replaceAll("\\p{Cc}+", " ").strip();
        int length = told.codePointCount(0, told.length());
        if (length < 2 || length > EVIDENCE) {
            throw new Refusal(VolunteerProblem.EVIDENCE_NEEDED, EVIDENCE).at("evidence");
        }
        if (validUntil != null && validUntil.isBefore(LocalDate.now(clock))) {
            throw new Refusal(VolunteerProblem.QUALIFICATION_ENDED).at("validUntil");
        }
        store.state(volunteerId, Ids.next(), new Statement(code, told, validUntil), actor.accountId(), clock.instant());
    }

    /** Takes a statement back, confirmed or not; it counts no more. Refuses with {@code volunteer.qualification-unknown}. */
    @Transactional
    public void withdraw(Actor actor, long volunteerId, long id) {
        volunteers.require(actor, volunteerId);
        QualificationView it =
                store.lock(volunteerId, id).orElseThrow(() -> new Refusal(VolunteerProblem.QUALIFICATION_UNKNOWN));
        if (it.state() != State.WITHDRAWN) {
            store.withdraw(volunteerId, id);
        }
    }

    /** What these people hold by confirmation, ended or not; people without any are left out. One query. */
    public Map<Long, List<Held>> held(Collection<Long> volunteerIds) {
        return volunteerIds.isEmpty() ? Map.of() : store.held(volunteerIds);
    }
}
