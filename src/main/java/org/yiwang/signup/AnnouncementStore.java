package org.yiwang.signup;

import static org.yiwang.platform.Moments.instant;
import static org.yiwang.platform.Moments.utc;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiwang.signup.Announcement.Audience;

/** Rows of announcements. */
@Component
class AnnouncementStore {

    private final JdbcClient jdbc;

    AnnouncementStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Row(Announcement announcement, long accountId) {}

    /** Announcements of an activity, the last first. */
    List<Row> list(long activityId) {
        return jdbc.sql("""
                        select audience, text, urgent, recipients, at, by_account_id from signup_announcement
                        where activity_id = :activity order by at desc, number desc limit 100""")
                .param("activity", activityId)
                .query((row, i) -> new Row(
                        new Announcement(
                                Audience.valueOf(row.getString("audience")),
                                row.getString("text"),
                                row.getBoolean("urgent"),
                                row.getInt("recipients"),
                                instant(row, "at"),
                                ""),
                        row.getLong("by_account_id")))
                .list();
    }

    int count(long activityId, LocalDate day) {
        return jdbc.sql("select count(*) from signup_announcement where activity_id = :activity and day = :day")
                .param("activity", activityId)
                .param("day", day)
                .query((row, i) -> row.getInt(1))
                .single();
    }

    /** Whether the number was free that day: of two sent at once with one left, one is refused. */
    boolean insert(long activityId, LocalDate day, int number, Announcement a, long by) {
        return jdbc.sql("""
                        insert into signup_announcement (activity_id, day, number, audience, text, urgent, recipients, at,
                            by_account_id)
                        values (:activity, :day, :number, :audience, :text, :urgent, :recipients, :at, :by)
                        on conflict do nothing""")
                        .param("activity", activityId)
                        .param("day", day)
                        .param("number", number)
                        .param("audience", a.audience().name())
                        .param("text", a.text())
                        .param("urgent", a.urgent())
                        .param("recipients", a.recipients())
                        .param("at", utc(a.at()))
                        .param("by", by)
                        .update()
                == 1;
    }
}
