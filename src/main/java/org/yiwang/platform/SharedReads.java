package org.yiwang.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/**
 * Reads that share their queries: questions that come while one query runs are asked together by the next one, so that ten
 * thousand people who come in the same second cost a few dozen queries. Whoever comes alone is answered at once. What is
 * answered is read after it was asked, so sharing makes no answer older.
 *
 * <p>The query runs in another thread and sees committed state only. Ask outside of transactions: a caller who held a
 * connection while waiting for one could wait for ever.
 *
 * @param <Q> what is asked
 * @param <A> what is answered
 */
public final class SharedReads<Q, A> {

    private final int atMost;
    private final Function<List<Q>, List<A>> read;
    private final ConcurrentLinkedQueue<Waiting<Q, A>> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean reading = new AtomicBoolean();

    /**
     * Reads of one kind; each kind uses one connection at a time.
     *
     * @param atMost largest number of questions in one query
     * @param read answers questions, one answer for each in their order; a fault is met by all of them
     */
    public SharedReads(int atMost, Function<List<Q>, List<A>> read) {
        this.atMost = atMost;
        this.read = read;
    }

    /** The answer; throws what the query threw, for the caller's request to answer and to log. */
    public A ask(Q question) {
        Waiting<Q, A> asked = new Waiting<>(question, new CompletableFuture<>());
        waiting.add(asked);
        startReading();
        try {
            return asked.answer.join();
        } catch (CompletionException e) {
            switch (e.getCause()) {
                case RuntimeException fault -> throw fault;
                case Error fault -> throw fault;
                case null, default -> throw e;
            }
        }
    }

    private void startReading() {
        if (reading.compareAndSet(false, true)) {
            Thread.startVirtualThread(() -> {
                try {
                    while (readSome()) {
                        // until nobody waits
                    }
                } finally {
                    reading.set(false);
                }
                if (!waiting.isEmpty()) {
                    startReading();
                }
            });
        }
    }

    private boolean readSome() {
        List<Waiting<Q, A>> some = new ArrayList<>();
        for (Waiting<Q, A> one = waiting.poll(); one != null; one = some.size() < atMost ? waiting.poll() : null) {
            some.add(one);
        }
        if (some.isEmpty()) {
            return false;
        }
        try {
            List<A> answers = read.apply(some.stream().map(Waiting::question).toList());
            if (answers.size() != some.size()) {
                throw new IllegalStateException(some.size() + " questions, " + answers.size() + " answers");
            }
            for (int i = 0; i < some.size(); i++) {
                some.get(i).answer.complete(answers.get(i));
            }
        } catch (RuntimeException | Error fault) {
            // Each of those who wait throws it again; nobody may be left waiting for ever.
            some.forEach(one -> one.answer.completeExceptionally(fault));
        }
        return true;
    }

    private record Waiting<Q, A>(Q question, CompletableFuture<A> answer) {}
}
