package org.yiwang.board;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.board.BoardScoreStore.Stored;
import org.yiwang.board.Changes.Place;
import org.yiwang.kernel.RegionCode;
import org.yiwang.kernel.RegionCode.Level;
import org.yiwang.platform.Batches;
import org.yiwang.record.EffectiveRecords;
import org.yiwang.record.EffectiveRecords.Effective;
import org.yiwang.region.Regions;
import org.yiwang.volunteer.Residences;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.volunteer.Volunteers;

/**
 * Makes scores, tallies and heads say what the records of members say. Takes whom it looks at from a list in the database and
 * reads records afterwards, so it is exact: whatever is committed later stands on the list again. Looking at somebody twice
 * changes nothing. One writes at a time, on all nodes together.
 */
@Component
class BoardProjector {

    /** People looked at in one transaction. */
    static final int BATCH = 500;

    /** A code of the lowest level: says how long those above it are. */
    private static final RegionCode DEEPEST = new RegionCode("0".repeat(18));

    private final BoardMemberStore members;
    private final BoardScoreStore scores;
    private final EffectiveRecords records;
    private final Volunteers volunteers;
    private final Residences residences;
    private final Regions regions;
    private final TransactionTemplate transaction;
    private final Clock clock;

    BoardProjector(
            BoardMemberStore members,
            BoardScoreStore scores,
            EffectiveRecords records,
            Volunteers volunteers,
            Residences residences,
            Regions regions,
            TransactionTemplate transaction,
            Clock clock) {
        this.members = members;
        this.scores = scores;
        this.records = records;
        this.volunteers = volunteers;
        this.residences = residences;
        this.regions = regions;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Looks at everybody noted; how many notes were taken. Leaves them to another node that is at it. */
    long projectNoted() {
        if (!members.isAnyNoted()) {
            return 0;
        }
        return Batches.whileFull(BATCH, () -> Objects.requireNonNull(transaction.execute(_ -> projectSome())));
    }

    private int projectSome() {
        if (!scores.tryLock()) {
            return 0;
        }
        Set<Long> noted = members.takeNoted(BATCH);
        project(noted);
        return noted.size();
    }

    /** Takes those off for whom a guardian spoke and who came of age; how many. */
    int letGrownGo() {
        return Objects.requireNonNull(transaction.execute(_ -> {
            scores.lock();
            List<Long> grown = members.deleteEnded(LocalDate.now(clock));
            project(grown);
            return grown.size();
        }));
    }

    /** Waits until nobody else writes boards; the caller's transaction is the one that does until it ends. */
    void lock() {
        scores.lock();
    }

    /** Looks at these people; the caller holds the lock. Those who do not take part have no score afterwards. */
    void project(Collection<Long> volunteerIds) {
        if (!volunteerIds.isEmpty()) {
            Changes changes = compare(volunteerIds);
            scores.write(changes);
            scores.follow(changes);
        }
    }

    /** The same as {@link #lock} without waiting; false if somebody else writes. */
    boolean tryLock() {
        return scores.tryLock();
    }

    /**
     * Everything anew: some people in a transaction of their own, so that those who join meanwhile wait for one of these and not
     * for all. Tallies come first, so that each of these may go by the change.
     */
    void rebuild(Consumer<String> said) {
        int strangers = Objects.requireNonNull(transaction.execute(_ -> {
            scores.lock();
            int deleted = scores.deleteStrangers();
            scores.recount(lengths());
            return deleted;
        }));
        if (strangers > 0) {
            said.accept(strangers + " scores of people who do not take part deleted.");
        }
        long people = 0;
        long otherwise = 0;
        List<Long> some = members.after(Long.MIN_VALUE, BATCH);
        while (!some.isEmpty()) {
            otherwise += rebuild(some);
            people += some.size();
            some = members.after(some.getLast(), BATCH);
        }
        said.accept(people + " members computed, " + otherwise + " stood otherwise.");
    }

    private long rebuild(List<Long> some) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            scores.lock();
            Changes changes = compare(some);
            scores.write(changes);
            scores.follow(changes);
            return (long) changes.people();
        }));
    }

    /** What these people come to; of those who do not take part, nothing. */
    Wanted wanted(Collection<Long> volunteerIds) {
        Map<Long, Map<BoardKey, Integer>> wanted = new HashMap<>();
        Map<Long, String> places = new HashMap<>();
        Map<Long, VolunteerView> people = volunteers.getAll(
                members.of(volunteerIds).stream().map(Member::volunteerId).toList());
        people.values().removeIf(person -> person.state() != VolunteerView.State.VALID);
        Map<Long, List<Effective>> counted = records.of(people.keySet());
        for (VolunteerView person : people.values()) {
            wanted.put(person.id(), Scores.of(counted.getOrDefault(person.id(), List.of())));
            places.put(person.id(), place(person).value());
        }
        return new Wanted(wanted, places);
    }

    private Changes compare(Collection<Long> volunteerIds) {
        Wanted people = wanted(volunteerIds);
        Map<Long, Map<BoardKey, Integer>> wanted = people.amounts;
        Map<Long, Map<BoardKey, Stored>> stored = scores.of(volunteerIds);
        Map<BoardKey, Long> ids = ids(wanted, stored);
        Changes changes = new Changes(this::above);
        for (long person : volunteerIds) {
            Map<BoardKey, Integer> after = wanted.getOrDefault(person, Map.of());
            Map<BoardKey, Stored> before = stored.getOrDefault(person, Map.of());
            Set<BoardKey> keys = new HashSet<>(after.keySet());
            keys.addAll(before.keySet());
            for (BoardKey key : keys) {
                Stored had = before.get(key);
                changes.note(
                        new Place(person, Objects.requireNonNull(ids.get(key))),
                        had == null ? null : had.score(),
                        score(after.get(key), people.places.get(person)));
            }
        }
        return changes;
    }

    private static @Nullable Score score(@Nullable Integer amount, @Nullable String region) {
        return amount == null || region == null ? null : new Score(amount, region);
    }

    private Map<BoardKey, Long> ids(Map<Long, Map<BoardKey, Integer>> wanted, Map<Long, Map<BoardKey, Stored>> stored) {
        Map<BoardKey, Long> ids = new HashMap<>();
        stored.values().forEach(of -> of.forEach((key, score) -> ids.put(key, score.boardId())));
        Set<BoardKey> others = new HashSet<>();
        wanted.values().forEach(of -> others.addAll(of.keySet()));
        others.removeAll(ids.keySet());
        ids.putAll(scores.ids(others));
        return ids;
    }

    /** Where a person stands on boards: the community of residence, or the city for those who live elsewhere. */
    RegionCode place(VolunteerView person) {
        return residences.answering(person.residence());
    }

    /** The region itself and all above it, up to the city. */
    private List<String> above(String region) {
        return lengths().stream()
                .filter(length -> length <= region.length())
                .map(length -> region.substring(0, length))
                .toList();
    }

    /** Lengths of the codes of the levels, from the city down. */
    List<Integer> lengths() {
        Level city = regions.city().code().level();
        return Arrays.stream(Level.values())
                .filter(level -> level.compareTo(city) >= 0)
                .map(level -> DEEPEST.at(level).orElseThrow().value().length())
                .toList();
    }

    /**
     * What people come to.
     *
     * @param amounts by person and board
     * @param places where each stands
     */
    record Wanted(Map<Long, Map<BoardKey, Integer>> amounts, Map<Long, String> places) {}
}
