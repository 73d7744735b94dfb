package org.yiwang.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiwang.platform.Moments.utc;
import static org.yiwang.record.Divergence.What.DIFFERS;
import static org.yiwang.record.Divergence.What.TOTAL;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.attendance.Evidence;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Period;
import org.yiwang.record.Sealing.Disagreement;
import org.yiwang.seal.Hash;
import org.yiwang.seal.Proofs;
import org.yiwang.seal.SealAudit.Finding;
import org.yiwang.seal.SealAudit.What;
import org.yiwang.seal.TestLogs;
import org.yiwang.testing.TestDatabase;
import tools.jackson.databind.json.JsonMapper;

class SealingTest {

    private static final Instant NINE = Instant.parse("2026-11-14T01:00:00Z");

    private static final String OLD_FORM = """
            yiwang record v%d
            volunteer=%d
            record=%d
            %sactivity=1
            shift=2
            pair
            organization=3
            organization-name=花桥志愿队
            region=420102
            activity-title=清洁\\n家园
            category=06
            post=清洁员
            place=花桥社区
            person-in-charge=张三
            shift-start=2026-11-14T01:00:00Z
            shift-end=2026-11-14T03:00:00Z
            came=2026-11-14T01:00:00Z
            left=2026-11-14T03:00:00Z
            counted-from=2026-11-14T01:00:00Z
            counted-to=2026-11-14T03:00:00Z
            service-minutes=120
            service-date=2026-11-14
            time-kind=CREDIT
            evidence=%s
            counting-version=1
            supersedes
            reason
            made-by=7
            made-at=2026-11-14T01:00:00Z
            step=1
            state=EFFECTIVE
            hold
            at=2026-11-14T01:00:00Z
            actor=7
            why
            rule
            rule-version
            nonce=0102
            """;

    private final List<Entry> records = new ArrayList<>();
    private HikariDataSource database;
    private JdbcClient jdbc;
    private RecordStore store;
    private Sealing sealing;

    @BeforeEach
    void seal_sixty_records_in_three_batches() {
        database = TestDatabase.fresh();
        jdbc = JdbcClient.create(database);
        store = new RecordStore(jdbc, JsonMapper.builder().build(), new ActivityTotalStore(jdbc));
        sealing = new Sealing(
                new SealingStore(jdbc),
                new DivergenceStore(jdbc),
                TestLogs.on(jdbc),
                new TransactionTemplate(new DataSourceTransactionManager(database)));
        for (int batch = 0; batch < 3; batch++) {
            for (int i = 0; i < 20; i++) {
                record(Standing.EFFECTIVE);
            }
            assertThat(sealing.seal()).isEqualTo(20);
        }
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void what_was_left_alone_agrees_and_nothing_is_sealed_twice() {
        assertThat(sealing.seal()).isZero();
        assertThat(sealing.verify(_ -> {}).agrees()).isTrue();
        assertThat(sealing.verify(_ -> {}).leaves()).isEqualTo(60);
        assertThat(sealing.verify(_ -> {}).heads()).isEqualTo(3);
    }

    @Test
    void a_record_that_does_not_count_yet_is_not_sealed() {
        Entry pending = record(Standing.PENDING);
        assertThat(sealing.seal()).isZero();
        assertThat(sealing.verify(_ -> {}).agrees()).isTrue();
        assertThat(sealing.find(pending.volunteerId(), pending.recordId())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void a_leaf_from_before_keeps_the_form_in_which_it_was_sealed(int form) {
        Entry old = record(Standing.EFFECTIVE);
        jdbc.sql("alter table record_entry disable trigger user").update();
        jdbc.sql(
                        "update record_entry set origin = case :form when 1 then null else origin end where record_id = :record")
                .param("form", form)
                .param("record", old.recordId())
                .update();
        String text = OLD_FORM.formatted(
                form,
                old.volunteerId(),
                old.recordId(),
                form == 1 ? "" : "origin=ATTENDANCE\nsource\n",
                jdbc.sql("select evidence::text from record_entry where record_id = :record")
                        .param("record", old.recordId())
                        .query(String.class)
                        .single());
        long leaf = TestLogs.on(jdbc).append(List.of(text.getBytes(StandardCharsets.UTF_8)));
        jdbc.sql("delete from record_unsealed").update();
        // As the program of before wrote it.
        jdbc.sql("""
                        insert into record_leaf (volunteer_id, record_id, step_no, leaf_index, nonce)
                        values (:volunteer, :record, 1, :leaf, '\\x0102')""")
                .param("volunteer", old.volunteerId())
                .param("record", old.recordId())
                .param("leaf", leaf)
                .update();
        assertThat(sealing.find(old.volunteerId(), old.recordId()).orElseThrow().content())
                .isEqualTo(text);
        assertThat(sealing.verify(_ -> {}).found()).isEmpty();
    }

    @Test
    void anybody_can_check_the_proof_of_a_record() {
        Entry record = records.get(33);
        Sealing.Sealed proof =
                sealing.find(record.volunteerId(), record.recordId()).orElseThrow();
        assertThat(proof.content())
                .startsWith("yiwang record v3\nvolunteer=" + record.volunteerId() + "\n")
                .contains("activity-title=清洁\\n家园\n", "state=EFFECTIVE\n");
        assertThat(Proofs.includes(
                        Hash.leaf(proof.content().getBytes(StandardCharsets.UTF_8)),
                        proof.inclusion().index(),
                        proof.inclusion().head().size(),
                        proof.inclusion().path(),
                        proof.inclusion().head().root()))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update record_entry set service_minutes = service_minutes + 60 where record_id = :record",
                "update record_entry set evidence = jsonb_set(evidence, '{in,deviceReused}', 'true') where record_id = :record",
                "update record_entry set activity_title = '清洁家园' where record_id = :record",
                "update record_step set actor_account_id = 8 where record_id = :record",
                "delete from record_entry where record_id = :record",
                "update record_leaf set nonce = '\\x00' where record_id = :record",
            })
    void a_byte_changed_behind_the_programs_back_is_found_and_the_record_named(String change) {
        Entry victim = records.get(41);
        jdbc.sql("alter table record_entry disable trigger user").update();
        jdbc.sql("alter table record_step disable trigger user").update();
        assertThat(jdbc.sql(change).param("record", victim.recordId()).update()).isPositive();
        assertThat(sealing.verify(_ -> {}).found()).singleElement().satisfies(d -> {
            assertThat(d.finding().what()).isEqualTo(What.LEAF);
            assertThat(d.finding().at()).isEqualTo(41);
            assertThat(d.first()).isEqualTo(key(victim)).isEqualTo(d.last());
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            update record_current set state = 'VOID', live_span = null where record_id = :record | DIFFERS | state
            update record_current set service_minutes = 600 where record_id = :record | DIFFERS | service_minutes
            update record_current set time_kind = 'HONOUR' where record_id = :record | DIFFERS | time_kind
            update record_current set category = '01', region_code = '420103' where record_id = :record | DIFFERS | category, region_code
            update record_current set service_date = '2025-11-14' where record_id = :record | DIFFERS | service_date
            update record_current set live_span = null, state = 'HELD', hold = 'OVERLAP' where record_id = :record | DIFFERS | state, hold
            update record_current set live_span = tstzrange(lower(live_span), null) where record_id = :record | DIFFERS | live_span
            delete from record_current where record_id = :record | NO_STANDING | ''
            delete from record_entry where record_id = :record | NO_ENTRY | ''
            delete from record_leaf where record_id = :record | NOT_SEALED | ''
            """)
    void what_lists_and_totals_go_by_is_compared_too_and_the_record_named(
            String change, Divergence.What what, String detail) {
        Entry victim = records.get(41);
        jdbc.sql("alter table record_entry disable trigger user").update();
        assertThat(jdbc.sql(change).param("record", victim.recordId()).update()).isPositive();
        Sealing.Verified result = sealing.verify(_ -> {});
        assertThat(result.agrees()).isFalse();
        assertThat(result.divergences())
                .contains(new Divergence(what, victim.volunteerId(), victim.recordId(), detail))
                .allMatch(d -> d.volunteerId() == victim.volunteerId());
    }

    @Test
    void a_void_record_that_is_made_to_count_again_is_found_with_its_total() {
        Entry victim = record(Standing.VOID);
        sealing.seal();
        assertThat(sealing.verify(_ -> {}).agrees()).isTrue();
        jdbc.sql("""
                        update record_current set state = 'EFFECTIVE', live_span = tstzrange(:from, :to)
                        where record_id = :record""")
                .param("from", utc(NINE))
                .param("to", utc(NINE.plus(Duration.ofHours(2))))
                .param("record", victim.recordId())
                .update();
        assertThat(sealing.verify(_ -> {}).divergences())
                .containsExactly(
                        new Divergence(DIFFERS, victim.volunteerId(), victim.recordId(), "state"),
                        new Divergence(TOTAL, victim.volunteerId(), null, "2026 06"));
    }

    @Test
    void a_total_that_is_not_the_sum_of_what_counts_is_found() {
        Entry victim = records.get(7);
        jdbc.sql("update record_total set credit_minutes = credit_minutes + 1 where volunteer_id = :volunteer")
                .param("volunteer", victim.volunteerId())
                .update();
        assertThat(sealing.verify(_ -> {}).divergences())
                .containsExactly(new Divergence(TOTAL, victim.volunteerId(), null, "2026 06"));
    }

    @Test
    void two_leaves_that_changed_places_and_one_that_is_gone_are_found() {
        jdbc.sql("update record_leaf set leaf_index = 21 - leaf_index where leaf_index in (10, 11)")
                .update();
        assertThat(sealing.verify(_ -> {}).found())
                .extracting(d -> d.finding().at())
                .containsExactly(10L, 11L);
        jdbc.sql("delete from record_leaf where leaf_index in (10, 11, 59)").update();
        assertThat(sealing.verify(_ -> {}).found())
                .extracting(d -> d.finding().what())
                .containsExactly(What.LEAF, What.LEAF, What.MISSING);
    }

    @Test
    void a_changed_head_is_found() {
        jdbc.sql("alter table seal_head disable trigger user").update();
        jdbc.sql("update seal_head set root = set_byte(root, 0, get_byte(root, 0) # 1) where size = 40")
                .update();
        assertThat(sealing.verify(_ -> {}).found())
                .extracting(Disagreement::finding)
                .extracting(f -> f.what() + " " + f.at())
                .containsExactly("HEAD 40", "SIGNATURE 40");
    }

    @Test
    void of_a_record_changed_together_with_its_tile_the_stretch_since_the_last_good_head_is_named() {
        Entry victim = records.get(33);
        jdbc.sql("alter table record_entry disable trigger user").update();
        jdbc.sql("update record_entry set place = '别处' where record_id = :record")
                .param("record", victim.recordId())
                .update();
        String forged = sealing.find(victim.volunteerId(), victim.recordId())
                .orElseThrow()
                .content();
        jdbc.sql("update seal_tile set hashes = overlay(hashes placing :hash from :place) where level = 0")
                .param(
                        "hash",
                        Hash.leaf(forged.getBytes(StandardCharsets.UTF_8)).bytes())
                .param("place", 33 * Hash.LENGTH + 1)
                .update();
        assertThat(sealing.verify(_ -> {}).found())
                .containsExactly(
                        new Disagreement(new Finding(What.HEAD, 40, 20), key(records.get(20)), key(records.get(39))),
                        new Disagreement(new Finding(What.HEAD, 60, 20), key(records.get(20)), key(records.get(59))));
    }

    private static RecordKey key(Entry entry) {
        return new RecordKey(entry.volunteerId(), entry.recordId());
    }

    private Entry record(Standing standing) {
        Entry entry = entry();
        store.insert(entry, standing, null);
        records.add(entry);
        return entry;
    }

    /** A record of somebody nobody knows. */
    static Entry entry() {
        Evidence scan = new Evidence(Evidence.Way.SCANNED_CODE, 12, false, null, 7);
        Period served = new Period(NINE, NINE.plus(Duration.ofHours(2)));
        return new Entry(
                Ids.next(),
                Ids.next(),
                Origin.ATTENDANCE,
                null,
                null,
                new Statutory(1, 2, 3, "花桥志愿队", "420102", "清洁\n家园", "06", "清洁员", "花桥社区", "张三", List.of(1L)),
                served,
                served,
                served,
                LocalDate.of(2026, 11, 14),
                TimeKind.CREDIT,
                new Entry.Proof(scan, scan),
                1,
                null,
                null,
                7,
                NINE);
    }
}
