package org.yiwang.bulk;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Several threads that work a list off: while one waits for the database, another invents. */
final class Crew {

    private Crew() {}

    /**
     * Works the list off; the first fault ends all.
     *
     * @param threads how many at once
     * @param work what is done with one thing
     */
    static <T> void workOff(int threads, List<T> things, Consumer<T> work) {
        AtomicInteger next = new AtomicInteger();
        AtomicBoolean failed = new AtomicBoolean();
        try (ExecutorService crew = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().name("generate-", 0).factory())) {
            List<Future<?>> all = IntStream.range(0, threads)
                    .<Future<?>>mapToObj(i -> crew.submit(() -> {
                        int at = next.getAndIncrement();
                        while (at < things.size() && !failed.get()) {
                            T thing = things.get(at);
                            try {
                                work.accept(thing);
                            } catch (RuntimeException fault) {
                                failed.set(true);
                                throw fault;
                            }
                            at = next.getAndIncrement();
                        }
                    }))
                    .toList();
            for (Future<?> one : all) {
                join(one);
            }
        }
    }

    private static void join(Future<?> one) {
        try {
            one.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException fault ? fault : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while generating", e);
        }
    }
}
