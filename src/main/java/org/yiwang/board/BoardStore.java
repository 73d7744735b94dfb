package org.yiwang.board;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL that reads boards. */
@Repository
class BoardStore {

    /** Length of the code of a town or street. */
    private static final int TOWN = 9;

    private final JdbcClient jdbc;

    BoardStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Long> find(BoardKey key) {
        return jdbc.sql("select board_id from board where span = :span and starts_on = :starts and facet = :facet")
                .param("span", key.span().name())
                .param("starts", key.startsOn())
                .param("facet", key.facet().text())
                .query((row, i) -> row.getLong(1))
                .optional();
    }

    /**
     * The number of the state of a board in a region, and what those of these people have in it who take part; empty if
     * nobody is on it.
     */
    Optional<Now> now(Place place, List<Long> people) {
        List<Long> revisions = new ArrayList<>();
        List<Own> own = new ArrayList<>();
        jdbc.sql("""
                        select h.revision, m.volunteer_id, s.minutes from board_head h
                        left join board_member m on m.volunteer_id = any(:people)
                        left join board_score s on s.volunteer_id = m.volunteer_id and s.board_id = h.board_id
                            and starts_with(s.region_code, h.region_code)
                        where h.board_id = :board and h.region_code = :region""")
                .param("people", people.toArray(Long[]::new))
                .param("board", place.boardId())
                .param("region", place.region())
                .query((row, i) -> {
                    long volunteer = row.getLong("volunteer_id");
                    if (!row.wasNull()) {
                        own.add(new Own(volunteer, row.getInt("minutes")));
                    }
                    return revisions.add(row.getLong("revision"));
                })
                .list();
        return revisions.stream().findFirst().map(revision -> new Now(revision, own));
    }

    /** How many have how much, ascending. */
    List<Tally> tally(Place place) {
        return jdbc.sql("""
                        select minutes, people from board_tally where board_id = :board and region_code = :region
                        order by minutes""")
                .param("board", place.boardId())
                .param("region", place.region())
                .query((row, i) -> new Tally(row.getInt(1), row.getInt(2)))
                .list();
    }

    /**
     * The first of a board in a region, among those with at least so many minutes: the first of each of its towns, and of
     * these the first. Each town is one stretch of the index, read from its top; whoever is registered higher up is in a
     * stretch of that region alone.
     */
    List<First> first(Place place, int atLeast, int limit) {
        return jdbc.sql("""
                        with town as (
                            select region_code from board_head
                            where board_id = :board and length(region_code) <= 9
                              and region_code >= :town and region_code < :beyond)
                        select s.* from town t cross join lateral (
                            select volunteer_id, minutes, region_code from board_score
                            where board_id = :board and left(region_code, 9) = t.region_code
                              and starts_with(region_code, :region) and minutes >= :least
                            order by minutes desc, volunteer_id limit :limit) s
                        order by s.minutes desc, s.volunteer_id limit :limit""")
                .param("board", place.boardId())
                .param("region", place.region())
                .param("town", place.town())
                .param("beyond", place.town() + ":")
                .param("least", atLeast)
                .param("limit", limit)
                .query((row, i) ->
                        new First(row.getLong("volunteer_id"), row.getInt("minutes"), row.getString("region_code")))
                .list();
    }

    /** A board in a region. */
    record Place(long boardId, String region) {

        /** The town in which it lies, or itself. */
        String town() {
            return region.substring(0, Math.min(region.length(), TOWN));
        }
    }

    /** The number of its state, with own scores. */
    record Now(long revision, List<Own> own) {}

    /** What somebody who takes part has in the region, 0 for none. */
    record Own(long volunteerId, int minutes) {}

    /** So many have so much. */
    record Tally(int minutes, int people) {}

    /** One of the first. */
    record First(long volunteerId, int minutes, String region) {}
}
