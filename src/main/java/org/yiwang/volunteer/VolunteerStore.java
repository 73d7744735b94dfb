package org.yiwang.volunteer;

import static org.yiwang.platform.Moments.instant;
import static org.yiwang.platform.Moments.instantOrNull;
import static org.yiwang.platform.Moments.utc;
import static org.yiwang.platform.Moments.utcOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiwang.kernel.RegionCode;

/** The rows of the registry, and the claims that make a number, a document and an account belong to one person. */
@Component
class VolunteerStore {

    private static final String COLUMNS = """
            id, number, name, birth_date, residence_code, state, account_id, guardian_account_id, skills
            from volunteer
            """;

    private final JdbcClient jdbc;

    VolunteerStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<VolunteerView> find(long id) {
        return jdbc.sql("select " + COLUMNS + " where id = :id")
                .param("id", id)
                .query((row, i) -> view(row))
                .optional();
    }

    /** Holds the row until the transaction ends, so that two decisions about it come one after the other. */
    Optional<VolunteerView> lock(long id) {
        return jdbc.sql("select " + COLUMNS + " where id = :id for update")
                .param("id", id)
                .query((row, i) -> view(row))
                .optional();
    }

    List<VolunteerView> findAll(Collection<Long> ids) {
        return jdbc.sql("select " + COLUMNS + " where id = any(:ids)")
                .param("ids", ids.toArray(Long[]::new))
                .query((row, i) -> view(row))
                .list();
    }

    List<Long> named(Collection<Long> ids, String part) {
        return jdbc.sql("select id from volunteer where id = any(:ids) and strpos(name, :part) > 0")
                .param("ids", ids.toArray(Long[]::new))
                .param("part", part)
                .query((row, i) -> row.getLong(1))
                .list();
    }

    Optional<VolunteerView> findByAccount(long accountId) {
        return jdbc.sql("select " + COLUMNS
                        + " where id = (select volunteer_id from volunteer_account where account_id = :account)")
                .param("account", accountId)
                .query((row, i) -> view(row))
                .optional();
    }

    /** Volunteers with an account of their own among these; one query. */
    List<VolunteerView> findByAccounts(Collection<Long> accountIds) {
        return jdbc.sql("select " + COLUMNS
                        + " where id in (select volunteer_id from volunteer_account where account_id = any(:accounts))")
                .param("accounts", accountIds.toArray(Long[]::new))
                .query((row, i) -> view(row))
                .list();
    }

    /** Registrations that may be one human's with this one, or guarded by the same: to be looked at one by one. */
    List<VolunteerView> findAlike(VolunteerView one) {
        return jdbc.sql("select " + COLUMNS
                        + " where name = :name and birth_date = :born or guardian_account_id in (:own, :guardian)")
                .param("name", one.name())
                .param("born", one.birthDate())
                .param("own", one.accountId(), Types.BIGINT)
                .param("guardian", one.guardianAccountId(), Types.BIGINT)
                .query((row, i) -> view(row))
                .list();
    }

    Optional<VolunteerView> findByNumber(String number) {
        return jdbc.sql("select " + COLUMNS
                        + " where id = (select volunteer_id from volunteer_number where number = :number)")
                .param("number", number)
                .query((row, i) -> view(row))
                .optional();
    }

    Optional<VolunteerView> findByDocument(byte[] digest) {
        return jdbc.sql("select " + COLUMNS
                        + " where id = (select volunteer_id from volunteer_document where digest = :digest)")
                .param("digest", digest)
                .query((row, i) -> view(row))
                .optional();
    }

    /** Volunteers by unified number. */
    Map<String, Long> idsByNumbers(Collection<String> numbers) {
        Map<String, Long> found = new HashMap<>();
        jdbc.sql("select number, volunteer_id from volunteer_number where number = any(:numbers)")
                .param("numbers", numbers.toArray(String[]::new))
                .query((row, i) -> found.put(row.getString(1), row.getLong(2)))
                .list();
        return found;
    }

    /** Volunteers by digest of their document, in hexadecimal. */
    Map<String, Long> idsByDocuments(Collection<byte[]> digests) {
        Map<String, Long> found = new HashMap<>();
        jdbc.sql("select encode(digest, 'hex'), volunteer_id from volunteer_document where digest = any(:digests)")
                .param("digests", digests.toArray(byte[][]::new))
                .query((row, i) -> found.put(row.getString(1), row.getLong(2)))
                .list();
        return found;
    }

    /** Those registered by the guardian who were born after the day, oldest first. */
    List<VolunteerView> wards(long guardianAccountId, LocalDate bornAfter) {
        return jdbc.sql("select " + COLUMNS + " " + """
                         where guardian_account_id = :guardian and birth_date > :bornAfter and state <> 'VOID'
                         order by birth_date, id""")
                .param("guardian", guardianAccountId)
                .param("bornAfter", bornAfter)
                .query((row, i) -> view(row))
                .list();
    }

    /** For whom each of these accounts may act: the owner, then wards born after the day, oldest first. One query. */
    Map<Long, List<VolunteerView>> actingFor(Collection<Long> accountIds, LocalDate bornAfter) {
        Map<Long, List<VolunteerView>> found = new HashMap<>();
        jdbc.sql("""
                        select a.acting, v.* from unnest(:accounts::bigint[]) as a (acting) cross join lateral (
                            select 1 as place, %1$s
                            where id = (select volunteer_id from volunteer_account where account_id = a.acting)
                            union all
                            select 2, %1$s
                            where guardian_account_id = a.acting and account_id is distinct from a.acting
                                and birth_date > :bornAfter) v
                        where v.state <> 'VOID' order by v.place, v.birth_date, v.id""".formatted(COLUMNS))
                .param("accounts", accountIds.toArray(Long[]::new))
                .param("bornAfter", bornAfter)
                .query((RowCallbackHandler) row -> found.computeIfAbsent(row.getLong("acting"), _ -> new ArrayList<>())
                        .add(view(row)));
        return found;
    }

    long countValid() {
        return jdbc.sql("select count(*) from volunteer where state = 'VALID'")
                .query((row, i) -> row.getLong(1))
                .single();
    }

    Map<String, Long> countValid(int length) {
        Map<String, Long> counts = new TreeMap<>();
        jdbc.sql("select left(residence_code, :length), count(*) from volunteer where state = 'VALID' group by 1")
                .param("length", length)
                .query((RowCallbackHandler) row -> counts.put(row.getString(1), row.getLong(2)));
        return counts;
    }

    long nextSequence() {
        return jdbc.sql("select nextval('volunteer_number_sequence')")
                .query((row, i) -> row.getLong(1))
                .single();
    }

    /** Whether the number was free and is this volunteer's now. */
    boolean claimNumber(String number, String kind, long volunteerId) {
        return jdbc.sql("""
                        insert into volunteer_number (number, kind, volunteer_id) values (:number, :kind, :volunteer)
                        on conflict do nothing""")
                        .param("number", number)
                        .param("kind", kind)
                        .param("volunteer", volunteerId)
                        .update()
                == 1;
    }

    /** Whether the document was free and is this volunteer's now. Waits for a claim that another transaction is making. */
    boolean claimDocument(byte[] digest, long volunteerId, Instant at) {
        return jdbc.sql("""
                        insert into volunteer_document (digest, volunteer_id, claimed_at) values (:digest, :volunteer, :at)
                        on conflict do nothing""")
                        .param("digest", digest)
                        .param("volunteer", volunteerId)
                        .param("at", utc(at))
                        .update()
                == 1;
    }

    void freeDocument(long volunteerId) {
        jdbc.sql("delete from volunteer_document where volunteer_id = :volunteer")
                .param("volunteer", volunteerId)
                .update();
    }

    /** Whether the account was free and is this volunteer's now. */
    boolean claimAccount(long accountId, long volunteerId) {
        return jdbc.sql("""
                        insert into volunteer_account (account_id, volunteer_id) values (:account, :volunteer)
                        on conflict do nothing""")
                        .param("account", accountId)
                        .param("volunteer", volunteerId)
                        .update()
                == 1;
    }

    void freeAccount(long volunteerId) {
        jdbc.sql("delete from volunteer_account where volunteer_id = :volunteer")
                .param("volunteer", volunteerId)
                .update();
    }

    void insert(NewRow v) {
        jdbc.sql("""
                insert into volunteer (id, number, name, birth_date, sex, residence_code, state, account_id,
                    guardian_account_id, document_type, document_sealed, document_checked, source, registered_by,
                    registered_at, confirm_by)
                values (:id, :number, :name, :birthDate, :sex, :residence, :state, :account, :guardian, :documentType,
                    :documentSealed, :documentChecked, :source, :by, :at, :confirmBy)""")
                .param("id", v.id)
                .param("number", v.number)
                .param("name", v.name)
                .param("birthDate", v.document.birthDate())
                .param("sex", v.document.sex())
                .param("residence", v.residence.value())
                .param("state", v.state.name())
                .param("account", v.accountId)
                .param("guardian", v.guardianAccountId)
                .param("documentType", v.document.type())
                .param("documentSealed", v.documentSealed)
                .param("documentChecked", v.document.checked())
                .param("source", v.source.name())
                .param("by", v.registeredBy)
                .param("at", utc(v.at))
                .param("confirmBy", utcOrNull(v.confirmBy))
                .update();
    }

    /** Moves a registration to another state; what waits for a confirmation no longer does. */
    void move(long id, VolunteerView.State to) {
        jdbc.sql("update volunteer set state = :state, confirm_by = null where id = :id")
                .param("state", to.name())
                .param("id", id)
                .update();
    }

    void bind(long id, @Nullable Long accountId, @Nullable Long guardianAccountId) {
        jdbc.sql("update volunteer set account_id = :account, guardian_account_id = :guardian where id = :id")
                .param("account", accountId)
                .param("guardian", guardianAccountId)
                .param("id", id)
                .update();
    }

    void setResidence(long id, RegionCode residence) {
        jdbc.sql("update volunteer set residence_code = :residence where id = :id")
                .param("residence", residence.value())
                .param("id", id)
                .update();
    }

    void documentChecked(long id) {
        jdbc.sql("update volunteer set document_checked = true where id = :id")
                .param("id", id)
                .update();
    }

    /** What only the registry itself works with. */
    Details details(long id) {
        return jdbc.sql("""
                        select sex, document_type, document_sealed, document_checked, national_no, source, registered_by,
                            registered_at, confirm_by from volunteer where id = :id""")
                .param("id", id)
                .query((row, i) -> new Details(
                        row.getString("sex"),
                        row.getString("document_type"),
                        row.getBytes("document_sealed"),
                        row.getBoolean("document_checked"),
                        row.getString("national_no"),
                        Source.valueOf(row.getString("source")),
                        row.getLong("registered_by"),
                        instant(row, "registered_at"),
                        instantOrNull(row, "confirm_by")))
                .single();
    }

    /** Registrations whose time to confirm is over. */
    List<Long> overdue(Instant now, int limit) {
        return jdbc.sql("""
                        select id from volunteer where state = 'UNCONFIRMED' and confirm_by <= :now
                        order by confirm_by limit :limit""")
                .param("now", utc(now))
                .param("limit", limit)
                .query((row, i) -> row.getLong(1))
                .list();
    }

    static VolunteerView view(ResultSet row) throws SQLException {
        return new VolunteerView(
                row.getLong("id"),
                row.getString("number"),
                row.getString("name"),
                Objects.requireNonNull(row.getObject("birth_date", LocalDate.class)),
                new RegionCode(row.getString("residence_code")),
                VolunteerView.State.valueOf(row.getString("state")),
                row.getObject("account_id", Long.class),
                row.getObject("guardian_account_id", Long.class),
                Set.of((String[]) row.getArray("skills").getArray()));
    }

    /** Who made the registration. */
    enum Source {
        /** The person. */
        SELF,
        /** A guardian, for a minor. */
        GUARDIAN,
        /** Staff at a desk, for somebody present. */
        DESK
    }

    /** A new row of the registry. */
    record NewRow(
            long id,
            String number,
            String name,
            IdentityDocument document,
            byte[] documentSealed,
            RegionCode residence,
            VolunteerView.State state,
            @Nullable Long accountId,
            @Nullable Long guardianAccountId,
            Source source,
            long registeredBy,
            Instant at,
            @Nullable Instant confirmBy) {}

    /** The rest of a row. */
    record Details(
            String sex,
            String documentType,
            byte[] documentSealed,
            boolean documentChecked,
            @Nullable String nationalNo,
            Source source,
            long registeredBy,
            Instant registeredAt,
            @Nullable Instant confirmBy) {}
}
