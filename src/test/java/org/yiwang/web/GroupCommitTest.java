package org.yiwang.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class GroupCommitTest {

    @Test
    void what_arrives_while_a_batch_commits_is_committed_together_and_each_gets_its_own_answer() throws Exception {
        CountDownLatch first = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        List<Integer> sizes = Collections.synchronizedList(new ArrayList<>());
        try (var group = new GroupCommit<Integer, Integer>("test", 1, 100, batch -> {
                    sizes.add(batch.size());
                    first.countDown();
                    await(release);
                    return batch.stream().map(n -> n * 10).toList();
                });
                var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var one = people.submit(() -> group.submit(0));
            first.await();
            List<Callable<Integer>> rest = new ArrayList<>();
            for (int i = 1; i <= 50; i++) {
                int n = i;
                rest.add(() -> group.submit(n));
            }
            var answers = rest.stream().map(people::submit).toList();
            while (group.waiting() < 50) {
                Thread.onSpinWait();
            }
            release.countDown();
            assertThat(one.get()).isZero();
            for (int i = 0; i < 50; i++) {
                assertThat(answers.get(i).get()).isEqualTo((i + 1) * 10);
            }
        }
        assertThat(sizes).containsExactly(1, 50);
    }

    @Test
    void a_fault_reaches_everybody_in_the_batch_and_the_next_batch_is_tried() {
        List<String> seen = new ArrayList<>();
        try (var group = new GroupCommit<String, String>("test", 1, 10, batch -> {
            seen.addAll(batch);
            if (batch.contains("bad")) {
                throw new IllegalStateException("disk full");
            }
            return batch;
        })) {
            assertThatThrownBy(() -> group.submit("bad")).isInstanceOf(IllegalStateException.class);
            assertThat(group.submit("good")).isEqualTo("good");
        }
        assertThat(seen).containsExactly("bad", "good");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
