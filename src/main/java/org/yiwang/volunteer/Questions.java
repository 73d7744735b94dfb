package org.yiwang.volunteer;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiwang.notification.Sms;
import org.yiwang.platform.Vault;

/** Questions sent by text message, each with a secret link of which only the digest is kept. */
@Component
class Questions {

    private static final int SECRET_BYTES = 18;
    private static final String COLUMNS = """
            token_digest, volunteer_id, kind, guardian_name, mobile_sealed, sent_at, expires_at, answer
            from volunteer_confirmation
            """;

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Sms sms;
    private final String address;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Questions(
            JdbcClient jdbc,
            Vault vault,
            Sms sms,
            @Value("${yiwang.address:http://localhost:8080}") String address,
            Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.sms = sms;
        this.address = address;
        this.clock = clock;
    }

    /** Sends the question; the answer is accepted until the given moment. */
    void ask(VolunteerView about, Kind kind, @Nullable String guardianName, String mobile, Instant expiresAt) {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        jdbc.sql("""
                insert into volunteer_confirmation (token_digest, volunteer_id, kind, guardian_name, mobile_sealed,
                    mobile_digest, sent_at, expires_at)
                values (:token, :volunteer, :kind, :guardian, :mobile, :mobileDigest, :now, :expires)""")
                .param("token", digest(token))
                .param("volunteer", about.id())
                .param("kind", kind.name())
                .param("guardian", guardianName)
                .param("mobile", vault.seal(mobile))
                .param("mobileDigest", mobileDigest(mobile))
                .param("now", VolunteerStore.utc(clock.instant()))
                .param("expires", VolunteerStore.utc(expiresAt))
                .update();
        sms.send(mobile, kind.smsKey(), List.of(about.maskedName(), address + "/confirm/" + token));
    }

    Optional<Question> findByToken(String token) {
        return jdbc.sql("select " + COLUMNS + " where token_digest = :token")
                .param("token", digest(token))
                .query((row, i) -> question(row))
                .optional();
    }

    /** Those sent to a number and not answered, newest first. */
    List<Question> openFor(String mobile) {
        return jdbc.sql("select " + COLUMNS + """
                         where mobile_digest = :mobile and answer is null and expires_at > :now order by sent_at desc""")
                .param("mobile", mobileDigest(mobile))
                .param("now", VolunteerStore.utc(clock.instant()))
                .query((row, i) -> question(row))
                .list();
    }

    /** Whether the question was still open and has this answer now. */
    boolean answer(Question question, Answer answer) {
        return jdbc.sql("""
                        update volunteer_confirmation set answer = :answer, answered_at = :now
                        where token_digest = :token and answer is null""")
                        .param("answer", answer.name())
                        .param("now", VolunteerStore.utc(clock.instant()))
                        .param("token", question.digest)
                        .update()
                == 1;
    }

    /** Closes what is still open about a volunteer: another question takes its place. */
    void withdraw(long volunteerId) {
        close(volunteerId, Answer.REPLACED);
    }

    /** Closes what is still open about a volunteer: the time is over. */
    void expire(long volunteerId) {
        close(volunteerId, Answer.EXPIRED);
    }

    private void close(long volunteerId, Answer answer) {
        jdbc.sql("""
                update volunteer_confirmation set answer = :answer, answered_at = :now
                where volunteer_id = :volunteer and answer is null""")
                .param("answer", answer.name())
                .param("now", VolunteerStore.utc(clock.instant()))
                .param("volunteer", volunteerId)
                .update();
    }

    private Question question(java.sql.ResultSet row) throws java.sql.SQLException {
        String answer = row.getString("answer");
        return new Question(
                row.getBytes("token_digest"),
                row.getLong("volunteer_id"),
                Kind.valueOf(row.getString("kind")),
                row.getString("guardian_name"),
                vault.open(row.getBytes("mobile_sealed")),
                VolunteerStore.instant(row, "sent_at"),
                VolunteerStore.instant(row, "expires_at"),
                answer == null ? null : Answer.valueOf(answer));
    }

    private byte[] digest(String token) {
        return vault.digest("volunteer-confirmation\n" + token);
    }

    private byte[] mobileDigest(String mobile) {
        return vault.digest("volunteer-confirmation-mobile\n" + mobile);
    }

    /** What is asked of whom. */
    enum Kind {
        /** Of the person: a desk has registered you. */
        PERSON,
        /** Of a guardian: a desk has registered your child. */
        WARD,
        /** Of a guardian: your child, 14 to 17, has registered. */
        CONSENT;

        String smsKey() {
            return "sms.volunteer." + name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** How a question ended. */
    enum Answer {
        /** Yes, that is wanted. */
        CONFIRMED,
        /** No, that was not me. */
        DISOWNED,
        /** A newer question took its place. */
        REPLACED,
        /** Nobody answered in time. */
        EXPIRED
    }

    /** A question with its answer, null while it is open. */
    record Question(
            byte[] digest,
            long volunteerId,
            Kind kind,
            @Nullable String guardianName,
            String mobile,
            Instant sentAt,
            Instant expiresAt,
            @Nullable Answer answer) {}
}
