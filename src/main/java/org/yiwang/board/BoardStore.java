package org.yiwang.board;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
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
     * For each question the number of the state of the board in the region, and what those of the people asked for have in it
     * who take part; null if nobody is on it. One statement, so each answer is of one state.
     */
    List<@Nullable Now> now(List<Question> questions) {
        @Nullable Now[] answers = new @Nullable Now[questions.size()];
        List<Integer> numbers = new ArrayList<>();
        List<Long> people = new ArrayList<>();
        for (int n = 0; n < questions.size(); n++) {
            for (long person : questions.get(n).people) {
                numbers.add(n);
                people.add(person);
            }
        }
        jdbc.sql("""
                        select q.n - 1 as n, h.revision, m.volunteer_id, s.minutes
                        from unnest(:boards::bigint[], :regions::text[]) with ordinality as q (board_id, region_code, n)
                        join board_head h on h.board_id = q.board_id and h.region_code = q.region_code collate "C"
                        left join (
                            select p.n, p.volunteer_id from unnest(:numbers::int[], :people::bigint[]) as p (n, volunteer_id)
                            join board_member b on b.volunteer_id = p.volunteer_id) m on m.n = q.n - 1
                        left join board_score s on s.volunteer_id = m.volunteer_id and s.board_id = h.board_id
                            and starts_with(s.region_code, h.region_code)""")
                .param("boards", questions.stream().map(q -> q.place.boardId).toArray(Long[]::new))
                .param("regions", questions.stream().map(q -> q.place.region).toArray(String[]::new))
                .param("numbers", numbers.toArray(Integer[]::new))
                .param("people", people.toArray(Long[]::new))
                .query((RowCallbackHandler) row -> {
                    int n = row.getInt("n");
                    Now now = answers[n];
                    if (now == null) {
                        now = new Now(row.getLong("revision"), new ArrayList<>());
                        answers[n] = now;
                    }
                    long volunteer = row.getLong("volunteer_id");
                    if (!row.wasNull()) {
                        now.own.add(new Own(volunteer, row.getInt("minutes")));
                    }
                });
        return Arrays.asList(answers);
    }

    /**
     * What there is to know of a board in a region: how many have how much, and the first so many; empty if nobody is on it.
     * One statement, so all of it is of one state.
     *
     * <p>The first are the first of each of its towns, and of these the first. Each town is one stretch of the index, read from
     * its top down to the amount that the last of them can have; whoever is registered higher up is in a stretch of that
     * region alone.
     */
    Optional<State> state(Place place, int limit) {
        return jdbc.sql("""
                        with least as (
                            select min(minutes) as minutes from (
                                select minutes, sum(people) over (order by minutes desc) - people as above from (
                                    select minutes, people from board_tally
                                    where board_id = :board and region_code = :region
                                    order by minutes desc limit :limit) t) t
                            where above < :limit),
                        town as (
                            select region_code from board_head
                            where board_id = :board and length(region_code) <= 9
                              and region_code >= :town and region_code < :beyond),
                        first as (
                            select s.* from least, town t cross join lateral (
                                select volunteer_id, minutes, region_code from board_score
                                where board_id = :board and left(region_code, 9) = t.region_code
                                  and starts_with(region_code, :region) and minutes >= least.minutes
                                order by minutes desc, volunteer_id limit :limit) s
                            order by s.minutes desc, s.volunteer_id limit :limit)
                        select h.revision, t.*, f.* from board_head h,
                            (select array_agg(minutes order by minutes) as minutes, array_agg(people order by minutes) as people
                             from board_tally where board_id = :board and region_code = :region) t,
                            (select array_agg(volunteer_id order by minutes desc, volunteer_id) as first,
                                 array_agg(minutes order by minutes desc, volunteer_id) as first_minutes,
                                 array_agg(region_code order by minutes desc, volunteer_id) as first_regions
                             from first) f
                        where h.board_id = :board and h.region_code = :region""")
                .param("board", place.boardId())
                .param("region", place.region())
                .param("town", place.town())
                .param("beyond", place.town() + ":")
                .param("limit", limit)
                .query((row, i) -> new State(
                        row.getLong("revision"),
                        (Integer[]) row.getArray("minutes").getArray(),
                        (Integer[]) row.getArray("people").getArray(),
                        first(row)))
                .optional();
    }

    private static List<First> first(ResultSet row) throws SQLException {
        Long[] people = (Long[]) row.getArray("first").getArray();
        Integer[] minutes = (Integer[]) row.getArray("first_minutes").getArray();
        String[] regions = (String[]) row.getArray("first_regions").getArray();
        return IntStream.range(0, people.length)
                .mapToObj(n -> new First(people[n], minutes[n], regions[n]))
                .toList();
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
    record Own(long volunteerId, int amount) {}

    /** Which board in which region, and whose scores. */
    record Question(Place place, List<Long> people) {}

    /**
     * A board in a region.
     *
     * @param amounts all there are, ascending
     * @param people how many have so much, one for each of them
     */
    record State(long revision, Integer[] amounts, Integer[] people, List<First> first) {}

    /** One of the first. */
    record First(long volunteerId, int amount, String region) {}
}
