package org.yiwang.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.yiwang.kernel.Networks;

/**
 * Limits per client address, on this node only: they slow a guesser down, while the limits that protect a number are
 * in the database. The address is the one that a proxy passes on where {@code server.forward-headers-strategy} says so.
 * The machine itself is exempt only where {@code yiwang.sign-in.exempt-loopback} says so, as in the demo: behind a proxy
 * on the same machine that passes no addresses on, everybody comes from there.
 */
@Component
class AddressLimits {

    private final Cache<String, Bucket> tries;
    private final Cache<String, Bucket> codes;
    private final SignInSettings settings;
    private final boolean exemptLoopback;

    AddressLimits(
            SignInSettings settings,
            @Value("${yiwang.sign-in.exempt-loopback:${yiwang.demo:false}}") boolean exemptLoopback) {
        this.settings = settings;
        this.exemptLoopback = exemptLoopback;
        this.tries = Caffeine.newBuilder()
                .maximumSize(200_000)
                .expireAfterAccess(Duration.ofMinutes(10))
                .build();
        this.codes = Caffeine.newBuilder()
                .maximumSize(200_000)
                .expireAfterAccess(Duration.ofHours(2))
                .build();
    }

    boolean mayTry(String address) {
        return isExempt(address)
                || tries.get(
                                Networks.household(address),
                                a -> bucket(settings.triesPerAddress(), Duration.ofMinutes(5)))
                        .tryConsume(1);
    }

    boolean mayAskForCode(String address) {
        return isExempt(address)
                || codes.get(Networks.household(address), a -> bucket(settings.codesPerAddress(), Duration.ofHours(1)))
                        .tryConsume(1);
    }

    private static Bucket bucket(int capacity, Duration refill) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(capacity).refillGreedy(capacity, refill))
                .build();
    }

    private boolean isExempt(String address) {
        return address.isEmpty() // a job, not a request
                || exemptLoopback && Networks.isThisMachine(address);
    }
}
