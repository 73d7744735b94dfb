package org.yiwang.record;

import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Slice;
import org.yiwang.volunteer.Volunteers;

/** Explains the totals of a person: which records, by which version of the rule, and what became of it lately. */
@Component
public class TotalExplanations {

    /** Over what time a change is told. */
    public static final Duration LOOK_BACK = Duration.ofDays(30);

    private static final int PAGE_SIZE = 50;

    private final TotalExplanationStore store;
    private final RecordListStore lists;
    private final Volunteers volunteers;
    private final Clock clock;

    TotalExplanations(TotalExplanationStore store, RecordListStore lists, Volunteers volunteers, Clock clock) {
        this.store = store;
        this.lists = lists;
        this.volunteers = volunteers;
        this.clock = clock;
    }

    /**
     * The total and what is behind it, all as of one moment. Refuses with {@code volunteer.not-yours}.
     *
     * @param page page of the records, from 1
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public TotalExplained explain(Actor actor, long volunteerId, TotalQuestion question, int page) {
        volunteers.require(actor, volunteerId);
        RecordFilter filter =
                new RecordFilter(question.year(), question.category(), RecordState.EFFECTIVE, question.kind());
        return new TotalExplained(
                shown(volunteerId, question),
                store.byRule(volunteerId, question),
                lists.list(volunteerId, filter, Slice.page(page), PAGE_SIZE),
                store.notCounted(volunteerId, question),
                store.change(volunteerId, question, clock.instant().minus(LOOK_BACK)));
    }

    private int shown(long volunteerId, TotalQuestion question) {
        return lists.totals(volunteerId).stream()
                .filter(total -> question.year() == null || question.year() == total.year())
                .filter(total ->
                        question.category() == null || question.category().equals(total.category()))
                .mapToInt(total -> question.kind() == TimeKind.CREDIT ? total.creditMinutes() : total.honourMinutes())
                .sum();
    }
}
