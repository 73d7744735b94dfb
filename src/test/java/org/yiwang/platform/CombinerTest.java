package org.yiwang.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import org.yiwang.platform.Combiner.Outcome;

class CombinerTest {

    @Test
    void calls_that_arrive_during_a_commit_are_carried_out_together_and_each_gets_its_own_answer() throws Exception {
        List<List<Integer>> batches = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch firstBegan = new CountDownLatch(1);
        CountDownLatch firstMayCommit = new CountDownLatch(1);
        try (var combiner = new Combiner<Integer, Integer>("test", 1, 100, 1000, questions -> () -> {
                    batches.add(questions);
                    if (batches.size() == 1) {
                        firstBegan.countDown();
                        await(firstMayCommit);
                    }
                    return doubled(questions);
                });
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Integer> first = threads.submit(() -> combiner.call(7, 0));
            firstBegan.await();
            List<Future<Integer>> others = new ArrayList<>();
            CountDownLatch sent = new CountDownLatch(150);
            for (int i = 1; i <= 150; i++) {
                int n = i;
                others.add(threads.submit(() -> {
                    sent.countDown();
                    return combiner.call(7, n);
                }));
            }
            sent.await();
            firstMayCommit.countDown();
            assertThat(first.get()).isZero();
            for (int i = 1; i <= 150; i++) {
                assertThat(others.get(i - 1).get()).isEqualTo(2 * i);
            }
        }
        assertThat(batches.stream().mapToInt(List::size).max().orElseThrow()).isGreaterThan(1);
        assertThat(batches).allSatisfy(b -> assertThat(b).hasSizeLessThanOrEqualTo(100));
    }

    @Test
    void one_faulty_call_fails_alone() {
        try (var combiner = new Combiner<Integer, Integer>("test", 1, 100, 1000, questions -> () -> {
                    if (questions.contains(13)) {
                        throw new IllegalArgumentException("13");
                    }
                    return doubled(questions);
                });
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> answers = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                int n = i;
                answers.add(threads.submit(() -> combiner.call(1, n)));
            }
            for (int i = 0; i < 50; i++) {
                if (i == 13) {
                    assertThatThrownBy(answers.get(i)::get).hasCauseInstanceOf(IllegalArgumentException.class);
                } else {
                    assertThat(answers.get(i))
                            .succeedsWithin(java.time.Duration.ofSeconds(10))
                            .isEqualTo(2 * i);
                }
            }
        }
    }

    @Test
    void the_next_batch_is_prepared_while_one_is_carried_out() throws Exception {
        CountDownLatch secondPrepared = new CountDownLatch(1);
        try (var combiner = new Combiner<Integer, Integer>("test", 1, 1, 10, questions -> {
                    if (questions.contains(2)) {
                        secondPrepared.countDown();
                        return () -> doubled(questions);
                    }
                    return () -> {
                        await(secondPrepared);
                        return doubled(questions);
                    };
                });
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Integer> first = threads.submit(() -> combiner.call(7, 1));
            Future<Integer> second = threads.submit(() -> combiner.call(7, 2));
            assertThat(first).succeedsWithin(java.time.Duration.ofSeconds(10)).isEqualTo(2);
            assertThat(second).succeedsWithin(java.time.Duration.ofSeconds(10)).isEqualTo(4);
        }
    }

    @Test
    void a_batch_that_cannot_be_prepared_is_tried_call_by_call() {
        try (var combiner = new Combiner<Integer, Integer>("test", 1, 100, 1000, questions -> {
                    if (questions.contains(13)) {
                        throw new IllegalArgumentException("13");
                    }
                    return () -> doubled(questions);
                });
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Integer> faulty = threads.submit(() -> combiner.call(1, 13));
            Future<Integer> sound = threads.submit(() -> combiner.call(1, 14));
            assertThatThrownBy(faulty::get).hasCauseInstanceOf(IllegalArgumentException.class);
            assertThat(sound).succeedsWithin(java.time.Duration.ofSeconds(10)).isEqualTo(28);
        }
    }

    @Test
    void turns_calls_away_when_closed() {
        var combiner = new Combiner<Integer, Integer>("test", 2, 10, 10, questions -> () -> doubled(questions));
        assertThat(combiner.call(1, 4)).isEqualTo(8);
        combiner.close();
        assertThatThrownBy(() -> combiner.call(1, 5)).isInstanceOf(RejectedExecutionException.class);
    }

    private static List<Outcome<Integer>> doubled(List<Integer> questions) {
        return questions.stream()
                .<Outcome<Integer>>map(q -> new Outcome.Done<>(2 * q))
                .toList();
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(10, java.util.concurrent.TimeUnit.SECONDS)) {
                throw new IllegalStateException("waited in vain");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
