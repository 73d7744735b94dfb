package org.yiwang.seal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiwang.kernel.Ids;
import org.yiwang.record.RecordFixture;
import org.yiwang.record.Sealing;
import org.yiwang.record.TimeKind;
import org.yiwang.seal.Hash;
import org.yiwang.seal.Proofs;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.TestClock;
import org.yiwang.testing.Visitor;
import tools.jackson.databind.JsonNode;

/** The proofs as a stranger gets and checks them. */
@CityTest
class LogApiTest {

    private final Visitor stranger = Visitor.anonymous();

    @Autowired
    private Sealing sealing;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void today() {
        clock.reset();
    }

    @Test
    void a_stranger_can_check_that_a_leaf_is_in_the_log_and_that_the_log_only_grew() {
        JsonNode before = grow(1);
        JsonNode after = grow(5);
        long leaf = before.path("size").asLong() - 1;
        long size = after.path("size").asLong();
        JsonNode inclusion = get("/api/v1/log/inclusion?leaf=" + leaf + "&size=" + size);
        Hash hash = Hash.parse(inclusion.path("leafHash").asString());
        assertThat(inclusion.path("leaf").asLong()).isEqualTo(leaf);
        assertThat(inclusion.path("head")).isEqualTo(after);
        assertThat(Proofs.includes(hash, leaf, size, hashes(inclusion.path("path")), root(after)))
                .isTrue();
        assertThat(Proofs.includes(hash, leaf + 1, size, hashes(inclusion.path("path")), root(after)))
                .isFalse();
        JsonNode consistency = get("/api/v1/log/consistency?before=" + (leaf + 1) + "&size=" + size);
        assertThat(consistency.path("earlier")).isEqualTo(before);
        assertThat(consistency.path("later")).isEqualTo(after);
        List<Hash> proof = hashes(consistency.path("proof"));
        assertThat(Proofs.consistent(leaf + 1, root(before), size, root(after), proof))
                .isTrue();
        assertThat(Proofs.consistent(leaf + 1, root(after), size, root(after), proof))
                .isFalse();
    }

    @Test
    void a_head_or_a_leaf_that_never_was_is_refused_by_name() {
        long size = grow(1).path("size").asLong();
        assertThat(stranger.get("/api/v1/log/inclusion?leaf=" + size + "&size=" + size)
                        .code())
                .isEqualTo("seal.unknown-leaf");
        assertThat(stranger.get("/api/v1/log/inclusion?leaf=0&size=" + (size + 1000))
                        .code())
                .isEqualTo("seal.unknown-head");
        assertThat(stranger.get("/api/v1/log/consistency?before=" + size + "&size=" + (size + 1000))
                        .code())
                .isEqualTo("seal.unknown-head");
    }

    /** Seals more records; the newest head then. */
    private JsonNode grow(int records) {
        for (int i = 0; i < records; i++) {
            RecordFixture.effective(Ids.next(), LocalDate.of(2026, 11, 2), 60, TimeKind.CREDIT, "花桥志愿队", "清洁家园");
        }
        sealing.seal();
        return get("/api/v1/log/head");
    }

    private JsonNode get(String path) {
        Visitor.Answer answer = stranger.get(path);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static Hash root(JsonNode head) {
        return Hash.parse(head.path("root").asString());
    }

    private static List<Hash> hashes(JsonNode texts) {
        return texts.valueStream().map(t -> Hash.parse(t.asString())).toList();
    }
}
