package org.yiwang.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiwang.testing.CityTest;

@CityTest
class LiveLogTest {

    @Autowired
    private RecordStore store;

    @Autowired
    private Sealing sealing;

    @Test
    void a_log_to_which_records_are_added_while_it_is_verified_agrees() {
        sealOne();
        AtomicInteger looks = new AtomicInteger();
        Sealing.Verified result = sealing.verify(_ -> {
            if (looks.getAndIncrement() == 0) {
                CompletableFuture.runAsync(this::sealOne).join();
            }
        });
        assertThat(looks).hasPositiveValue();
        assertThat(result.found()).isEmpty();
    }

    private void sealOne() {
        store.insert(SealingTest.entry(), Standing.EFFECTIVE, null);
        assertThat(sealing.seal()).isPositive();
    }
}
