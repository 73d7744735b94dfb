package org.yiwang.honour;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.honour.ShortList.Answer;
import org.yiwang.honour.ShortList.Question;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Refusal;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.volunteer.Volunteers;

/**
 * Whether one's data go onto a short list (PIPL art. 23: recipient, purpose and kind of data are named, and the consent is
 * separate). Nothing follows from a no, and a yes can be taken back; what was handed on before stays visible.
 */
@Component
public class ListConsents {

    private final ListStore store;
    private final Volunteers volunteers;
    private final Clock clock;

    ListConsents(ListStore store, Volunteers volunteers, Clock clock) {
        this.store = store;
        this.volunteers = volunteers;
        this.clock = clock;
    }

    /** What the person and wards were asked, the latest first. */
    @Transactional(readOnly = true)
    public List<Question> list(Actor actor) {
        List<VolunteerView> people = volunteers.actingFor(actor);
        return people.isEmpty() ? List.of() : store.questions(people);
    }

    /** How many wait for an answer. */
    @Transactional(readOnly = true)
    public int countWaiting(Actor actor) {
        LocalDate today = LocalDate.now(clock);
        return (int) list(actor).stream()
                .filter(q ->
                        q.answer() == Answer.ASKED && !q.list().answerUntil().isBefore(today))
                .count();
    }

    /**
     * Answers; for a minor the guardian agrees. Refuses with {@code honour.time-over} after the last day, {@code
     * honour.guardian-agrees}, {@code honour.list-unknown}.
     */
    @Transactional
    public void answer(Actor actor, long listId, long volunteerId, boolean agree) {
        if (!volunteers.mayConsent(actor, volunteers.require(actor, volunteerId)) && agree) {
            throw new Refusal(HonourProblem.GUARDIAN_AGREES);
        }
        ShortList list = store.find(listId).orElseThrow(() -> new Refusal(HonourProblem.LIST_UNKNOWN));
        if (agree && list.answerUntil().isBefore(LocalDate.now(clock))) {
            throw new Refusal(HonourProblem.TIME_OVER);
        }
        boolean changed = store.answer(
                listId,
                volunteerId,
                agree ? Set.of(Answer.ASKED, Answer.DECLINED) : Set.of(Answer.ASKED, Answer.AGREED),
                agree ? Answer.AGREED : Answer.DECLINED,
                clock.instant());
        if (!changed) {
            throw new Refusal(HonourProblem.ALREADY_ANSWERED);
        }
    }
}
