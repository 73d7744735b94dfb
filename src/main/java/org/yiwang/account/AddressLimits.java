package org.yiwang.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Limits per client address, on this node only: they slow a guesser down, while the limits that protect a number are
 * in the database. The machine itself is exempt: behind a proxy that does not pass addresses on everybody would
 * otherwise share one limit.
 */
@Component
class AddressLimits {

    private final Cache<String, Bucket> tries;
    private final Cache<String, Bucket> codes;
    private final SignInSettings settings;

    AddressLimits(SignInSettings settings) {
        this.settings = settings;
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
        return isOwn(address)
                || tries.get(block(address), a -> bucket(settings.triesPerAddress(), Duration.ofMinutes(5)))
                        .tryConsume(1);
    }

    boolean mayAskForCode(String address) {
        return isOwn(address)
                || codes.get(block(address), a -> bucket(settings.codesPerAddress(), Duration.ofHours(1)))
                        .tryConsume(1);
    }

    private static Bucket bucket(int capacity, Duration refill) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(capacity).refillGreedy(capacity, refill))
                .build();
    }

    private static boolean isOwn(String address) {
        return address.isEmpty()
                || address.startsWith("127.")
                || address.equals("0:0:0:0:0:0:0:1")
                || address.equals("::1");
    }

    /** One household has 2^64 addresses of IPv6: the first half of the address counts. */
    private static String block(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress();
            return bytes.length == 16 ? java.util.HexFormat.of().formatHex(bytes, 0, 8) : address;
        } catch (UnknownHostException _) {
            return address;
        }
    }
}
