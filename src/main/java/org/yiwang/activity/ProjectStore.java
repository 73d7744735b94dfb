package org.yiwang.activity;

import static org.yiwang.platform.Moments.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiwang.kernel.Reach;
import org.yiwang.kernel.RegionCode;

/** The project library. */
@Component
class ProjectStore {

    private final JdbcClient jdbc;

    ProjectStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Project> find(long projectId) {
        return jdbc.sql("select * from activity_project where project_id = :id")
                .param("id", projectId)
                .query((row, i) -> project(row))
                .optional();
    }

    void insert(Project project, long accountId, Instant at) {
        values(jdbc.sql("""
                        insert into activity_project (project_id, organization_id, ancestors, region_code, name, categories,
                            objects, description, regular_time, place, contact_name, contact_phone, listed, created_by,
                            created_at)
                        values (:id, :organization, :ancestors, :region, :name, :categories, :objects, :description, :time,
                            :place, :contactName, :contactPhone, :listed, :account, :at)"""), project)
                .param("account", accountId)
                .param("at", utc(at))
                .update();
    }

    void update(Project project) {
        values(jdbc.sql("""
                        update activity_project set organization_id = :organization, ancestors = :ancestors,
                            region_code = :region, name = :name, categories = :categories, objects = :objects,
                            description = :description, regular_time = :time, place = :place,
                            contact_name = :contactName, contact_phone = :contactPhone, listed = :listed,
                            version = version + 1
                        where project_id = :id"""), project).update();
    }

    private static JdbcClient.StatementSpec values(JdbcClient.StatementSpec statement, Project project) {
        ProjectDraft draft = project.draft();
        return statement
                .param("id", project.id())
                .param("organization", draft.organizationId())
                .param("ancestors", project.ancestors().toArray(Long[]::new))
                .param("region", draft.region().value())
                .param("name", draft.name())
                .param("categories", draft.categories().toArray(String[]::new))
                .param("objects", draft.objects().stream().sorted().toArray(String[]::new))
                .param("description", draft.description())
                .param("time", draft.regularTime())
                .param("place", draft.place())
                .param("contactName", draft.contact().name())
                .param("contactPhone", draft.contact().phone())
                .param("listed", draft.listed());
    }

    /** Projects in reach, by name. */
    List<Project> listWithin(Reach reach) {
        return jdbc.sql("""
                        select * from activity_project
                        where region_code like any(:patterns) or ancestors && :organizations
                        order by name, project_id limit 500""")
                .param("patterns", reach.regionPatterns())
                .param("organizations", reach.organizationIds())
                .query((row, i) -> project(row))
                .list();
    }

    /** Projects that everybody sees: in a region, of an organization and those below it, of a category. */
    List<Project> listPublic(
            RegionCode region, @Nullable Long organizationId, @Nullable String category, int offset, int limit) {
        return jdbc.sql("""
                        select * from activity_project
                        where listed and region_code like :region
                            and (:organization::bigint is null or ancestors @> array[:organization::bigint])
                            and (:category::text is null or :category = any(categories))
                        order by region_code, name, project_id offset :offset limit :limit""")
                .param("region", region.value() + "%")
                .param("organization", organizationId)
                .param("category", category)
                .param("offset", offset)
                .param("limit", limit)
                .query((row, i) -> project(row))
                .list();
    }

    private static Project project(ResultSet row) throws SQLException {
        return new Project(
                row.getLong("project_id"),
                Rows.ids(row, "ancestors"),
                new ProjectDraft(
                        row.getLong("organization_id"),
                        new RegionCode(row.getString("region_code")),
                        row.getString("name"),
                        Rows.texts(row, "categories"),
                        Set.copyOf(Rows.texts(row, "objects")),
                        row.getString("description"),
                        row.getString("regular_time"),
                        row.getString("place"),
                        new Contact(row.getString("contact_name"), row.getString("contact_phone")),
                        row.getBoolean("listed")));
    }
}
