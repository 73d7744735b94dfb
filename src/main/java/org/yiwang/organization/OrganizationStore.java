package org.yiwang.organization;

import static org.yiwang.platform.Moments.instant;
import static org.yiwang.platform.Moments.instantOrNull;
import static org.yiwang.platform.Moments.utc;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.RegionCode;
import org.yiwang.organization.OrganizationDraft.Joining;
import org.yiwang.organization.OrganizationDraft.Standing;

/** Rows of organizations, their host units and their decisions. */
@Component
class OrganizationStore {

    private static final String COLUMNS = """
            id, name, region_code, team_type, legal_form, unit_kind, credit_code, filed_with, unit_id, kinds, categories,
            party_organization, party_branch, introduction, founded_on, planned_size, contact_name, contact_phone,
            contact_public, join_policy, pass_code, state, filed_until, renewal_asked_at, ancestors,
            applicant_account_id, created_at, changed_at""";

    private final JdbcClient jdbc;

    OrganizationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Organization> find(long id) {
        return jdbc.sql("select " + COLUMNS + " from organization where id = :id")
                .param("id", id)
                .query((row, i) -> read(row))
                .optional();
    }

    /** As {@link #find}, and nobody else changes the row until the transaction ends. */
    Optional<Organization> lock(long id) {
        return jdbc.sql("select " + COLUMNS + " from organization where id = :id for update")
                .param("id", id)
                .query((row, i) -> read(row))
                .optional();
    }

    /** Approved organizations that lie in one of the regions or below one of the organizations, by name. */
    List<Organization> listWithin(String[] regionPatterns, Long[] organizations) {
        return jdbc.sql("select " + COLUMNS + """
                         from organization
                        where (region_code like any(:patterns) or ancestors && :organizations)
                          and state in ('ACTIVE', 'EXPIRED', 'STOPPED')
                        order by name, id""")
                .param("patterns", regionPatterns)
                .param("organizations", organizations)
                .query((row, i) -> read(row))
                .list();
    }

    /** Approved organizations of those types that have their seat there and applied before that moment, by id. */
    List<Organization> approvedIn(String regionPattern, Collection<String> teamTypes, Instant before) {
        return jdbc.sql("select " + COLUMNS + """
                         from organization
                        where region_code like :pattern and team_type = any(:types) and created_at < :before
                          and state in ('ACTIVE', 'EXPIRED', 'STOPPED')
                        order by id""")
                .param("pattern", regionPattern)
                .param("types", teamTypes.toArray(String[]::new))
                .param("before", utc(before))
                .query((row, i) -> read(row))
                .list();
    }

    /** Where organizations in those regions that may act that day have their seat, each place once. */
    List<String> regionsWithActive(String[] regionPatterns, Long[] organizations, LocalDate day) {
        return jdbc.sql("""
                        select distinct region_code from organization
                        where (region_code like any(:patterns) or ancestors && :organizations)
                          and state = 'ACTIVE' and (filed_until is null or filed_until >= :day)""")
                .param("patterns", regionPatterns)
                .param("organizations", organizations)
                .param("day", day)
                .query((row, i) -> row.getString(1))
                .list();
    }

    Map<String, Long> countActive(LocalDate day, int length) {
        Map<String, Long> counts = new TreeMap<>();
        jdbc.sql("""
                        select left(region_code, :length), count(*) from organization
                        where state = 'ACTIVE' and (filed_until is null or filed_until >= :day) group by 1""").param("day", day).param("length", length).query((RowCallbackHandler)
                row -> counts.put(row.getString(1), row.getLong(2)));
        return counts;
    }

    List<Organization> listByApplicant(long accountId) {
        return jdbc.sql("select " + COLUMNS + " from organization where applicant_account_id = :id order by id desc")
                .param("id", accountId)
                .query((row, i) -> read(row))
                .list();
    }

    int countWaiting(long accountId) {
        return jdbc.sql("""
                        select count(*) from organization
                        where applicant_account_id = :id and state in ('WAITING', 'RETURNED')""")
                .param("id", accountId)
                .query((row, i) -> row.getInt(1))
                .single();
    }

    void insert(Organization o) {
        bind("""
                insert into organization (id, name, region_code, team_type, legal_form, unit_kind, credit_code, filed_with,
                    unit_id, kinds, categories, party_organization, party_branch, introduction, founded_on, planned_size,
                    contact_name, contact_phone, contact_public, join_policy, pass_code, state, ancestors, search_text,
                    search_grams, applicant_account_id, created_at, changed_at)
                values (:id, :name, :region, :teamType, :legalForm, :unitKind, :creditCode, :filedWith,
                    :unitId, :kinds, :categories, :party, :branch, :introduction, :foundedOn, :plannedSize,
                    :contactName, :contactPhone, :contactPublic, :policy, :passCode, :state, array[:id::bigint], :searchText,
                    :searchGrams, :applicant, :createdAt, :changedAt)""", o)
                .param("state", o.state().name())
                .param("applicant", o.applicantAccountId())
                .param("createdAt", utc(o.createdAt()))
                .update();
    }

    /** Writes everything that people can edit; leaves state, filing and ancestors alone. */
    void update(Organization o) {
        bind("""
                update organization set name = :name, region_code = :region, team_type = :teamType,
                    legal_form = :legalForm, unit_kind = :unitKind, credit_code = :creditCode, filed_with = :filedWith,
                    unit_id = :unitId, kinds = :kinds, categories = :categories, party_organization = :party,
                    party_branch = :branch, introduction = :introduction, founded_on = :foundedOn,
                    planned_size = :plannedSize, contact_name = :contactName, contact_phone = :contactPhone,
                    contact_public = :contactPublic, join_policy = :policy, pass_code = :passCode,
                    search_text = :searchText, search_grams = :searchGrams, changed_at = :changedAt
                where id = :id""", o).update();
    }

    private JdbcClient.StatementSpec bind(String sql, Organization o) {
        SearchText search = SearchText.of(o.name() + " " + o.introduction());
        return jdbc.sql(sql)
                .param("id", o.id())
                .param("name", o.name())
                .param("region", o.region().value())
                .param("teamType", o.standing().teamType())
                .param("legalForm", o.standing().legalForm())
                .param("unitKind", o.standing().unitKind())
                .param("creditCode", o.standing().creditCode())
                .param("filedWith", nameOf(o.standing().filedWith()))
                .param("unitId", o.unitId())
                .param("kinds", o.kinds().toArray(String[]::new))
                .param("categories", o.categories().toArray(String[]::new))
                .param("party", o.branch().exists())
                .param("branch", o.branch().name())
                .param("introduction", o.introduction())
                .param("foundedOn", o.foundedOn())
                .param("plannedSize", o.plannedSize())
                .param("contactName", o.contact().name())
                .param("contactPhone", o.contact().phone())
                .param("contactPublic", o.contact().open())
                .param("policy", o.joining().policy().number())
                .param("passCode", o.joining().passCode())
                .param("searchText", search.folded())
                .param("searchGrams", search.grams())
                .param("changedAt", utc(o.changedAt()));
    }

    @Nullable
    private static String nameOf(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name();
    }

    /** Moves to another state if it still is in one of those expected; tells whether it was. */
    boolean move(long id, Collection<OrganizationState> from, OrganizationState to, Instant at) {
        return jdbc.sql("""
                        update organization set state = :to, changed_at = :at
                        where id = :id and state = any(:from)""")
                        .param("id", id)
                        .param("from", from.stream().map(Enum::name).toArray(String[]::new))
                        .param("to", to.name())
                        .param("at", utc(at))
                        .update()
                == 1;
    }

    void setFiledUntil(long id, LocalDate until) {
        jdbc.sql("update organization set filed_until = :until, renewal_asked_at = null where id = :id")
                .param("id", id)
                .param("until", until)
                .update();
    }

    /** Notes that a renewal waits; false if one waits already. */
    boolean askRenewal(long id, Instant at) {
        return jdbc.sql("update organization set renewal_asked_at = :at where id = :id and renewal_asked_at is null")
                        .param("id", id)
                        .param("at", utc(at))
                        .update()
                == 1;
    }

    /** Takes the waiting renewal off the list; false if none waits. */
    boolean clearRenewal(long id) {
        return jdbc.sql(
                                "update organization set renewal_asked_at = null where id = :id and renewal_asked_at is not null")
                        .param("id", id)
                        .update()
                == 1;
    }

    void addDecision(long id, DecisionView.Kind kind, long accountId, @Nullable String reason, Instant at) {
        jdbc.sql("""
                        insert into organization_decision (organization_id, id, kind, account_id, reason, at)
                        values (:organization, :id, :kind, :account, :reason, :at)""")
                .param("organization", id)
                .param("id", Ids.next())
                .param("kind", kind.name())
                .param("account", accountId)
                .param("reason", reason)
                .param("at", utc(at))
                .update();
    }

    List<Decision> decisions(long id) {
        return jdbc.sql("""
                        select kind, account_id, reason, at from organization_decision
                        where organization_id = :id order by at, id""")
                .param("id", id)
                .query((row, i) -> new Decision(
                        DecisionView.Kind.valueOf(row.getString(1)),
                        row.getLong(2),
                        row.getString(3),
                        instant(row, "at")))
                .list();
    }

    record Decision(
            DecisionView.Kind kind,
            long accountId,
            @Nullable String reason,
            Instant at) {}

    Optional<Unit> findUnit(long id) {
        return jdbc.sql("select id, name, kind, credit_code, region_code from organization_unit where id = :id")
                .param("id", id)
                .query((row, i) -> unit(row))
                .optional();
    }

    Optional<Unit> findUnitByCode(String creditCode) {
        return jdbc.sql(
                        "select id, name, kind, credit_code, region_code from organization_unit where credit_code = :code")
                .param("code", creditCode)
                .query((row, i) -> unit(row))
                .optional();
    }

    Optional<Unit> findUnitByName(RegionCode region, String name) {
        return jdbc.sql("""
                        select id, name, kind, credit_code, region_code from organization_unit
                        where region_code = :region and name = :name""")
                .param("region", region.value())
                .param("name", name)
                .query((row, i) -> unit(row))
                .optional();
    }

    /** Adds a unit; false if one with that code or that name in that region came first. */
    boolean insertUnit(Unit unit, long by, Instant at) {
        return jdbc.sql("""
                        insert into organization_unit (id, name, kind, credit_code, region_code, created_by, created_at)
                        values (:id, :name, :kind, :code, :region, :by, :at) on conflict do nothing""")
                        .param("id", unit.id())
                        .param("name", unit.name())
                        .param("kind", unit.kind())
                        .param("code", unit.creditCode())
                        .param("region", unit.region().value())
                        .param("by", by)
                        .param("at", utc(at))
                        .update()
                == 1;
    }

    /** A host unit. */
    record Unit(long id, String name, String kind, @Nullable String creditCode, RegionCode region) {}

    /** Names of organizations, by id. */
    Map<Long, String> names(Collection<Long> ids) {
        return jdbc
                .sql("select id, name from organization where id = any(:ids)")
                .param("ids", ids.toArray(Long[]::new))
                .query((row, i) -> Map.entry(row.getLong(1), row.getString(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Unit unit(ResultSet row) throws SQLException {
        return new Unit(
                row.getLong("id"),
                row.getString("name"),
                row.getString("kind"),
                row.getString("credit_code"),
                new RegionCode(row.getString("region_code")));
    }

    private static Organization read(ResultSet row) throws SQLException {
        String filedWith = row.getString("filed_with");
        int plannedSize = row.getInt("planned_size");
        Integer size = row.wasNull() ? null : plannedSize;
        long unit = row.getLong("unit_id");
        Long unitId = row.wasNull() ? null : unit;
        return new Organization(
                row.getLong("id"),
                row.getString("name"),
                new RegionCode(row.getString("region_code")),
                new Standing(
                        row.getString("team_type"),
                        row.getString("legal_form"),
                        row.getString("unit_kind"),
                        row.getString("credit_code"),
                        filedWith == null ? null : FiledWith.valueOf(filedWith)),
                texts(row, "kinds"),
                texts(row, "categories"),
                unitId,
                new Organization.Branch(row.getBoolean("party_organization"), row.getString("party_branch")),
                row.getString("introduction"),
                row.getObject("founded_on", LocalDate.class),
                size,
                new Organization.SealedContact(
                        row.getString("contact_name"), row.getBytes("contact_phone"), row.getBoolean("contact_public")),
                new Joining(JoinPolicy.of(row.getInt("join_policy")), row.getString("pass_code")),
                OrganizationState.valueOf(row.getString("state")),
                row.getObject("filed_until", LocalDate.class),
                instantOrNull(row, "renewal_asked_at"),
                longs(row, "ancestors"),
                row.getLong("applicant_account_id"),
                instant(row, "created_at"),
                instant(row, "changed_at"));
    }

    static List<String> texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return List.of((String[]) array.getArray());
    }

    static List<Long> longs(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return List.of((Long[]) array.getArray());
    }
}
