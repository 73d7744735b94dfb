package org.yiwang.dossier;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.yiwang.rules.Rules;

/**
 * What volunteers said of their services with many organizations on some days, as sums: in whole groups of as many voices as
 * everybody may see ({@code dossier.evaluation}), so that no voice can be read off a difference.
 */
@Component
public class TeamVoices {

    private final TurnSumStore store;
    private final Rules rules;
    private final Clock clock;

    TeamVoices(TurnSumStore store, Rules rules, Clock clock) {
        this.store = store;
        this.rules = rules;
        this.clock = clock;
    }

    /** The sums by organization; one with too few voices is left out. One query. */
    public Map<Long, Sums> of(Collection<Long> organizationIds, LocalDate from, LocalDate to) {
        int group =
                rules.current(EvaluationRule.KEY, EvaluationRule.class).value().publicFrom();
        return organizationIds.isEmpty() ? Map.of() : store.sums(organizationIds, from, to, group, clock.instant());
    }

    /**
     * Added-up answers to all questions.
     *
     * @param voices how many are counted in
     * @param answers how many answers they gave
     * @param good how many of these said good
     */
    public record Sums(int voices, int answers, int good) {}
}
