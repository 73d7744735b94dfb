package org.yiwang.activity;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.yiwang.activity.ActivityRows.NewActivity;
import org.yiwang.activity.ActivityRows.NewShift;
import org.yiwang.platform.CopyRows;

/** SQL that writes many activities at once, column by column what {@link ActivityStore} writes for one. */
@Repository
class ActivityRowStore {

    private static final String ACTIVITY = """
            copy activity (activity_id, organization_id, ancestors, region_code, title, categories, objects, protections,
                description, address, contact_name, contact_phone, risk_level, risk_note, insurance, accompanied, agreement,
                subsidy_fen, subsidy_reason, recruit_from, recruit_to, recruit_scope, teams, reviewed, starts_at, last_start_at,
                ends_at, state, created_by, created_at, published_at, announced_until, closed_at, search_text, bigrams,
                has_free, version) from stdin""";
    private static final String POST = """
            copy activity_post (activity_id, post_id, name, description, skills, min_own_minutes, qualifications)
            from stdin""";
    private static final String SHIFT =
            "copy activity_shift (activity_id, shift_id, post_id, starts_at, ends_at, capacity) from stdin";
    private static final String DECISION = """
            copy activity_decision (activity_id, decision_id, step, from_state, to_state, account_id, at) from stdin""";
    private static final String SUMMARY =
            "copy activity_summary (activity_id, done, served_people, remarks, account_id, at) from stdin";

    private final JdbcTemplate database;

    ActivityRowStore(JdbcTemplate database) {
        this.database = database;
    }

    /**
     * Writes them with posts, shifts and summaries.
     *
     * @param words plain text by which one is found
     */
    long insert(List<NewActivity> activities, Function<NewActivity, String> words) {
        return copy(ACTIVITY, activities, (to, a) -> activity(to, a, words.apply(a)))
                + copy(POST, activities, ActivityRowStore::post)
                + copy(
                        SHIFT,
                        activities.stream().flatMap(a -> a.shifts().stream()).toList(),
                        ActivityRowStore::shift)
                + copy(
                        SUMMARY,
                        activities.stream().filter(a -> a.closing() != null).toList(),
                        ActivityRowStore::summary);
    }

    long decide(List<NewDecision> decisions) {
        return copy(
                DECISION,
                decisions,
                (to, d) -> to.number(d.activityId)
                        .number(d.id)
                        .plain(d.step)
                        .plain(d.from)
                        .plain(d.step.from(d.from))
                        .number(d.by)
                        .plain(d.at));
    }

    private static void activity(CopyRows to, NewActivity a, String plain) {
        Instant starts = a.shifts().getFirst().period().start();
        to.number(a.id())
                .number(a.organizationId())
                .numbers(a.ancestors())
                .plain(a.region())
                .text(a.title())
                .texts(List.of(a.category()))
                .texts(a.objects())
                .texts(List.of())
                .text(a.description())
                .text(a.address())
                .text(a.contactName())
                .text(a.contactPhone())
                .number(0)
                .text(a.riskNote())
                .text("")
                .flag(true)
                .flag(false)
                .number(0)
                .text("")
                .plain(a.publishedAt())
                .plain(a.shifts().getLast().period().start())
                .plain(ActivityView.RecruitScope.PUBLIC)
                .numbers(List.of())
                .flag(false)
                .plain(starts)
                .plain(a.shifts().getLast().period().start())
                .plain(a.shifts().getLast().period().end())
                .plain(a.closing() == null ? ActivityView.State.PUBLISHED : ActivityView.State.CLOSED)
                .number(a.createdBy())
                .plain(a.createdAt())
                .plain(a.publishedAt())
                .plain(a.publishedAt())
                .plain(a.closing() == null ? null : a.closing().at())
                .text(plain)
                .texts(Bigrams.of(plain))
                .flag(a.hasFree())
                .number(a.closing() == null ? 2 : 3);
    }

    private static void post(CopyRows to, NewActivity a) {
        to.number(a.id())
                .number(a.postId())
                .text(a.postName())
                .text("")
                .texts(List.of())
                .number(0)
                .texts(List.of());
    }

    private static void shift(CopyRows to, NewShift s) {
        to.number(s.activityId())
                .number(s.id())
                .number(s.postId())
                .plain(s.period().start())
                .plain(s.period().end())
                .number(s.capacity());
    }

    private static void summary(CopyRows to, NewActivity a) {
        NewActivity.Closing closing = Objects.requireNonNull(a.closing());
        to.number(a.id())
                .text(closing.done())
                .number(closing.servedPeople())
                .text("")
                .number(a.createdBy())
                .plain(closing.at());
    }

    private <T> long copy(String sql, List<T> things, BiConsumer<CopyRows, T> row) {
        Long rows = database.execute((ConnectionCallback<Long>) c -> CopyRows.into(c, sql, things, row));
        return rows == null ? 0 : rows;
    }

    /** A step that was taken. */
    record NewDecision(long activityId, long id, Step step, ActivityView.State from, long by, Instant at) {}
}
