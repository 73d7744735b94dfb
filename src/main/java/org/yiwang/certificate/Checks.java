package org.yiwang.certificate;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.yiwang.kernel.Networks;
import org.yiwang.kernel.Refusal;
import org.yiwang.platform.AfterCommit;

/**
 * Keeps the public check from choking the rest (domain C4): answers are kept for half a minute, few questions reach the
 * database at once, and an address may ask only so often. A certificate that becomes void is forgotten at once on this node,
 * by whoever is reading it in that moment too.
 */
@Component
class Checks {

    private static final int AT_ONCE = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration KEPT = Duration.ofSeconds(30);
    private static final Duration REFILL = Duration.ofMinutes(5);

    private final Semaphore places = new Semaphore(AT_ONCE, true);
    private final Cache<String, Optional<Checked>> answers =
            Caffeine.newBuilder().maximumSize(20_000).expireAfterWrite(KEPT).build();
    private final Cache<String, Bucket> addresses = Caffeine.newBuilder()
            .maximumSize(200_000)
            .expireAfterAccess(Duration.ofMinutes(10))
            .build();
    private final int perAddress;

    /** How often something was forgotten: what was read before that is told once and not kept. */
    private final AtomicLong forgotten = new AtomicLong();

    Checks(@Value("${yiwang.verify.checks-per-address:100}") int perAddress) {
        this.perAddress = perAddress;
    }

    /** The answer about a number; refuses with {@code certificate.too-many-checks} and {@code certificate.busy}. */
    Optional<Checked> answer(String number, String address, Function<String, Optional<Checked>> look) {
        Bucket bucket = addresses.get(
                Networks.household(address),
                _ -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(perAddress).refillGreedy(perAddress, REFILL))
                        .build());
        if (!bucket.tryConsume(1)) {
            throw new Refusal(CertificateProblem.TOO_MANY_CHECKS);
        }
        Optional<Checked> kept = answers.getIfPresent(number);
        return kept != null ? kept : look(number, look);
    }

    private Optional<Checked> look(String number, Function<String, Optional<Checked>> look) {
        try {
            if (!places.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Refusal(CertificateProblem.BUSY);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal(CertificateProblem.BUSY);
        }
        try {
            long before = forgotten.get();
            Optional<Checked> found = look.apply(number);
            answers.asMap().compute(number, (_, kept) -> forgotten.get() == before ? found : kept);
            return found;
        } finally {
            places.release();
        }
    }

    /** What became of the certificate changed: after the transaction, if there is one. */
    void forget(String number) {
        AfterCommit.run(() -> forgetNow(number));
    }

    /** First the count, then the answer: one that is put between the two is taken out again. */
    private void forgetNow(String number) {
        forgotten.incrementAndGet();
        answers.invalidate(number);
    }
}
