package org.yiwang.board;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yiwang.board.BoardStore.Own;
import org.yiwang.board.BoardView.Mine;
import org.yiwang.board.Rankings.Asked;
import org.yiwang.board.TakingPart.Person;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.RegionCode;
import org.yiwang.record.EffectiveRecords;
import org.yiwang.record.EffectiveRecords.Effective;
import org.yiwang.record.RecordCases;
import org.yiwang.record.RecordView;
import org.yiwang.region.Regions;
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

    Boards(
            Rankings rankings,
            TakingPart taking,
            BoardProjector projector,
            EffectiveRecords effective,
            RecordCases records,
            Volunteers volunteers,
            Regions regions) {
        this.rankings = rankings;
        this.taking = taking;
        this.projector = projector;
        this.effective = effective;
        this.records = records;
        this.volunteers = volunteers;
        this.regions = regions;
    }

    /**
     * The board as it is now. Refuses with {@code board.outside} a region beyond the city.
     */
    public BoardView get(Actor actor, BoardQuery query) {
        if (!regions.city().code().contains(query.region())) {
            throw new Refusal(BoardProblem.OUTSIDE).at("region");
        }
        List<Person> mine = taking.taking(actor);
        Optional<Asked> asked =
                rankings.find(query, mine.stream().map(p -> p.volunteer().id()).toList());
        return new BoardView(
                asked.map(board -> board.ranking().people()).orElse(0),
                asked.map(board -> board.ranking().top()).orElse(List.of()),
                mine.stream()
                        .flatMap(person -> line(person, query.region(), asked).stream())
                        .toList());
    }

    private Optional<Mine> line(Person person, RegionCode region, Optional<Asked> asked) {
        long id = person.volunteer().id();
        String name = person.volunteer().name();
        int minutes = asked.flatMap(board -> board.own().stream()
                        .filter(own -> own.volunteerId() == id)
                        .findFirst())
                .map(Own::minutes)
                .orElse(0);
        if (minutes > 0) {
            return asked.map(board -> new Mine(id, name, board.ranking().rankOf(minutes), minutes));
        }
        return region.contains(projector.place(person.volunteer()))
                ? Optional.of(new Mine(id, name, 0, 0))
                : Optional.empty();
    }

    /**
     * The records behind a number: exactly those that the board counts for the person, the latest first. Refuses with {@code
     * volunteer.not-yours}.
     */
    public List<RecordView> records(Actor actor, long volunteerId, BoardKey key) {
        volunteers.require(actor, volunteerId);
        Set<Long> counted = effective.of(List.of(volunteerId)).getOrDefault(volunteerId, List.of()).stream()
                .filter(key::counts)
                .map(Effective::key)
                .map(k -> k.recordId())
                .collect(Collectors.toSet());
        return records.ofVolunteer(volunteerId).stream()
                .filter(record -> counted.contains(record.recordId()))
                .toList();
    }
}
