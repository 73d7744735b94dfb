package org.yiwang.board;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is to be written so that the tables say what the records say: scores, and what follows for tallies and heads. */
final class Changes {

    private final Function<String, List<String>> regionsAbove;
    private final List<Put> puts = new ArrayList<>();
    private final List<Place> drops = new ArrayList<>();
    private final Map<Count, Integer> tally = new HashMap<>();
    private final Map<Head, Integer> heads = new HashMap<>();

    /** None yet. */
    Changes(Function<String, List<String>> regionsAbove) {
        this.regionsAbove = regionsAbove;
    }

    /** Notes that a member's score on a board becomes another; null for none. */
    void note(Place place, @Nullable Score before, @Nullable Score after) {
        if (before == null ? after == null : before.equals(after)) {
            return;
        }
        if (after == null) {
            drops.add(place);
        } else {
            puts.add(new Put(place, after));
        }
        count(place.boardId(), before, -1);
        count(place.boardId(), after, 1);
    }

    private void count(long boardId, @Nullable Score score, int people) {
        if (score != null) {
            for (String region : regionsAbove.apply(score.region())) {
                tally.merge(new Count(boardId, region, score.amount()), people, Integer::sum);
                heads.merge(new Head(boardId, region), people, Integer::sum);
            }
        }
    }

    /** Scores that are new or other than before. */
    List<Put> puts() {
        return puts;
    }

    /** Scores that are no more. */
    List<Place> drops() {
        return drops;
    }

    /** How many more or fewer have so much. */
    Map<Count, Integer> tally() {
        tally.values().removeIf(people -> people == 0);
        return tally;
    }

    /** How many more or fewer there are, by region; also 0, where only their time changed. */
    Map<Head, Integer> heads() {
        return heads;
    }

    /** How many people's scores change. */
    long people() {
        return java.util.stream.Stream.concat(puts.stream().map(Put::place), drops.stream())
                .map(Place::volunteerId)
                .distinct()
                .count();
    }

    /** A member's place on a board. */
    record Place(long volunteerId, long boardId) {}

    /** A score to be written. */
    record Put(Place place, Score score) {}

    /** Those of a region with so much on a board. */
    record Count(long boardId, String region, int amount) {}

    /** A board in a region. */
    record Head(long boardId, String region) {}
}
