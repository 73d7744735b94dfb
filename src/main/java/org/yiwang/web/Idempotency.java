package org.yiwang.web;

import static org.yiwang.platform.Moments.utc;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Refusal;
import tools.jackson.databind.ObjectMapper;

/**
 * Commands that a phone may send twice. The key is stored in the same transaction as the effect, so a repeat finds
 * either both or neither; it is answered with what the first call was answered. Keys belong to a person and a command:
 * the same key with another command is refused. Kept 7 days.
 */
@Component
public class Idempotency {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final ObjectMapper json;
    private final Clock clock;

    Idempotency(JdbcClient jdbc, TransactionTemplate transaction, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Carries the command out once per key.
     *
     * @param actor whose key it is
     * @param key as sent by the client; without one the command is simply carried out
     * @param command name of the command with the thing it is about, for example {@code signup.apply 0J…}
     * @param type type of the answer, written as JSON
     * @param effect the command; joins this transaction
     * @return the answer of the first call with this key
     */
    public <T> T once(@Nullable Actor actor, @Nullable String key, String command, Class<T> type, Supplier<T> effect) {
        if (key == null || key.isBlank()) {
            return effect.get();
        }
        byte[] digest = digest((actor == null ? 0 : actor.accountId()) + "\n" + key);
        return java.util.Objects.requireNonNull(transaction.execute(status -> {
            boolean first = jdbc.sql("""
                            insert into web_idempotency (key_digest, command, at) values (:digest, :command, :now)
                            on conflict do nothing""")
                            .param("digest", digest)
                            .param("command", command)
                            .param("now", utc(clock.instant()))
                            .update()
                    == 1;
            if (first) {
                T answer = effect.get();
                jdbc.sql("update web_idempotency set answer = :answer::jsonb where key_digest = :digest")
                        .param("answer", json.writeValueAsString(answer))
                        .param("digest", digest)
                        .update();
                return answer;
            }
            Earlier earlier = jdbc.sql("select command, answer::text from web_idempotency where key_digest = :digest")
                    .param("digest", digest)
                    .query((row, i) -> new Earlier(row.getString(1), row.getString(2)))
                    .single();
            if (!earlier.command.equals(command) || earlier.answer == null) {
                throw new Refusal(ApiFallback.WebProblem.KEY_REUSED);
            }
            return json.readValue(earlier.answer, type);
        }));
    }

    /** As {@link #once(Actor, String, String, Class, Supplier)}, for a command without an answer. */
    public void once(@Nullable Actor actor, @Nullable String key, String command, Runnable effect) {
        once(actor, key, command, Boolean.class, () -> {
            effect.run();
            return true;
        });
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Earlier(String command, @Nullable String answer) {}
}
