package org.yiwang.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yiwang.kernel.Refusal;

/**
 * Group commit for hot rows: calls that arrive while one transaction commits are carried out together in the next
 * one, so that a thousand people on one row cost a handful of commits instead of a thousand. Each caller waits and is
 * answered only after the transaction with its call has committed.
 *
 * <p>Calls with the same lane key are carried out by one thread in the order in which they came. A batch that fails
 * as a whole is repeated call by call, so that one faulty call refuses nobody else; therefore a call must be harmless
 * when repeated.
 *
 * @param <Q> what is asked
 * @param <A> what is answered
 */
public final class Combiner<Q, A> implements AutoCloseable {

    private final List<Lane> lanes = new ArrayList<>();
    private final int atMost;
    private final Function<List<Q>, List<Outcome<A>>> work;
    private volatile boolean closed;

    /**
     * A combiner; its threads start with the first call.
     *
     * @param name names its threads
     * @param lanes how many batches may be under way at once; each uses one database connection
     * @param atMost largest number of calls in one batch
     * @param queue largest number of calls waiting per lane; further ones are turned away
     * @param work carries a batch out in one transaction and returns, after commit, one outcome per call in order
     */
    public Combiner(String name, int lanes, int atMost, int queue, Function<List<Q>, List<Outcome<A>>> work) {
        this.atMost = atMost;
        this.work = work;
        for (int i = 0; i < lanes; i++) {
            this.lanes.add(new Lane(name + "-" + i, queue));
        }
    }

    /**
     * Has the call carried out together with others and waits for its answer.
     *
     * @param laneKey calls with equal keys are carried out in order
     * @return the answer; throws the {@link Refusal} or the fault that the call met
     * @throws RejectedExecutionException when too many are waiting already, or the combiner was closed
     */
    public A call(long laneKey, Q question) {
        Call<Q, A> call = new Call<>(question, new CompletableFuture<>());
        lanes.get(Math.floorMod(Long.hashCode(laneKey * 0x9E3779B97F4A7C15L), lanes.size()))
                .add(call);
        try {
            return switch (call.answer.join()) {
                case Outcome.Done<A> done -> done.answer();
                case Outcome.Failed<A> failed -> throw failed.why();
            };
        } catch (CompletionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Carries out what is waiting, then ends its threads. */
    @Override
    public void close() {
        closed = true;
        lanes.forEach(Lane::finish);
    }

    private List<Outcome<A>> carryOut(List<Q> questions) {
        try {
            List<Outcome<A>> outcomes = work.apply(questions);
            if (outcomes.size() != questions.size()) {
                throw new IllegalStateException(questions.size() + " calls, " + outcomes.size() + " outcomes");
            }
            return outcomes;
        } catch (RuntimeException fault) {
            if (questions.size() == 1) {
                return List.of(new Outcome.Failed<>(fault));
            }
            return questions.stream().map(q -> carryOut(List.of(q)).getFirst()).toList();
        }
    }

    /**
     * What became of one call.
     *
     * @param <A> what is answered
     */
    public sealed interface Outcome<A> {

        /**
         * It was carried out.
         *
         * @param answer its answer
         */
        record Done<A>(A answer) implements Outcome<A> {}

        /**
         * It was refused, or failed.
         *
         * @param why thrown to the caller
         */
        record Failed<A>(RuntimeException why) implements Outcome<A> {}
    }

    private record Call<Q, A>(Q question, CompletableFuture<Outcome<A>> answer) {}

    /** One queue with the thread that serves it. */
    private final class Lane {

        private final String name;
        private final LinkedBlockingQueue<Call<Q, A>> waiting;

        @Nullable
        private Thread thread;

        Lane(String name, int queue) {
            this.name = name;
            this.waiting = new LinkedBlockingQueue<>(queue);
        }

        void add(Call<Q, A> call) {
            if (thread == null) {
                start();
            }
            if (closed || !waiting.offer(call)) {
                throw new RejectedExecutionException(name);
            }
        }

        private synchronized void start() {
            if (thread == null && !closed) {
                thread = Thread.ofPlatform().daemon().name(name).start(this::serve);
            }
        }

        private void serve() {
            List<Call<Q, A>> batch = new ArrayList<>();
            while (!closed || !waiting.isEmpty()) {
                try {
                    Call<Q, A> first = waiting.poll(1, TimeUnit.SECONDS);
                    if (first == null) {
                        continue;
                    }
                    batch.add(first);
                    waiting.drainTo(batch, atMost - 1);
                    answer(batch);
                    batch.clear();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
        }

        private void answer(List<Call<Q, A>> batch) {
            List<Outcome<A>> outcomes;
            try {
                outcomes = carryOut(batch.stream().map(Call::question).toList());
            } catch (Error fault) {
                // Nobody may be left waiting for ever; the thread itself goes on with the next batch.
                batch.forEach(call -> call.answer.completeExceptionally(fault));
                return;
            }
            for (int i = 0; i < outcomes.size(); i++) {
                batch.get(i).answer.complete(outcomes.get(i));
            }
        }

        private synchronized void finish() {
            if (thread != null) {
                try {
                    thread.join(10_000);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }
}
