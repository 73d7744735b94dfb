package org.yiwang.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.yiwang.record.TrustGrade;
import org.yiwang.trust.InventedTown.Fake;
import org.yiwang.trust.InventedTown.Scene;

class GradingTest {

    private static final int TOWNS = 40;

    private final GradeRule rule = SeededRule.grade();

    /** In single towns honest people may have bad luck: of ten thousand towns five doubted more than 47 honest records. */
    @Test
    void of_1000_records_with_50_fakes_of_six_kinds_nearly_all_fakes_and_few_honest_ones_get_c_or_d() {
        long seed = Long.getLong("seed", System.nanoTime());
        Random seeds = new Random(seed);
        int honestDoubted = 0;
        for (int town = 0; town < TOWNS; town++) {
            Result one = judge(seeds.nextLong());
            assertThat(one.records).as(one.toString()).isEqualTo(1000);
            assertThat(one.fakes).as(one.toString()).isEqualTo(50);
            assertThat(one.fakesFound).as("fakes in C or D, %s", one).isGreaterThanOrEqualTo(45);
            honestDoubted += one.honestDoubted;
        }
        assertThat(honestDoubted).as("honest in C or D, -Dseed=%d", seed).isLessThanOrEqualTo(TOWNS * 25);
    }

    private Result judge(long seed) {
        InventedTown town = InventedTown.of(seed, 1000, 50);
        Map<Fake, Map<TrustGrade, Integer>> ofFakes = new EnumMap<>(Fake.class);
        Map<TrustGrade, Integer> ofHonest = new EnumMap<>(TrustGrade.class);
        Map<String, Integer> why = new TreeMap<>();
        int records = 0;
        int found = 0;
        int doubted = 0;
        for (Scene scene : town.scenes()) {
            for (Graded g : Grading.of(scene.crew(), scene.known(), rule, 1)) {
                records++;
                boolean low = g.grade() == TrustGrade.C || g.grade() == TrustGrade.D;
                Fake fake = town.fakes().get(g.key());
                if (fake == null) {
                    ofHonest.merge(g.grade(), 1, Integer::sum);
                    doubted += low ? 1 : 0;
                    if (low) {
                        why.merge(
                                g.facts().stream()
                                        .map(f -> f.fact().name())
                                        .toList()
                                        .toString(),
                                1,
                                Integer::sum);
                    }
                } else {
                    ofFakes.computeIfAbsent(fake, f -> new EnumMap<>(TrustGrade.class))
                            .merge(g.grade(), 1, Integer::sum);
                    found += low ? 1 : 0;
                }
            }
        }
        return new Result(seed, records, town.fakes().size(), found, doubted, ofFakes, ofHonest, why);
    }

    private record Result(
            long seed,
            int records,
            int fakes,
            int fakesFound,
            int honestDoubted,
            Map<Fake, Map<TrustGrade, Integer>> ofFakes,
            Map<TrustGrade, Integer> ofHonest,
            Map<String, Integer> why) {}
}
