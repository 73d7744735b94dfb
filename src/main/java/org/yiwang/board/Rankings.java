package org.yiwang.board;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.board.BoardStore.First;
import org.yiwang.board.BoardStore.Now;
import org.yiwang.board.BoardStore.Own;
import org.yiwang.board.BoardStore.Place;
import org.yiwang.board.BoardStore.Question;
import org.yiwang.board.BoardStore.State;
import org.yiwang.kernel.RegionCode;
import org.yiwang.kernel.RegionCode.Level;
import org.yiwang.platform.SharedReads;
import org.yiwang.region.RegionView;
import org.yiwang.region.Regions;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.volunteer.Volunteers;

/**
 * Boards as this node holds them. Each question reads the number of the state of the board together with the own score; what
 * is held is shown only if it has that number. So what is shown is never old, on any node, and hardly ever read twice.
 */
@Component
class Rankings {

    static final int TOP = 100;

    private static final int BATCH = 256;

    /** An eighth of the memory, in hundreds of bytes. */
    private static final long HELD = Runtime.getRuntime().maxMemory() / 8 / 100;

    /** Names are not part of the state of a board; a corrected one shows after so long. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    /** Reads until both are of one state; boards change about once a second at most. */
    private static final int TRIES = 3;

    private static final Cache<Integer, String> MASKED =
            Caffeine.newBuilder().maximumSize(5_000).build();

    private final BoardStore store;
    private final BoardMemberStore members;
    private final Volunteers volunteers;
    private final Regions regions;
    private final SharedReads<Question, Optional<Now>> reads;
    private final Cache<BoardKey, Long> ids =
            Caffeine.newBuilder().maximumSize(100_000).build();
    /** Wide from the start: while one board is read, those whose keys lie beside its key would wait in a narrow map. */
    private final Cache<Place, Ranking> held = Caffeine.newBuilder()
            .initialCapacity(1 << 14)
            .maximumWeight(HELD)
            .<Place, Ranking>weigher((place, ranking) -> ranking.weight())
            .expireAfterWrite(LONGEST)
            .build();

    Rankings(BoardStore store, BoardMemberStore members, Volunteers volunteers, Regions regions) {
        this.store = store;
        this.members = members;
        this.volunteers = volunteers;
        this.regions = regions;
        this.reads = new SharedReads<>(
                BATCH,
                questions ->
                        store.now(questions).stream().map(Optional::ofNullable).toList());
    }

    /** The board as it is now, with the scores of those of these people who take part. */
    Asked find(BoardQuery query, List<Long> people) {
        Long board = idOf(query.key());
        Asked asked =
                board == null ? null : read(new Place(board, query.region().value()), people);
        return asked != null
                ? asked
                : new Asked(
                        Ranking.EMPTY,
                        members.of(people).stream()
                                .map(member -> new Own(member.volunteerId(), 0))
                                .toList());
    }

    private @Nullable Asked read(Place place, List<Long> people) {
        Asked asked = null;
        for (int i = 0; i < TRIES; i++) {
            Now now = reads.ask(new Question(place, people)).orElse(null);
            Ranking ranking = now == null ? null : held(place, now.revision());
            if (now == null || ranking == null) {
                return null;
            }
            asked = new Asked(ranking, now.own());
            if (ranking.revision() == now.revision()) {
                return asked;
            }
        }
        return asked;
    }

    private @Nullable Long idOf(BoardKey key) {
        Long known = ids.getIfPresent(key);
        if (known == null) {
            known = store.find(key).orElse(null);
            if (known != null) {
                ids.put(key, known);
            }
        }
        return known;
    }

    private @Nullable Ranking held(Place place, long revision) {
        Ranking found = held.getIfPresent(place);
        return found != null && found.revision() == revision
                ? found
                : held.asMap()
                        .compute(
                                place,
                                (_, other) -> other != null && other.revision() >= revision ? other : load(place));
    }

    private @Nullable Ranking load(Place place) {
        return store.state(place, TOP).map(this::ranking).orElse(null);
    }

    private Ranking ranking(State state) {
        int[] amounts = Arrays.stream(state.amounts()).mapToInt(i -> i).toArray();
        int[] atLeast = new int[amounts.length];
        int sum = 0;
        for (int i = amounts.length - 1; i >= 0; i--) {
            sum += state.people()[i];
            atLeast[i] = sum;
        }
        Ranking counted = new Ranking(state.revision(), List.of(), amounts, atLeast);
        return new Ranking(state.revision(), lines(counted, state.first()), amounts, atLeast);
    }

    private List<BoardLine> lines(Ranking counted, List<First> first) {
        Map<Long, VolunteerView> people =
                volunteers.getAll(first.stream().map(First::volunteerId).toList());
        List<BoardLine> lines = new ArrayList<>();
        for (First one : first) {
            VolunteerView person = Objects.requireNonNull(people.get(one.volunteerId()));
            lines.add(new BoardLine(
                    counted.rankOf(one.amount()),
                    one.volunteerId(),
                    masked(person.name()),
                    district(one.region()),
                    one.amount()));
        }
        return List.copyOf(lines);
    }

    private String district(String region) {
        return new RegionCode(region)
                .at(Level.COUNTY)
                .flatMap(regions::find)
                .map(RegionView::name)
                .orElse("");
    }

    /** Always two stars, so that not even the length of the name shows. As there are few first characters, few strings. */
    private static String masked(String name) {
        return MASKED.get(name.codePointAt(0), first -> Character.toString(first) + "**");
    }

    /** A board with the scores asked for, of one state. */
    record Asked(Ranking ranking, List<Own> own) {}
}
