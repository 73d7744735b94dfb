package org.yiwang.volunteer;

import static org.yiwang.platform.Moments.instantOrNull;
import static org.yiwang.platform.Moments.utc;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of profiles and identity tags. */
@Component
class ProfileStore {

    private final JdbcClient jdbc;

    ProfileStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    ProfileView find(long volunteerId) {
        List<ProfileView.Tag> tags = tags(volunteerId);
        return jdbc.sql("""
                        select v.skills, coalesce(p.slots, '{}') as slots, coalesce(p.categories, '{}') as categories,
                            coalesce(p.languages, '{}') as languages, p.education, p.employment, p.political_status,
                            p.vow_version, p.vow_at
                        from volunteer v left join volunteer_profile p on p.volunteer_id = v.id
                        where v.id = :id""")
                .param("id", volunteerId)
                .query((row, i) -> new ProfileView(
                        Profiles.codesIn(row, "skills"),
                        Profiles.codesIn(row, "slots"),
                        Profiles.codesIn(row, "categories"),
                        Profiles.codesIn(row, "languages"),
                        row.getString("education"),
                        row.getString("employment"),
                        row.getString("political_status"),
                        row.getObject("vow_version", Integer.class),
                        instantOrNull(row, "vow_at"),
                        tags))
                .single();
    }

    private List<ProfileView.Tag> tags(long volunteerId) {
        return jdbc.sql("select tag, source, expires_on from volunteer_tag where volunteer_id = :id order by tag")
                .param("id", volunteerId)
                .query((row, i) -> new ProfileView.Tag(
                        row.getString("tag"), row.getString("source"), row.getObject("expires_on", LocalDate.class)))
                .list();
    }

    void setSkills(long volunteerId, Set<String> skills) {
        jdbc.sql("update volunteer set skills = :skills where id = :id")
                .param("skills", skills.toArray(String[]::new))
                .param("id", volunteerId)
                .update();
    }

    /** Sets one of the lists: slots, categories or languages. */
    void set(long volunteerId, String part, Set<String> codes, Instant at) {
        String sql = switch (part) {
            case "slots" -> insert("slots");
            case "categories" -> insert("categories");
            case "languages" -> insert("languages");
            default -> throw new IllegalArgumentException(part);
        };
        jdbc.sql(sql)
                .param("id", volunteerId)
                .param("codes", codes.toArray(String[]::new))
                .param("at", utc(at))
                .update();
    }

    private static String insert(String column) {
        return """
                insert into volunteer_profile (volunteer_id, %1$s, changed_at) values (:id, :codes, :at)
                on conflict (volunteer_id) do update set %1$s = excluded.%1$s, changed_at = excluded.changed_at""".formatted(column);
    }

    void setBackground(
            long volunteerId,
            @Nullable String education,
            @Nullable String employment,
            @Nullable String politicalStatus,
            Instant at) {
        jdbc.sql("""
                insert into volunteer_profile (volunteer_id, education, employment, political_status, changed_at)
                values (:id, :education, :employment, :political, :at)
                on conflict (volunteer_id) do update set education = excluded.education,
                    employment = excluded.employment, political_status = excluded.political_status,
                    changed_at = excluded.changed_at""")
                .param("id", volunteerId)
                .param("education", education)
                .param("employment", employment)
                .param("political", politicalStatus)
                .param("at", utc(at))
                .update();
    }

    void setVow(long volunteerId, int version, Instant at) {
        jdbc.sql("""
                insert into volunteer_profile (volunteer_id, vow_version, vow_at, changed_at) values (:id, :version, :at, :at)
                on conflict (volunteer_id) do update set vow_version = excluded.vow_version, vow_at = excluded.vow_at,
                    changed_at = excluded.changed_at""")
                .param("id", volunteerId)
                .param("version", version)
                .param("at", utc(at))
                .update();
    }

    /** What an office attested is not replaced by the person's own word. */
    void addTag(long volunteerId, ProfileView.Tag tag, long by, Instant at) {
        jdbc.sql("""
                insert into volunteer_tag (volunteer_id, tag, source, expires_on, noted_at, noted_by)
                values (:id, :tag, :source, :expires, :at, :by)
                on conflict (volunteer_id, tag) do update set source = excluded.source,
                    expires_on = excluded.expires_on, noted_at = excluded.noted_at, noted_by = excluded.noted_by
                where volunteer_tag.source = :ownWord or excluded.source <> :ownWord""")
                .param("id", volunteerId)
                .param("tag", tag.code())
                .param("source", tag.source())
                .param("expires", tag.expiresOn())
                .param("at", utc(at))
                .param("by", by)
                .param("ownWord", Profiles.OWN_WORD)
                .update();
    }

    void removeTag(long volunteerId, String tag) {
        jdbc.sql("delete from volunteer_tag where volunteer_id = :id and tag = :tag")
                .param("id", volunteerId)
                .param("tag", tag)
                .update();
    }
}
