package org.yiwang.volunteer;

import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.yiwang.platform.CopyRows;
import org.yiwang.volunteer.VolunteerRows.NewVolunteer;

/** SQL that writes many registrations at once, column by column what {@link VolunteerStore} writes for one. */
@Repository
class VolunteerRowStore {

    private static final String VOLUNTEER = """
            copy volunteer (id, number, name, birth_date, sex, residence_code, state, account_id, guardian_account_id,
                document_type, document_sealed, document_checked, source, registered_by, registered_at, skills) from stdin""";
    private static final String ACCOUNT = "copy volunteer_account (account_id, volunteer_id) from stdin";
    private static final String DOCUMENT = "copy volunteer_document (digest, volunteer_id, claimed_at) from stdin";
    private static final String NUMBER = "copy volunteer_number (number, kind, volunteer_id) from stdin";
    private static final String CHANGE = """
            copy volunteer_change (volunteer_id, id, at, from_state, to_state, why, by_account) from stdin""";
    private static final String PROFILE = "copy volunteer_profile (volunteer_id, categories, changed_at) from stdin";

    private final JdbcTemplate database;

    VolunteerRowStore(JdbcTemplate database) {
        this.database = database;
    }

    long insert(List<Row> rows, List<Change> changes) {
        List<Row> own = rows.stream().filter(r -> r.of.accountId() != null).toList();
        List<Row> told = rows.stream().filter(r -> !r.of.categories().isEmpty()).toList();
        return copy(VOLUNTEER, rows, VolunteerRowStore::volunteer)
                + copy(ACCOUNT, own, (to, r) -> to.plain(r.of.accountId()).number(r.of.id()))
                + copy(
                        DOCUMENT,
                        rows,
                        (to, r) -> to.bytes(r.claim).number(r.of.id()).plain(r.of.at()))
                + copy(
                        NUMBER,
                        rows,
                        (to, r) -> to.plain(r.number).plain("LOCAL").number(r.of.id()))
                + copy(CHANGE, changes, VolunteerRowStore::change)
                + copy(
                        PROFILE,
                        told,
                        (to, r) -> to.number(r.of.id()).texts(r.of.categories()).plain(r.of.at()));
    }

    void numbersFrom(long last) {
        database.query("select setval('volunteer_number_sequence', ?)", row -> {}, last);
    }

    private static void volunteer(CopyRows to, Row r) {
        to.number(r.of.id())
                .plain(r.number)
                .text(PersonName.read(r.of.name(), "name"))
                .plain(r.document.birthDate())
                .plain(r.document.sex())
                .plain(r.of.residence())
                .plain(VolunteerView.State.VALID)
                .plain(r.of.accountId())
                .plain(r.of.guardianAccountId())
                .plain(r.document.type())
                .bytes(r.sealed)
                .flag(r.document.checked())
                .plain(r.source())
                .number(r.by)
                .plain(r.of.at())
                .texts(r.of.skills());
    }

    private static void change(CopyRows to, Change c) {
        to.number(c.volunteerId)
                .number(c.id)
                .plain(c.at)
                .plain(c.from)
                .plain(c.state)
                .plain(c.why)
                .number(c.by);
    }

    private <T> long copy(String sql, List<T> things, BiConsumer<CopyRows, T> row) {
        Long rows = database.execute((ConnectionCallback<Long>) c -> CopyRows.into(c, sql, things, row));
        return rows == null ? 0 : rows;
    }

    /** A registration as it is written, with what follows from what is known. */
    record Row(
            NewVolunteer of,
            IdentityDocument document,
            String number,
            byte[] sealed,
            byte[] claim,
            long by,
            boolean minor,
            boolean child) {

        VolunteerStore.Source source() {
            return of.accountId() == null ? VolunteerStore.Source.GUARDIAN : VolunteerStore.Source.SELF;
        }
    }

    /** A step of a registration. */
    record Change(
            long volunteerId,
            long id,
            Instant at,
            VolunteerView.@Nullable State from,
            VolunteerView.State state,
            String why,
            long by) {}
}
