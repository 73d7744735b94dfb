package org.yiwang.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.yiwang.kernel.Refusal;

/**
 * Group commit for hot rows: calls that arrive while one transaction commits are carried out together in the next
 * one, so that a thousand people on one row cost a handful of commits instead of a thousand. Each caller waits and is
 * answered only after the transaction with its call has committed.
 *
 * <p>A batch has two steps, each with a thread of its own: while one batch is carried out, the next one is prepared
 * (read what it needs, without locks). Calls with the same lane key are carried out in the order in which they came. A batch that fails
 * as a whole is repeated call by call, so that one faulty call refuses nobody else; therefore a call must be harmless
 * when repeated.
 *
 * @param <Q> what is asked
 * @param <A> what is answered
 */
public final class Combiner<Q, A> implements AutoCloseable {

    private final List<Lane> lanes = new ArrayList<>();
    private final int atMost;
    private final Function<List<Q>, Supplier<List<Outcome<A>>>> work;
    private volatile boolean closed;

    /**
     * A combiner; its threads start with the first call.
     *
     * @param name names its threads
     * @param lanes how many batches may be carried out at once; each uses up to two database connections
     * @param atMost largest number of calls in one batch
     * @param queue largest number of calls waiting per lane; further ones are turned away
     * @param work prepares a batch and returns the step that carries it out in one transaction and that returns, after
     *     commit, one outcome per call in order; what was prepared may have become untrue by then
     */
    public Combiner(String name, int lanes, int atMost, int queue, Function<List<Q>, Supplier<List<Outcome<A>>>> work) {
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

    /** Prepares; a fault while preparing is met when the batch is carried out. */
    private Supplier<List<Outcome<A>>> prepare(List<Q> questions) {
        try {
            return work.apply(questions);
        } catch (RuntimeException fault) {
            return () -> {
                throw fault;
            };
        }
    }

    private List<Outcome<A>> carryOut(List<Q> questions, Supplier<List<Outcome<A>>> step) {
        try {
            List<Outcome<A>> outcomes = step.get();
            if (outcomes.size() != questions.size()) {
                throw new IllegalStateException(questions.size() + " calls, " + outcomes.size() + " outcomes");
            }
            return outcomes;
        } catch (RuntimeException fault) {
            if (questions.size() == 1) {
                return List.of(new Outcome.Failed<>(fault));
            }
            return questions.stream()
                    .map(q -> carryOut(List.of(q), prepare(List.of(q))).getFirst())
                    .toList();
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

    /** Calls with what was prepared for them. */
    private record Batch<Q, A>(List<Call<Q, A>> calls, Supplier<List<Outcome<A>>> step) {}

    /** One queue with the two threads that serve it. What is empty asks nothing: it wakes a thread that no more will come to. */
    private final class Lane {

        private final String name;
        private final LinkedBlockingQueue<Optional<Call<Q, A>>> waiting;
        private final SynchronousQueue<Optional<Batch<Q, A>>> prepared = new SynchronousQueue<>();
        private volatile @Nullable Thread preparing;

        @Nullable
        private Thread carrying;

        Lane(String name, int queue) {
            this.name = name;
            this.waiting = new LinkedBlockingQueue<>(queue);
        }

        void add(Call<Q, A> call) {
            if (preparing == null) {
                start();
            }
            if (closed || !waiting.offer(Optional.of(call))) {
                throw new RejectedExecutionException(name);
            }
        }

        private synchronized void start() {
            if (preparing == null && !closed) {
                Thread first =
                        Thread.ofPlatform().daemon().name(name + "-prepare").start(this::prepareAll);
                carrying = Thread.ofPlatform().daemon().name(name).start(() -> carryOutAll(first));
                preparing = first;
            }
        }

        private void prepareAll() {
            try {
                while (!closed || !waiting.isEmpty()) {
                    Optional<Call<Q, A>> first = waiting.poll(1, TimeUnit.SECONDS);
                    if (first != null && first.isPresent()) {
                        List<Optional<Call<Q, A>>> next = new ArrayList<>();
                        next.add(first);
                        waiting.drainTo(next, atMost - 1);
                        hand(next.stream().flatMap(Optional::stream).toList());
                    }
                }
                prepared.offer(Optional.empty(), 1, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private void hand(List<Call<Q, A>> calls) throws InterruptedException {
            Batch<Q, A> batch;
            try {
                batch = new Batch<>(calls, prepare(questions(calls)));
            } catch (Error fault) {
                fail(calls, fault);
                return;
            }
            prepared.put(Optional.of(batch));
        }

        private void carryOutAll(Thread feeding) {
            try {
                while (feeding.isAlive()) {
                    Optional<Batch<Q, A>> batch = prepared.poll(1, TimeUnit.SECONDS);
                    if (batch != null && batch.isEmpty()) {
                        return;
                    } else if (batch != null) {
                        answer(batch.get());
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private void answer(Batch<Q, A> batch) {
            List<Outcome<A>> outcomes;
            try {
                outcomes = carryOut(questions(batch.calls), batch.step);
            } catch (Error fault) {
                fail(batch.calls, fault);
                return;
            }
            for (int i = 0; i < outcomes.size(); i++) {
                batch.calls.get(i).answer.complete(outcomes.get(i));
            }
        }

        private List<Q> questions(List<Call<Q, A>> calls) {
            return calls.stream().map(Call::question).toList();
        }

        /** Nobody may be left waiting for ever; the threads go on with the next batch. */
        private void fail(List<Call<Q, A>> calls, Error fault) {
            calls.forEach(call -> call.answer.completeExceptionally(fault));
        }

        private synchronized void finish() {
            try {
                if (preparing != null) {
                    // Where the queue is full it is not needed.
                    boolean _ = waiting.offer(Optional.empty());
                    preparing.join(10_000);
                }
                if (carrying != null) {
                    carrying.join(10_000);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
