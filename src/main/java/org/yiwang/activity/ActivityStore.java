package org.yiwang.activity;

import static org.yiwang.platform.Moments.instant;
import static org.yiwang.platform.Moments.instantOrNull;
import static org.yiwang.platform.Moments.utc;
import static org.yiwang.platform.Moments.utcOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiwang.activity.ActivityDetail.Summary;
import org.yiwang.activity.ActivityView.Place;
import org.yiwang.activity.ActivityView.RecruitScope;
import org.yiwang.activity.ActivityView.State;
import org.yiwang.kernel.Period;
import org.yiwang.kernel.RegionCode;

/** Activities with their posts, shifts and summaries, one at a time or by id. */
@Component
class ActivityStore {

    private final JdbcClient jdbc;

    ActivityStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Activity> find(long activityId) {
        return list(List.of(activityId)).stream().findFirst();
    }

    /** The activity, its row locked until the transaction ends. */
    Optional<Activity> lock(long activityId) {
        jdbc.sql("select 1 from activity where activity_id = :id for update")
                .param("id", activityId)
                .query((row, i) -> 1)
                .optional();
        return find(activityId);
    }

    /** The activities of those ids that exist, in the order given. */
    List<Activity> list(Collection<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Long[] keys = ids.toArray(Long[]::new);
        Map<Long, Map<Long, List<ShiftRow>>> shifts = shifts(keys);
        Map<Long, List<PostView>> posts = posts(keys, shifts);
        Map<Long, Activity> found = new LinkedHashMap<>();
        jdbc.sql("""
                        select activity_id, ancestors, pass_code, state, has_free, created_at, published_at,
                            announced_until, extended_at, closed_at, corrected_at, created_by, version, organization_id, project_id,
                            region_code, title, categories, objects, protections, description, address, latitude,
                            longitude, contact_name, contact_phone, risk_level, risk_note, insurance, recruit_from,
                            recruit_to, recruit_scope, teams, reviewed, accompanied, agreement, subsidy_fen,
                            subsidy_reason
                        from activity where activity_id = any(:ids)""")
                .param("ids", keys)
                .query((row, i) -> {
                    long id = row.getLong("activity_id");
                    return found.put(id, activity(row, posts.getOrDefault(id, List.of())));
                })
                .list();
        List<Activity> ordered = new ArrayList<>();
        ids.forEach(id -> {
            Activity activity = found.get(id);
            if (activity != null) {
                ordered.add(activity);
            }
        });
        return ordered;
    }

    private Map<Long, List<PostView>> posts(Long[] keys, Map<Long, Map<Long, List<ShiftRow>>> shifts) {
        Map<Long, List<PostView>> posts = new LinkedHashMap<>();
        jdbc.sql("select * from activity_post where activity_id = any(:ids) order by activity_id, post_id")
                .param("ids", keys)
                .query((row, i) -> {
                    long activityId = row.getLong("activity_id");
                    long postId = row.getLong("post_id");
                    String name = row.getString("name");
                    Conditions conditions = new Conditions(
                            (Integer) row.getObject("min_age"),
                            (Integer) row.getObject("max_age"),
                            Set.copyOf(Rows.texts(row, "skills")),
                            row.getInt("min_own_minutes"),
                            Set.copyOf(Rows.texts(row, "qualifications")));
                    List<ShiftView> own =
                            shifts.getOrDefault(activityId, Map.of()).getOrDefault(postId, List.of()).stream()
                                    .map(s -> new ShiftView(
                                            s.id, activityId, postId, name, s.period, s.capacity, conditions))
                                    .toList();
                    return posts.computeIfAbsent(activityId, _ -> new ArrayList<>())
                            .add(new PostView(postId, name, row.getString("description"), conditions, own));
                })
                .list();
        return posts;
    }

    private Map<Long, Map<Long, List<ShiftRow>>> shifts(Long[] keys) {
        Map<Long, Map<Long, List<ShiftRow>>> shifts = new LinkedHashMap<>();
        jdbc.sql("""
                        select activity_id, post_id, shift_id, starts_at, ends_at, capacity
                        from activity_shift where activity_id = any(:ids) order by starts_at, shift_id""")
                .param("ids", keys)
                .query((row, i) -> shifts.computeIfAbsent(row.getLong(1), _ -> new LinkedHashMap<>())
                        .computeIfAbsent(row.getLong(2), _ -> new ArrayList<>())
                        .add(new ShiftRow(
                                row.getLong(3),
                                new Period(instant(row, "starts_at"), instant(row, "ends_at")),
                                row.getInt("capacity"))))
                .list();
        return shifts;
    }

    private record ShiftRow(long id, Period period, int capacity) {}

    private static Activity activity(ResultSet row, List<PostView> posts) throws SQLException {
        return new Activity(
                row.getLong("activity_id"),
                Rows.ids(row, "ancestors"),
                draft(row),
                row.getBytes("pass_code"),
                List.copyOf(posts),
                State.valueOf(row.getString("state")),
                row.getBoolean("has_free"),
                new Activity.Marks(
                        instant(row, "created_at"),
                        instantOrNull(row, "published_at"),
                        instantOrNull(row, "announced_until"),
                        instantOrNull(row, "extended_at"),
                        instantOrNull(row, "closed_at"),
                        instantOrNull(row, "corrected_at")),
                row.getLong("created_by"),
                row.getInt("version"));
    }

    private static ActivityDraft draft(ResultSet row) throws SQLException {
        return new ActivityDraft(
                row.getLong("organization_id"),
                (Long) row.getObject("project_id"),
                new RegionCode(row.getString("region_code")),
                row.getString("title"),
                Rows.texts(row, "categories"),
                Set.copyOf(Rows.texts(row, "objects")),
                Set.copyOf(Rows.texts(row, "protections")),
                row.getString("description"),
                new Place(row.getString("address"), (Double) row.getObject("latitude"), (Double)
                        row.getObject("longitude")),
                new Contact(row.getString("contact_name"), row.getString("contact_phone")),
                new Risk(row.getInt("risk_level"), row.getString("risk_note"), row.getString("insurance")),
                new Recruitment(
                        instantOrNull(row, "recruit_from"),
                        instantOrNull(row, "recruit_to"),
                        RecruitScope.valueOf(row.getString("recruit_scope")),
                        null,
                        Rows.ids(row, "teams"),
                        row.getBoolean("reviewed")),
                new Terms(
                        row.getBoolean("accompanied"),
                        row.getBoolean("agreement"),
                        row.getInt("subsidy_fen"),
                        row.getString("subsidy_reason")));
    }

    /** Writes a new activity; its posts and shifts follow by {@link #savePost} and {@link #addShift}. */
    void insert(Activity activity, String searchText) {
        jdbc.sql("""
                        insert into activity (activity_id, organization_id, ancestors, region_code, project_id, title,
                            categories, objects, protections, description, address, latitude, longitude, contact_name,
                            contact_phone, risk_level, risk_note, insurance, accompanied, agreement, subsidy_fen,
                            subsidy_reason, recruit_from, recruit_to, recruit_scope, pass_code, teams, reviewed,
                            starts_at, last_start_at, ends_at, state, created_by, created_at, search_text, bigrams)
                        values (:id, :organization, :ancestors, :region, :project, :title,
                            :categories, :objects, :protections, :description, :address, :latitude, :longitude, :contactName,
                            :contactPhone, :riskLevel, :riskNote, :insurance, :accompanied, :agreement, :subsidy,
                            :subsidyReason, :recruitFrom, :recruitTo, :scope, :passCode, :teams, :reviewed,
                            :startsAt, :lastStartAt, :endsAt, :state, :createdBy, :createdAt, :searchText, :bigrams)""").params(values(activity, searchText)).update();
    }

    /** Writes the whole activity over its row; fails when somebody else wrote it since it was read. */
    void update(Activity activity, String searchText) {
        int rows = jdbc.sql("""
                        update activity set organization_id = :organization, ancestors = :ancestors, region_code = :region,
                            project_id = :project, title = :title, categories = :categories, objects = :objects,
                            protections = :protections, description = :description, address = :address,
                            latitude = :latitude, longitude = :longitude, contact_name = :contactName,
                            contact_phone = :contactPhone, risk_level = :riskLevel, risk_note = :riskNote,
                            insurance = :insurance, accompanied = :accompanied, agreement = :agreement,
                            subsidy_fen = :subsidy, subsidy_reason = :subsidyReason, recruit_from = :recruitFrom,
                            recruit_to = :recruitTo, recruit_scope = :scope, pass_code = :passCode, teams = :teams,
                            reviewed = :reviewed, starts_at = :startsAt, last_start_at = :lastStartAt, ends_at = :endsAt,
                            state = :state, published_at = :publishedAt, announced_until = :announcedUntil,
                            extended_at = :extendedAt, closed_at = :closedAt, corrected_at = :correctedAt, search_text = :searchText,
                            bigrams = :bigrams, version = version + 1
                        where activity_id = :id and version = :version""").params(values(activity, searchText)).update();
        if (rows != 1) {
            throw new OptimisticLockingFailureException("activity " + activity.id() + " was written meanwhile");
        }
    }

    private static Map<String, @Nullable Object> values(Activity activity, String searchText) {
        ActivityDraft draft = activity.draft();
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("id", activity.id());
        values.put("version", activity.version());
        values.put("organization", draft.organizationId());
        values.put("ancestors", activity.ancestors().toArray(Long[]::new));
        values.put("region", draft.region().value());
        values.put("project", draft.projectId());
        values.put("title", draft.title());
        values.put("categories", draft.categories().toArray(String[]::new));
        values.put("objects", draft.objects().stream().sorted().toArray(String[]::new));
        values.put("protections", draft.protections().stream().sorted().toArray(String[]::new));
        values.put("description", draft.description());
        values.put("address", draft.place().address());
        values.put("latitude", draft.place().latitude());
        values.put("longitude", draft.place().longitude());
        values.put("contactName", draft.contact().name());
        values.put("contactPhone", draft.contact().phone());
        values.put("riskLevel", draft.risk().level());
        values.put("riskNote", draft.risk().note());
        values.put("insurance", draft.risk().insurance());
        values.put("searchText", Bigrams.plain(searchText));
        values.put("bigrams", Bigrams.of(Bigrams.plain(searchText)).toArray(String[]::new));
        terms(activity, values);
        return values;
    }

    private static void terms(Activity activity, Map<String, @Nullable Object> values) {
        Terms terms = activity.draft().terms();
        values.put("accompanied", terms.accompanied());
        values.put("agreement", terms.agreement());
        values.put("subsidy", terms.subsidyFen());
        values.put("subsidyReason", terms.subsidyReason());
        Recruitment recruitment = activity.draft().recruitment();
        values.put("recruitFrom", utcOrNull(recruitment.from()));
        values.put("recruitTo", utcOrNull(recruitment.to()));
        values.put("scope", recruitment.scope().name());
        values.put("passCode", activity.sealedPassCode());
        values.put("teams", recruitment.teams().toArray(Long[]::new));
        values.put("reviewed", recruitment.reviewed());
        Period period = activity.period();
        values.put("startsAt", utc(period.start()));
        values.put("lastStartAt", utc(Activity.lastStart(activity.shifts())));
        values.put("endsAt", utc(period.end()));
        values.put("state", activity.state().name());
        Activity.Marks marks = activity.marks();
        values.put("createdBy", activity.createdBy());
        values.put("createdAt", utc(marks.createdAt()));
        values.put("publishedAt", utcOrNull(marks.publishedAt()));
        values.put("announcedUntil", utcOrNull(marks.announcedUntil()));
        values.put("extendedAt", utcOrNull(marks.extendedAt()));
        values.put("closedAt", utcOrNull(marks.closedAt()));
        values.put("correctedAt", utcOrNull(marks.correctedAt()));
    }

    void savePost(long activityId, long postId, PostDraft post) {
        Conditions conditions = post.conditions();
        jdbc.sql("""
                        insert into activity_post (activity_id, post_id, name, description, min_age, max_age, skills,
                            min_own_minutes, qualifications)
                        values (:activity, :post, :name, :description, :minAge, :maxAge, :skills, :minutes, :qualifications)
                        on conflict (activity_id, post_id) do update set name = excluded.name,
                            description = excluded.description, min_age = excluded.min_age, max_age = excluded.max_age,
                            skills = excluded.skills, min_own_minutes = excluded.min_own_minutes,
                            qualifications = excluded.qualifications""")
                .param("activity", activityId)
                .param("post", postId)
                .param("name", post.name())
                .param("description", post.description())
                .param("minAge", conditions.minAge())
                .param("maxAge", conditions.maxAge())
                .param("skills", conditions.skills().stream().sorted().toArray(String[]::new))
                .param("minutes", conditions.minOwnMinutes())
                .param(
                        "qualifications",
                        conditions.qualifications().stream().sorted().toArray(String[]::new))
                .update();
    }

    /** Asks at least that age of every post. */
    void raiseMinAge(long activityId, int age) {
        jdbc.sql("""
                        update activity_post set min_age = :age
                        where activity_id = :activity and (min_age is null or min_age < :age)
                            and (max_age is null or max_age >= :age)""").param("activity", activityId).param("age", age).update();
    }

    void removePost(long activityId, long postId) {
        jdbc.sql("delete from activity_shift where activity_id = :activity and post_id = :post")
                .param("activity", activityId)
                .param("post", postId)
                .update();
        jdbc.sql("delete from activity_post where activity_id = :activity and post_id = :post")
                .param("activity", activityId)
                .param("post", postId)
                .update();
    }

    void saveShift(long activityId, long postId, long shiftId, ShiftDraft shift) {
        jdbc.sql("""
                        insert into activity_shift (activity_id, shift_id, post_id, starts_at, ends_at, capacity)
                        values (:activity, :shift, :post, :start, :end, :capacity)
                        on conflict (activity_id, shift_id) do update set starts_at = excluded.starts_at,
                            ends_at = excluded.ends_at, capacity = excluded.capacity""")
                .param("activity", activityId)
                .param("shift", shiftId)
                .param("post", postId)
                .param("start", utc(shift.period().start()))
                .param("end", utc(shift.period().end()))
                .param("capacity", shift.capacity())
                .update();
    }

    void removeShift(long activityId, long shiftId) {
        jdbc.sql("delete from activity_shift where activity_id = :activity and shift_id = :shift")
                .param("activity", activityId)
                .param("shift", shiftId)
                .update();
    }

    void noteFree(long activityId, boolean free) {
        jdbc.sql("update activity set has_free = :free where activity_id = :activity and has_free <> :free")
                .param("activity", activityId)
                .param("free", free)
                .update();
    }

    void insertSummary(long activityId, Summary summary, long accountId) {
        jdbc.sql("""
                        insert into activity_summary (activity_id, done, served_people, remarks, account_id, at)
                        values (:activity, :done, :served, :remarks, :account, :at)""")
                .param("activity", activityId)
                .param("done", summary.done())
                .param("served", summary.servedPeople())
                .param("remarks", summary.remarks())
                .param("account", accountId)
                .param("at", utc(summary.at()))
                .update();
    }

    Optional<Summary> findSummary(long activityId) {
        return jdbc.sql("select done, served_people, remarks, at from activity_summary where activity_id = :activity")
                .param("activity", activityId)
                .query((row, i) -> new Summary(
                        row.getString("done"),
                        row.getInt("served_people"),
                        row.getString("remarks"),
                        instant(row, "at")))
                .optional();
    }

    /** How many activities the organization has published so far. */
    int countPublished(long organizationId) {
        return jdbc.sql("""
                        select count(*) from (select 1 from activity
                            where organization_id = :organization and published_at is not null limit 1000) published""")
                .param("organization", organizationId)
                .query((row, i) -> row.getInt(1))
                .single();
    }
}
