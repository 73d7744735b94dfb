package org.yiwang.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yiwang.activity.ActivityView.State;
import org.yiwang.kernel.Refusal;

class StepTest {

    /** The whole graph as an office would draw it; every pair not named here is refused. */
    private static final Map<String, String> GRAPH = Map.ofEntries(
            Map.entry("DRAFT EDIT", "DRAFT"),
            Map.entry("RETURNED EDIT", "RETURNED"),
            Map.entry("DRAFT SUBMIT", "IN_REVIEW"),
            Map.entry("RETURNED SUBMIT", "IN_REVIEW"),
            Map.entry("DRAFT PUBLISH", "PUBLISHED"),
            Map.entry("RETURNED PUBLISH", "PUBLISHED"),
            Map.entry("IN_REVIEW WITHDRAW", "DRAFT"),
            Map.entry("IN_REVIEW APPROVE", "PUBLISHED"),
            Map.entry("IN_REVIEW RETURN", "RETURNED"),
            Map.entry("DRAFT CANCEL", "CANCELLED"),
            Map.entry("RETURNED CANCEL", "CANCELLED"),
            Map.entry("PUBLISHED CANCEL", "CANCELLED"),
            Map.entry("PUBLISHED POSTPONE", "PUBLISHED"),
            Map.entry("PUBLISHED EXTEND", "PUBLISHED"),
            Map.entry("PUBLISHED ADJUST", "PUBLISHED"),
            Map.entry("PUBLISHED CORRECT", "PUBLISHED"),
            Map.entry("PUBLISHED SHORTEN", "PUBLISHED"),
            Map.entry("PUBLISHED CLOSE", "CLOSED"));

    @Test
    void has_exactly_the_ways_of_the_graph() {
        Map<String, String> open = Stream.of(State.values())
                .flatMap(state -> Stream.of(Step.values())
                        .filter(step -> step.isOpenFrom(state))
                        .map(step ->
                                Map.entry(state + " " + step, step.from(state).name())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, TreeMap::new));
        assertThat(open).containsExactlyInAnyOrderEntriesOf(GRAPH);
    }

    @Test
    void refuses_every_other_way_by_name() {
        for (State state : State.values()) {
            for (Step step : Step.values()) {
                if (!GRAPH.containsKey(state + " " + step)) {
                    assertThatThrownBy(() -> step.from(state))
                            .as("%s from %s", step, state)
                            .isInstanceOfSatisfying(
                                    Refusal.class, r -> assertThat(r.problem()).isEqualTo(ActivityProblem.WRONG_STATE));
                }
            }
        }
    }
}
