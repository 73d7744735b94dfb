package org.yiwang.activity;

import static org.yiwang.activity.ActivityView.State.CANCELLED;
import static org.yiwang.activity.ActivityView.State.CLOSED;
import static org.yiwang.activity.ActivityView.State.DRAFT;
import static org.yiwang.activity.ActivityView.State.IN_REVIEW;
import static org.yiwang.activity.ActivityView.State.PUBLISHED;
import static org.yiwang.activity.ActivityView.State.RETURNED;

import java.util.Map;
import org.yiwang.activity.ActivityView.State;
import org.yiwang.kernel.Refusal;

/** What can be done with an activity, from which state and to which. The whole graph; there is no other way. */
enum Step {
    /** Change the draft. */
    EDIT(Map.of(DRAFT, DRAFT, RETURNED, RETURNED)),
    /** Hand in for review. */
    SUBMIT(Map.of(DRAFT, IN_REVIEW, RETURNED, IN_REVIEW)),
    /** Publish where nobody reviews. */
    PUBLISH(Map.of(DRAFT, PUBLISHED, RETURNED, PUBLISHED)),
    /** Take back what was handed in. */
    WITHDRAW(Map.of(IN_REVIEW, DRAFT)),
    /** The office agrees: it is public. */
    APPROVE(Map.of(IN_REVIEW, PUBLISHED)),
    /** The office sends it back with reasons. */
    RETURN(Map.of(IN_REVIEW, RETURNED)),
    /** Call it off, or give a draft up. */
    CANCEL(Map.of(DRAFT, CANCELLED, RETURNED, CANCELLED, PUBLISHED, CANCELLED)),
    /** Move shifts to new times. */
    POSTPONE(Map.of(PUBLISHED, PUBLISHED)),
    /** Let it run on after its announced end, once. */
    EXTEND(Map.of(PUBLISHED, PUBLISHED)),
    /** Change the number of places, add shifts. */
    ADJUST(Map.of(PUBLISHED, PUBLISHED)),
    /** Correct texts after publication. */
    CORRECT(Map.of(PUBLISHED, PUBLISHED)),
    /** End it early while it runs. */
    SHORTEN(Map.of(PUBLISHED, PUBLISHED)),
    /** Close it with a summary. */
    CLOSE(Map.of(PUBLISHED, CLOSED));

    private final Map<State, State> graph;

    Step(Map<State, State> graph) {
        this.graph = graph;
    }

    /** Whether it can be taken from that state. */
    boolean isOpenFrom(State state) {
        return graph.containsKey(state);
    }

    /** The state after it; refuses with {@code activity.wrong-state}. */
    State from(State state) {
        State to = graph.get(state);
        if (to == null) {
            throw new Refusal(ActivityProblem.WRONG_STATE);
        }
        return to;
    }
}
