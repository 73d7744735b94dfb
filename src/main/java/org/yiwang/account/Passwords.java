package org.yiwang.account;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;
import org.yiwang.kernel.Refusal;

/**
 * Argon2id. Only so many are computed at once, since each takes many megabytes: a storm of sign-ins waits, and is
 * refused with {@code account.busy} when it waits too long. A number without an account costs the same time.
 */
@Component
class Passwords {

    private final Argon2PasswordEncoder encoder;
    private final Semaphore turns;
    private final SignInSettings settings;
    private final String nobodys;

    Passwords(SignInSettings settings) {
        this.settings = settings;
        this.encoder =
                new Argon2PasswordEncoder(16, 32, 1, settings.passwordMemoryKib(), settings.passwordIterations());
        this.turns = new Semaphore(settings.passwordsAtOnce(), true);
        this.nobodys = encoder.encode("nobody has this password");
    }

    /** The hash to store; refuses with {@code account.password-weak}. */
    String hash(String password, String mobile) {
        requireStrong(password, mobile);
        return inTurn(() -> encoder.encode(password));
    }

    /** Whether it is the password; takes the same time when there is no hash. */
    boolean matches(String password, @Nullable String hash) {
        if (password.length() > 512) {
            return false;
        }
        boolean match = inTurn(() -> encoder.matches(password, hash == null ? nobodys : hash));
        return match && hash != null;
    }

    /** At least 8 characters of two kinds, not one character repeated, not the number. */
    static void requireStrong(String password, String mobile) {
        int length = password.codePointCount(0, password.length());
        boolean digits = password.chars().anyMatch(Character::isDigit);
        boolean letters = password.chars().anyMatch(Character::isLetter);
        boolean others = password.chars().anyMatch(c -> !Character.isLetterOrDigit(c));
        int kinds = (digits ? 1 : 0) + (letters ? 1 : 0) + (others ? 1 : 0);
        if (length < 8
                || length > 128
                || kinds < 2
                || password.chars().distinct().count() < 4
                || password.contains(mobile)) {
            throw new Refusal(AccountProblem.PASSWORD_WEAK).at("password");
        }
    }

    private <T> T inTurn(Supplier<T> work) {
        try {
            if (!turns.tryAcquire(settings.passwordWait().toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Refusal(AccountProblem.BUSY);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal(AccountProblem.BUSY);
        }
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }
}
