package org.yiwang.honour;

import static org.yiwang.platform.Moments.instant;
import static org.yiwang.platform.Moments.instantOrNull;
import static org.yiwang.platform.Moments.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yiwang.honour.ShortList.Answer;
import org.yiwang.honour.ShortList.Asked;
import org.yiwang.honour.ShortList.Column;
import org.yiwang.honour.ShortList.Export;
import org.yiwang.honour.ShortList.Question;
import org.yiwang.kernel.RegionCode;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.volunteer.Volunteers;
import tools.jackson.databind.ObjectMapper;

/** SQL of short lists. */
@Repository
class ListStore {

    private final JdbcClient jdbc;
    private final Volunteers volunteers;
    private final ObjectMapper json;

    ListStore(JdbcClient jdbc, Volunteers volunteers, ObjectMapper json) {
        this.jdbc = jdbc;
        this.volunteers = volunteers;
        this.json = json;
    }

    void insert(ShortList list, ListQuery query, int ruleVersion, Map<Long, Integer> minutes) {
        jdbc.sql("""
                        insert into honour_list (list_id, region_code, purpose, recipient, columns, query, rule_version,
                            answer_until, made_by, made_at)
                        values (:id, :region, :purpose, :recipient, :columns, :query::jsonb, :version, :until, :by, :now)""")
                .param("id", list.id())
                .param("region", list.region().value())
                .param("purpose", list.purpose())
                .param("recipient", list.recipient())
                .param("columns", list.columns().stream().map(Enum::name).toArray(String[]::new))
                .param("query", json.writeValueAsString(query))
                .param("version", ruleVersion)
                .param("until", list.answerUntil())
                .param("by", list.madeBy())
                .param("now", utc(list.madeAt()))
                .update();
        jdbc.sql("""
                        insert into honour_list_person (volunteer_id, list_id, credit_minutes, state, asked_at)
                        select v, :id, m, 'ASKED', :now from unnest(:people::bigint[], :minutes::int[]) as t(v, m)""")
                .param("id", list.id())
                .param("people", minutes.keySet().toArray(Long[]::new))
                .param("minutes", minutes.values().toArray(Integer[]::new))
                .param("now", utc(list.madeAt()))
                .update();
    }

    Optional<ShortList> find(long id) {
        return jdbc.sql("select * from honour_list where list_id = :id")
                .param("id", id)
                .query(ListStore::list)
                .optional();
    }

    List<ShortList> list(String[] regionPatterns, int limit, int offset) {
        return jdbc.sql("""
                        select * from honour_list where region_code like any(:patterns)
                        order by list_id desc limit :limit offset :offset""")
                .param("patterns", regionPatterns)
                .param("limit", limit)
                .param("offset", offset)
                .query(ListStore::list)
                .list();
    }

    List<Asked> people(long list) {
        record Row(long volunteer, int minutes, Answer answer) {}
        List<Row> rows = jdbc.sql("""
                        select volunteer_id, credit_minutes, state from honour_list_person where list_id = :list
                        order by credit_minutes desc, volunteer_id""")
                .param("list", list)
                .query((row, i) -> new Row(row.getLong(1), row.getInt(2), Answer.valueOf(row.getString(3))))
                .list();
        Map<Long, VolunteerView> people =
                volunteers.getAll(rows.stream().map(Row::volunteer).toList());
        return rows.stream()
                .map(r -> new Asked(Objects.requireNonNull(people.get(r.volunteer)), r.minutes, r.answer))
                .toList();
    }

    /** Changes the answer if it stands as expected; false if it does not. */
    boolean answer(long list, long volunteer, Collection<Answer> from, Answer to, Instant now) {
        return jdbc.sql("""
                        update honour_list_person set state = :to, answered_at = :now
                        where list_id = :list and volunteer_id = :volunteer and state = any(:from)""")
                        .param("list", list)
                        .param("volunteer", volunteer)
                        .param("from", from.stream().map(Enum::name).toArray(String[]::new))
                        .param("to", to.name())
                        .param("now", utc(now))
                        .update()
                == 1;
    }

    void lapse(LocalDate today) {
        jdbc.sql("""
                        update honour_list_person p set state = 'LAPSED' from honour_list l
                        where l.list_id = p.list_id and p.state = 'ASKED' and l.answer_until < :today""").param("today", today).update();
    }

    /** What these people were asked, the latest first. */
    List<Question> questions(List<VolunteerView> people) {
        record Row(
                ShortList list,
                long volunteer,
                Answer answer,
                @Nullable Instant shared) {}
        List<Row> rows = jdbc.sql("""
                        select l.*, p.volunteer_id, p.state,
                            (select max(s.shared_at) from honour_shared s
                             join honour_list_export e on e.export_id = s.export_id
                             where s.volunteer_id = p.volunteer_id and e.list_id = p.list_id) as shared_at
                        from honour_list_person p join honour_list l on l.list_id = p.list_id
                        where p.volunteer_id = any(:people) order by l.list_id desc, p.volunteer_id limit 200""")
                .param("people", people.stream().map(VolunteerView::id).toArray(Long[]::new))
                .query((row, i) -> new Row(
                        list(row, i),
                        row.getLong("volunteer_id"),
                        Answer.valueOf(row.getString("state")),
                        instantOrNull(row, "shared_at")))
                .list();
        return rows.stream()
                .flatMap(r -> people.stream()
                        .filter(p -> p.id() == r.volunteer)
                        .map(p -> new Question(r.list, p, r.answer, r.shared)))
                .toList();
    }

    void insert(long list, Export export) {
        jdbc.sql("""
                        insert into honour_list_export (export_id, list_id, people, asked_by, asked_at, needs_second)
                        values (:id, :list, :people, :by, :now, :second)""")
                .param("id", export.id())
                .param("list", list)
                .param("people", export.people().toArray(Long[]::new))
                .param("by", export.askedBy())
                .param("now", utc(export.askedAt()))
                .param("second", export.needsSecond())
                .update();
    }

    boolean approve(long export, long by, Instant now) {
        return jdbc.sql("""
                        update honour_list_export set approved_by = :by, approved_at = :now
                        where export_id = :id and needs_second and approved_by is null""")
                        .param("id", export)
                        .param("by", by)
                        .param("now", utc(now))
                        .update()
                == 1;
    }

    List<Export> exports(long list) {
        return jdbc.sql("select * from honour_list_export where list_id = :list order by export_id")
                .param("list", list)
                .query(ListStore::export)
                .list();
    }

    int countToApprove(String[] regionPatterns, long notBy) {
        return jdbc.sql("""
                        select count(*) from honour_list_export e join honour_list l on l.list_id = e.list_id
                        where e.needs_second and e.approved_by is null and e.asked_by <> :by
                          and l.region_code like any(:patterns)""")
                .param("patterns", regionPatterns)
                .param("by", notBy)
                .query((row, i) -> row.getInt(1))
                .single();
    }

    void shared(long export, List<Long> people, long by, Instant now) {
        jdbc.sql("""
                        insert into honour_shared (volunteer_id, export_id, shared_at, shared_by)
                        select v, :export, :now, :by from unnest(:people::bigint[]) as t(v)
                        on conflict do nothing""")
                .param("export", export)
                .param("people", people.toArray(Long[]::new))
                .param("by", by)
                .param("now", utc(now))
                .update();
    }

    private static ShortList list(ResultSet row, int i) throws SQLException {
        return new ShortList(
                row.getLong("list_id"),
                new RegionCode(row.getString("region_code")),
                row.getString("purpose"),
                row.getString("recipient"),
                RoundStore.texts(row, "columns").stream().map(Column::valueOf).toList(),
                row.getObject("answer_until", LocalDate.class),
                row.getLong("made_by"),
                instant(row, "made_at"));
    }

    private static Export export(ResultSet row, int i) throws SQLException {
        return new Export(
                row.getLong("export_id"),
                Arrays.asList((Long[]) row.getArray("people").getArray()),
                row.getLong("asked_by"),
                instant(row, "asked_at"),
                row.getBoolean("needs_second"),
                row.getObject("approved_by", Long.class));
    }
}
