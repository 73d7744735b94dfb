package org.yiwang.board;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongConsumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.board.BoardProjector.Wanted;
import org.yiwang.board.Changes.Place;
import org.yiwang.board.Changes.Put;

/**
 * Boards on which nobody has a score yet, of many members at once: scores by COPY, and tallies and heads counted from them
 * once. In one transaction, for until its end tallies would not follow from scores; so whoever joins meanwhile waits for all
 * of it. What comes out is what {@link BoardProjector} would have written step by step.
 */
@Component
class BoardFill {

    private static final int PEOPLE = 5_000;

    private final BoardMemberStore members;
    private final BoardScoreStore scores;
    private final BoardRowStore rows;
    private final BoardProjector projector;
    private final TransactionTemplate transaction;

    BoardFill(
            BoardMemberStore members,
            BoardScoreStore scores,
            BoardRowStore rows,
            BoardProjector projector,
            TransactionTemplate transaction) {
        this.members = members;
        this.scores = scores;
        this.rows = rows;
        this.projector = projector;
        this.transaction = transaction;
    }

    /**
     * Fills boards that are empty, and leaves others alone.
     *
     * @param people told now and then how many have been computed
     * @return how many rows were written; -1 if there were scores
     */
    long fill(LongConsumer people) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            scores.lock();
            return rows.isEmpty() ? write(people) : -1L;
        }));
    }

    private long write(LongConsumer people) {
        Map<BoardKey, Long> ids = new HashMap<>();
        long written = 0;
        long done = 0;
        List<Long> some = members.after(Long.MIN_VALUE, PEOPLE);
        while (!some.isEmpty()) {
            written += rows.copy(puts(some, ids));
            done += some.size();
            people.accept(done);
            some = members.after(some.getLast(), PEOPLE);
        }
        return written + scores.recount(projector.lengths());
    }

    private List<Put> puts(Collection<Long> people, Map<BoardKey, Long> ids) {
        Wanted wanted = projector.wanted(people);
        Set<BoardKey> others = new HashSet<>();
        wanted.amounts().values().forEach(of -> others.addAll(of.keySet()));
        others.removeAll(ids.keySet());
        ids.putAll(scores.ids(others));
        List<Put> puts = new ArrayList<>();
        wanted.amounts().forEach((person, of) -> {
            String region = Objects.requireNonNull(wanted.places().get(person));
            of.forEach((key, amount) -> puts.add(
                    new Put(new Place(person, Objects.requireNonNull(ids.get(key))), new Score(amount, region))));
        });
        return puts;
    }
}
