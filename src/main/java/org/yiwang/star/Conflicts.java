package org.yiwang.star;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Refusal;
import org.yiwang.star.StarApplication.Deed;
import org.yiwang.star.StarApplication.Step;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.volunteer.Volunteers;

/** Who may not decide: nobody about oneself or somebody close, and nobody twice about the same. */
@Component
class Conflicts {

    private static final Set<Deed> DECISIONS = EnumSet.of(Deed.APPROVED, Deed.REFUSED);

    private final Volunteers volunteers;

    Conflicts(Volunteers volunteers) {
        this.volunteers = volunteers;
    }

    /** Refuses with {@code star.own-case}. */
    void requireNotClose(Actor actor, VolunteerView person) {
        if (volunteers.isClose(actor.accountId(), person)) {
            throw new Refusal(StarProblem.OWN_CASE);
        }
    }

    /** Refuses as above, and with {@code star.nominated-it}, {@code star.decided-before} or {@code star.objected-before}. */
    void requireFresh(Actor actor, StarApplication application, List<Step> steps) {
        requireNotClose(actor, volunteers.get(application.volunteerId()));
        for (Step step : steps) {
            StarProblem problem = switch (step.deed()) {
                case NOMINATED -> StarProblem.NOMINATED_IT;
                case OBJECTED -> StarProblem.OBJECTED_BEFORE;
                default -> StarProblem.DECIDED_BEFORE;
            };
            boolean counts =
                    step.deed() == Deed.NOMINATED || step.deed() == Deed.OBJECTED || DECISIONS.contains(step.deed());
            if (counts && volunteers.isOneHuman(actor.accountId(), step.accountId())) {
                throw new Refusal(problem);
            }
        }
    }
}
