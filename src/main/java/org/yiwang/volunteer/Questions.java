package org.yiwang.volunteer;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.yiwang.notification.Sms;

/** Questions sent by text message, each with a secret link of which only the digest is kept. */
@Component
class Questions {

    private static final int SECRET_BYTES = 18;

    private final QuestionStore store;
    private final Sms sms;
    private final String address;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Questions(
            QuestionStore store,
            Sms sms,
            @Value("${yiwang.address:http://localhost:8080}") String address,
            Clock clock) {
        this.store = store;
        this.sms = sms;
        this.address = address;
        this.clock = clock;
    }

    /** Sends the question; the answer is accepted until the given moment. */
    void ask(VolunteerView about, Kind kind, @Nullable String guardianName, String mobile, Instant expiresAt) {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        store.insert(token, about, kind, guardianName, new QuestionStore.Sent(mobile, expiresAt));
        long hours = Math.max(1, Duration.between(clock.instant(), expiresAt).toHours());
        sms.send(
                mobile,
                kind.smsKey(),
                List.of(about.maskedName(), address + "/confirm/" + token, String.valueOf(hours)));
    }

    Optional<Question> findByToken(String token) {
        return store.findByToken(token);
    }

    /** Those sent to a number and not answered, newest first. */
    List<Question> openFor(String mobile) {
        return store.openFor(mobile);
    }

    /** Whether the question was still open and has this answer now. */
    boolean answer(Question question, Answer answer) {
        return store.answer(question, answer);
    }

    /** Closes what is still open about a volunteer: another question takes its place. */
    void withdraw(long volunteerId) {
        store.close(volunteerId, Answer.REPLACED);
    }

    /** Closes what is still open about a volunteer: the time is over. */
    void expire(long volunteerId) {
        store.close(volunteerId, Answer.EXPIRED);
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
