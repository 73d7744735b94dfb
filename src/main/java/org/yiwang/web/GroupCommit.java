package org.yiwang.web;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;

/**
 * Commands that arrive while others are being committed wait together and are committed in one transaction; each
 * caller has the answer only after that commit. What used to be one commit per command becomes one per batch, which is
 * what a hot row and an honest {@code fsync} allow. Batches are worked off by a fixed number of lanes.
 *
 * @param <Q> a command
 * @param <A> its answer; a refusal is an answer too, so that one person's refusal rolls nobody else back
 */
public final class GroupCommit<Q, A> implements AutoCloseable {

    private final LinkedBlockingQueue<Waiting<Q, A>> queue = new LinkedBlockingQueue<>();
    private final Function<List<Q>, List<A>> commit;
    private final int maxBatch;
    private final List<Thread> lanes;
    private volatile boolean open = true;

    /**
     * Starts the lanes.
     *
     * @param name of its threads
     * @param lanes how many batches may be under way at once
     * @param maxBatch commands in one batch at most
     * @param commit carries a batch out in one transaction and answers after commit, in the order of the commands
     */
    public GroupCommit(String name, int lanes, int maxBatch, Function<List<Q>, List<A>> commit) {
        this.commit = commit;
        this.maxBatch = maxBatch;
        this.lanes = new ArrayList<>(lanes);
        for (int i = 0; i < lanes; i++) {
            this.lanes.add(Thread.ofPlatform().daemon().name(name + "-" + i).start(this::work));
        }
    }

    /** Waits with others for the next batch and returns the answer after its commit. A fault of the batch is rethrown. */
    public A submit(Q command) {
        if (!open) {
            throw new IllegalStateException("closed");
        }
        Waiting<Q, A> waiting = new Waiting<>(command, new CompletableFuture<>());
        queue.add(waiting);
        try {
            return waiting.answer.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    /** Commands that no lane has taken up yet. */
    public int waiting() {
        return queue.size();
    }

    /** Ends the lanes after what already waits was carried out. */
    @Override
    public void close() {
        open = false;
        lanes.forEach(Thread::interrupt);
    }

    private void work() {
        List<Waiting<Q, A>> batch = new ArrayList<>(maxBatch);
        while (open || !queue.isEmpty()) {
            try {
                batch.add(queue.take());
                queue.drainTo(batch, maxBatch - 1);
                carryOut(batch);
            } catch (InterruptedException _) {
                // close() woke us; the loop ends once nothing waits any more.
            } finally {
                batch.clear();
            }
        }
    }

    private void carryOut(List<Waiting<Q, A>> batch) {
        try {
            List<A> answers = commit.apply(batch.stream().map(Waiting::command).toList());
            for (int i = 0; i < batch.size(); i++) {
                batch.get(i).answer.complete(answers.get(i));
            }
        } catch (RuntimeException | Error fault) {
            batch.forEach(waiting -> waiting.answer.completeExceptionally(fault));
        }
    }

    private record Waiting<Q, A>(Q command, CompletableFuture<A> answer) {}
}
