package org.yiwang.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiwang.kernel.Refusal;
import org.yiwang.seal.SealAudit.Finding;
import org.yiwang.seal.SealAudit.What;
import org.yiwang.testing.TestDatabase;

class SealedLogTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T02:00:00.123456Z"), ZoneOffset.UTC);

    private final List<byte[]> contents = new ArrayList<>();
    private JdbcClient jdbc;
    private SealedLog log;

    @BeforeEach
    void grow_a_log_in_batches_of_any_size() {
        jdbc = JdbcClient.create(TestDatabase.fresh());
        log = log(Algorithm.SM2);
        long seed = System.nanoTime();
        Random random = new Random(seed);
        while (contents.size() < 1_500) {
            grow(log, 1 + random.nextInt(400));
        }
    }

    @ParameterizedTest
    @EnumSource(Algorithm.class)
    void every_leaf_can_be_proved_against_every_later_head_with_nothing_but_the_public_key(Algorithm algorithm) {
        SealedLog signed = log(algorithm);
        grow(signed, 10);
        Head head = signed.head().orElseThrow();
        assertThat(head.size()).isEqualTo(contents.size());
        PublicKey key = signed.keys().stream()
                .filter(k -> k.id().equals(head.keyId()))
                .findFirst()
                .orElseThrow();
        assertThat(key.algorithm()).isEqualTo(algorithm);
        assertThat(head.isSignedBy(key)).isTrue();
        for (int leaf = 0; leaf < contents.size(); leaf += 97) {
            SealedLog.Inclusion proof = signed.inclusion(leaf, head.size());
            assertThat(Proofs.includes(Hash.leaf(contents.get(leaf)), leaf, head.size(), proof.path(), head.root()))
                    .isTrue();
        }
        for (Head earlier : signed.headsBefore(head.size(), 50)) {
            SealedLog.Consistency proof = signed.consistency(earlier.size(), head.size());
            assertThat(Proofs.consistent(earlier.size(), earlier.root(), head.size(), head.root(), proof.proof()))
                    .isTrue();
        }
    }

    @Test
    void a_log_that_was_left_alone_agrees_with_its_records() {
        SealAudit.Result result = audit(contents);
        assertThat(result.findings()).isEmpty();
        assertThat(result.leaves()).isEqualTo(contents.size());
        assertThat(result.heads()).isPositive();
    }

    @Test
    void names_the_first_leaf_whose_bytes_changed() {
        contents.get(777)[3] ^= 1;
        contents.get(1200)[0] ^= 1;
        assertThat(audit(contents).findings())
                .containsExactly(new Finding(What.LEAF, 777), new Finding(What.LEAF, 1200));
    }

    @Test
    void notices_two_leaves_that_changed_places() {
        Collections.swap(contents, 300, 301);
        assertThat(audit(contents).findings())
                .containsExactly(new Finding(What.LEAF, 300), new Finding(What.LEAF, 301));
    }

    @Test
    void notices_leaves_that_are_gone() {
        long size = log.size();
        assertThat(audit(contents.subList(0, contents.size() - 1)).findings())
                .contains(new Finding(What.MISSING, size));
    }

    @Test
    void notices_a_record_changed_together_with_the_tree() {
        contents.get(5)[0] ^= 1;
        byte[] hash = Hash.leaf(contents.get(5)).bytes();
        jdbc.sql("update seal_tile set hashes = overlay(hashes placing :hash from 161) where level = 0 and index = 0")
                .param("hash", hash)
                .update();
        assertThat(audit(contents).findings())
                .isNotEmpty()
                .extracting(Finding::what)
                .contains(What.HEAD)
                .doesNotContain(What.LEAF);
    }

    @Test
    void notices_a_changed_tile() {
        jdbc.sql("update seal_tile set hashes = set_byte(hashes, 40, get_byte(hashes, 40) # 1) where level = 1")
                .update();
        assertThat(audit(contents).findings()).containsExactly(new Finding(What.TILE, 0));
    }

    @Test
    void the_database_refuses_to_change_a_head_and_a_forced_change_is_noticed() {
        long last = log.size();
        long before = log.headsBefore(last, 1).getFirst().size();
        assertThatThrownBy(() -> jdbc.sql("update seal_head set at = now()").update())
                .isInstanceOf(DataIntegrityViolationException.class);
        jdbc.sql("alter table seal_head disable trigger user").update();
        jdbc.sql("update seal_head set root = set_byte(root, 7, get_byte(root, 7) # 1) where size = :last")
                .param("last", last)
                .update();
        assertThat(audit(contents).findings())
                .containsExactly(new Finding(What.HEAD, last, before), new Finding(What.SIGNATURE, last, before));
        jdbc.sql(
                        "update seal_head set root = set_byte(root, 7, get_byte(root, 7) # 1), at = at + interval '1 day' where size = :last")
                .param("last", last)
                .update();
        assertThat(audit(contents).findings()).containsExactly(new Finding(What.SIGNATURE, last, before));
    }

    @Test
    void refuses_proofs_for_heads_that_were_never_published_and_leaves_behind_them() {
        long size = log.size();
        assertThatThrownBy(() -> log.inclusion(0, size + 1)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> log.inclusion(size, size)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> log.consistency(size, size + 1)).isInstanceOf(Refusal.class);
    }

    @Test
    void adding_nothing_changes_nothing() {
        Head before = log.head().orElseThrow();
        assertThat(log.append(List.of())).isEqualTo(contents.size());
        assertThat(log.head().orElseThrow().at()).isEqualTo(before.at());
        assertThat(log.size()).isEqualTo(contents.size());
    }

    private SealedLog log(Algorithm algorithm) {
        return new SealedLog(new SealStore(jdbc), SigningKey.throwAway(algorithm), "test", CLOCK);
    }

    private void grow(SealedLog target, int leaves) {
        List<byte[]> more = new ArrayList<>();
        for (int i = 0; i < leaves; i++) {
            more.add(("record " + (contents.size() + i)).getBytes(StandardCharsets.UTF_8));
        }
        assertThat(target.append(more)).isEqualTo(contents.size());
        contents.addAll(more);
    }

    private SealAudit.Result audit(List<byte[]> leaves) {
        SealAudit audit = log.audit();
        leaves.forEach(audit::leaf);
        return audit.finish();
    }
}
