package org.yiwang.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class SharedReadsTest {

    @Test
    void questions_that_come_while_one_is_read_are_read_together_and_each_gets_its_own_answer() throws Exception {
        List<List<Integer>> queries = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch firstBegan = new CountDownLatch(1);
        CountDownLatch firstMayEnd = new CountDownLatch(1);
        SharedReads<Integer, Integer> reads = new SharedReads<>(100, questions -> {
            queries.add(questions);
            if (queries.size() == 1) {
                firstBegan.countDown();
                await(firstMayEnd);
            }
            return questions.stream().map(n -> 2 * n).toList();
        });
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Integer> first = threads.submit(() -> reads.ask(0));
            firstBegan.await();
            List<Future<Integer>> others = new ArrayList<>();
            CountDownLatch sent = new CountDownLatch(150);
            for (int i = 1; i <= 150; i++) {
                int n = i;
                others.add(threads.submit(() -> {
                    sent.countDown();
                    return reads.ask(n);
                }));
            }
            sent.await();
            firstMayEnd.countDown();
            assertThat(first.get()).isZero();
            for (int i = 1; i <= 150; i++) {
                assertThat(others.get(i - 1).get()).isEqualTo(2 * i);
            }
        }
        assertThat(queries.stream().mapToInt(List::size).max().orElseThrow()).isBetween(2, 100);
    }

    @Test
    void a_fault_is_met_by_whoever_asked_and_the_next_question_is_answered() {
        SharedReads<Integer, Integer> reads = new SharedReads<>(10, questions -> {
            if (questions.contains(13)) {
                throw new IllegalStateException("no");
            }
            return questions;
        });

        assertThatThrownBy(() -> reads.ask(13))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no");
        assertThat(reads.ask(14)).isEqualTo(14);
    }

    @Test
    void answers_that_are_too_few_are_a_fault() {
        SharedReads<Integer, Integer> reads = new SharedReads<>(10, _ -> List.of());

        assertThatThrownBy(() -> reads.ask(1)).isInstanceOf(IllegalStateException.class);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
