package org.yiwang.honour;

import static org.yiwang.platform.Moments.instant;
import static org.yiwang.platform.Moments.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yiwang.honour.Nominee.Result;
import org.yiwang.honour.Nominee.State;
import org.yiwang.honour.Statement.Draft;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.volunteer.Volunteers;
import tools.jackson.databind.ObjectMapper;

/** SQL of nominations and of what is claimed in them. */
@Repository
class NominationStore {

    private final JdbcClient jdbc;
    private final Volunteers volunteers;
    private final ObjectMapper json;
    private final Clock clock;

    NominationStore(JdbcClient jdbc, Volunteers volunteers, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.volunteers = volunteers;
        this.json = json;
        this.clock = clock;
    }

    /**
     * A nomination to be written; {@code state} is ASKED, or AGREED where people nominate themselves. One that is not {@code
     * asked} is known to who made it and to nobody else.
     */
    record New(
            long id,
            long roundId,
            long volunteerId,
            long nominator,
            Capacity capacity,
            State state,
            List<Fact> facts,
            boolean asked,
            Instant at) {}

    void insert(New n) {
        jdbc.sql("""
                        insert into honour_nomination (nomination_id, round_id, volunteer_id, nominator_account_id, capacity,
                            state, facts, unasked, facts_at, nominated_at, answered_at, answered_by)
                        values (:id, :round, :volunteer, :nominator, :capacity, :state, :facts::jsonb, :unasked, :at, :at,
                            case when :state = 'AGREED' then :at end, case when :state = 'AGREED' then :nominator end)""")
                .param("id", n.id())
                .param("round", n.roundId())
                .param("volunteer", n.volunteerId())
                .param("nominator", n.nominator())
                .param("capacity", n.capacity().name())
                .param("state", n.state().name())
                .param("facts", json.writeValueAsString(n.facts()))
                .param("unasked", !n.asked())
                .param("at", utc(n.at()))
                .update();
    }

    /** Writes claims; {@code state} is SAID, or WAITING if the nominee has not agreed to them. */
    void say(long nomination, List<Draft> drafts, Statement.State state) {
        for (Draft draft : drafts) {
            jdbc.sql("""
                            insert into honour_statement (nomination_id, statement_no, words, source, state)
                            select :nomination, coalesce(max(statement_no), 0) + 1, :words, :source, :state
                            from honour_statement where nomination_id = :nomination""")
                    .param("nomination", nomination)
                    .param("words", draft.words())
                    .param("source", draft.source(), Types.VARCHAR)
                    .param("state", state.name())
                    .update();
        }
    }

    void doubt(long nomination, int no, long by, String why) {
        jdbc.sql("""
                        update honour_statement set state = 'DOUBTED', doubted_by = :by, doubt = :why
                        where nomination_id = :nomination and statement_no = :no""")
                .param("nomination", nomination)
                .param("no", no)
                .param("by", by)
                .param("why", why)
                .update();
    }

    void turn(long nomination, int no, Statement.State state) {
        jdbc.sql("update honour_statement set state = :state where nomination_id = :nomination and statement_no = :no")
                .param("nomination", nomination)
                .param("no", no)
                .param("state", state.name())
                .update();
    }

    void facts(long nomination, List<Fact> facts, Instant now) {
        jdbc.sql(
                        "update honour_nomination set facts = :facts::jsonb, facts_at = :now where nomination_id = :nomination")
                .param("nomination", nomination)
                .param("facts", json.writeValueAsString(facts))
                .param("now", utc(now))
                .update();
    }

    /** Writes the answer and whose it is; the facts about who says no are forgotten. */
    void answer(long nomination, State state, boolean showName, long by, Instant now) {
        jdbc.sql("""
                        update honour_nomination set state = :state, show_name = :show, answered_by = :by, answered_at = :now,
                            facts = case when :state = 'DECLINED' then '[]' else facts end
                        where nomination_id = :nomination""")
                .param("nomination", nomination)
                .param("state", state.name())
                .param("show", showName)
                .param("by", by)
                .param("now", utc(now))
                .update();
    }

    /** Moves on; the facts about somebody who has not agreed, or agrees no more, are forgotten. */
    void move(long nomination, State state, @Nullable String why) {
        jdbc.sql("""
                        update honour_nomination set state = :state, why = :why, place = null,
                            facts = case when :state in ('WITHDRAWN', 'LAPSED') or :why = 'honour.why.declined' then '[]'
                                else facts end
                        where nomination_id = :nomination""")
                .param("nomination", nomination)
                .param("state", state.name())
                .param("why", why, Types.VARCHAR)
                .update();
    }

    /** Writes the results of a round; places are cleared first, so that they may change hands. */
    void results(long round, Map<Long, Result> results) {
        jdbc.sql("update honour_nomination set place = null where round_id = :round")
                .param("round", round)
                .update();
        results.forEach((nomination, result) -> jdbc.sql("""
                        update honour_nomination set total = :total, place = :place, tied = :tied
                        where nomination_id = :nomination""")
                .param("nomination", nomination)
                .param("total", result.total())
                .param("place", result.place())
                .param("tied", result.tied())
                .update());
    }

    /** Whoever nominated somebody who was never asked reads, as everybody does then, that no answer came. */
    void lapseUnasked(long round) {
        jdbc.sql("""
                        update honour_nomination set state = 'LAPSED'
                        where round_id = :round and unasked and state = 'ASKED'""").param("round", round).update();
    }

    void commended(long nomination, long entry) {
        jdbc.sql("update honour_nomination set commendation_id = :entry where nomination_id = :nomination")
                .param("nomination", nomination)
                .param("entry", entry)
                .update();
    }

    Optional<Nominee> find(long nomination) {
        return views(jdbc.sql("select * from honour_nomination where nomination_id = :id")
                        .param("id", nomination)
                        .query(this::row)
                        .list())
                .stream()
                .findFirst();
    }

    /** All nominations of a round of which people were asked, in the order of their places, those without one by id. */
    List<Nominee> ofRound(long round) {
        return views(jdbc.sql("""
                        select * from honour_nomination where round_id = :round and not unasked
                        order by place nulls last, nomination_id""").param("round", round).query(this::row).list());
    }

    /** Nominations of which these people were asked, the latest first. */
    List<Nominee> ofPeople(Collection<Long> volunteerIds) {
        return volunteerIds.isEmpty()
                ? List.of()
                : views(jdbc.sql("""
                                select * from honour_nomination where volunteer_id = any(:people) and not unasked
                                order by nomination_id desc limit 200""")
                        .param("people", volunteerIds.toArray(Long[]::new))
                        .query(this::row)
                        .list());
    }

    /** What somebody nominated, the latest first. */
    List<Nominee> by(long account) {
        return views(jdbc.sql("""
                        select * from honour_nomination where nominator_account_id = :account
                        order by nomination_id desc limit 200""").param("account", account).query(this::row).list());
    }

    private List<Nominee> views(List<Row> rows) {
        Map<Long, VolunteerView> people =
                volunteers.getAll(rows.stream().map(r -> r.volunteerId).toList());
        Map<Long, List<Statement>> said =
                statements(rows.stream().map(r -> r.id).toList());
        return rows.stream()
                .map(r -> {
                    VolunteerView person = Objects.requireNonNull(people.get(r.volunteerId));
                    return r.view(person, stillShown(r, person), said.getOrDefault(r.id, List.of()));
                })
                .toList();
    }

    private Map<Long, List<Statement>> statements(List<Long> nominations) {
        Map<Long, List<Statement>> all = new HashMap<>();
        if (!nominations.isEmpty()) {
            jdbc.sql("""
                            select nomination_id, statement_no, words, source, state, doubt from honour_statement
                            where nomination_id = any(:nominations) order by nomination_id, statement_no""")
                    .param("nominations", nominations.toArray(Long[]::new))
                    .query((row, i) -> all.computeIfAbsent(row.getLong(1), _ -> new ArrayList<>())
                            .add(new Statement(
                                    row.getInt(2),
                                    row.getString(3),
                                    row.getString(4),
                                    Statement.State.valueOf(row.getString(5)),
                                    row.getString(6))))
                    .list();
        }
        return all;
    }

    /** What a guardian agreed to ends when the person comes of age. */
    private boolean stillShown(Row row, VolunteerView person) {
        boolean own = row.answeredBy == null || row.answeredBy.equals(person.accountId());
        return row.showName && (own || LocalDate.now(clock).isBefore(volunteers.comesOfAge(person)));
    }

    private Row row(ResultSet row, int i) throws SQLException {
        Integer total = row.getObject("total", Integer.class);
        Integer place = row.getObject("place", Integer.class);
        Integer tied = row.getObject("tied", Integer.class);
        return new Row(
                row.getLong("nomination_id"),
                row.getLong("round_id"),
                row.getLong("volunteer_id"),
                row.getLong("nominator_account_id"),
                Capacity.valueOf(row.getString("capacity")),
                State.valueOf(row.getString("state")),
                row.getBoolean("show_name"),
                row.getObject("answered_by", Long.class),
                Arrays.asList(json.readValue(row.getString("facts"), Fact[].class)),
                instant(row, "facts_at"),
                instant(row, "nominated_at"),
                row.getString("why"),
                row.getObject("tie_order", Integer.class),
                total == null || place == null || tied == null ? null : new Result(total, place, tied),
                row.getObject("commendation_id", Long.class),
                !row.getBoolean("unasked"));
    }

    private record Row(
            long id,
            long roundId,
            long volunteerId,
            long nominator,
            Capacity capacity,
            State state,
            boolean showName,
            @Nullable Long answeredBy,
            List<Fact> facts,
            Instant factsAt,
            Instant nominatedAt,
            @Nullable String why,
            @Nullable Integer tieOrder,
            @Nullable Result result,
            @Nullable Long commendation,
            boolean asked) {

        Nominee view(VolunteerView person, boolean shown, List<Statement> statements) {
            return new Nominee(
                    id,
                    roundId,
                    person,
                    nominator,
                    capacity,
                    state,
                    shown,
                    facts,
                    factsAt,
                    statements,
                    nominatedAt,
                    why,
                    tieOrder,
                    result,
                    commendation,
                    asked);
        }
    }
}
