package org.yiwang.board;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yiwang.board.BoardView.Mine;
import org.yiwang.board.Rankings.Asked;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.RegionCode;
import org.yiwang.record.EffectiveRecords;
import org.yiwang.record.RecordCases;
import org.yiwang.record.RecordView;
import org.yiwang.region.Regions;
import org.yiwang.rules.Rules;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.volunteer.Volunteers;

/** The boards, for whoever is signed in: masked names of those who take part, and one's own rank. */
@Component
public class Boards {

    private final Rankings rankings;
    private final TakingPart taking;
    private final BoardProjector projector;
    private final EffectiveRecords effective;
    private final RecordCases records;
    private final Volunteers volunteers;
    private final Regions regions;
    private final Rules rules;

    Boards(
            Rankings rankings,
            TakingPart taking,
            BoardProjector projector,
            EffectiveRecords effective,
            RecordCases records,
            Volunteers volunteers,
            Regions regions,
            Rules rules) {
        this.rankings = rankings;
        this.taking = taking;
        this.projector = projector;
        this.effective = effective;
        this.records = records;
        this.volunteers = volunteers;
        this.regions = regions;
        this.rules = rules;
    }

    /**
     * The board as it is now; a narrow one with few people without lines. Refuses with {@code board.outside} a region beyond the city.
     */
    public BoardView get(Actor actor, BoardQuery query) {
        if (!regions.city().code().contains(query.region())) {
            throw new Refusal(BoardProblem.OUTSIDE).at("region");
        }
        Map<Long, VolunteerView> people =
                taking.people(actor).stream().collect(Collectors.toMap(VolunteerView::id, Function.identity()));
        Asked asked = rankings.find(query, List.copyOf(people.keySet()));
        int counted = asked.ranking().people();
        boolean shows = !query.isNarrow()
                || counted
                        >= rules.current(BoardRule.KEY, BoardRule.class).value().fewest();
        return new BoardView(
                counted,
                shows ? asked.ranking().top() : List.of(),
                asked.own().stream()
                        .flatMap(own -> line(
                                Objects.requireNonNull(people.get(own.volunteerId())),
                                own.amount(),
                                query.region(),
                                asked.ranking())
                                .stream())
                        .toList());
    }

    /** An own line; none on boards of other regions. */
    private Optional<Mine> line(VolunteerView person, int amount, RegionCode region, Ranking ranking) {
        if (amount == 0 && !region.contains(projector.place(person))) {
            return Optional.empty();
        }
        return Optional.of(new Mine(person.id(), person.name(), amount == 0 ? 0 : ranking.rankOf(amount), amount));
    }

    /**
     * The records behind a number: exactly those that the board counts for the person, the latest first. Refuses with {@code
     * volunteer.not-yours}.
     */
    public List<RecordView> records(Actor actor, long volunteerId, BoardKey key) {
        volunteers.require(actor, volunteerId);
        Set<Long> counted =
                Scores.counted(key, effective.of(List.of(volunteerId)).getOrDefault(volunteerId, List.of())).stream()
                        .map(record -> record.key().recordId())
                        .collect(Collectors.toSet());
        return records.ofVolunteer(volunteerId).stream()
                .filter(record -> counted.contains(record.recordId()))
                .toList();
    }
}
