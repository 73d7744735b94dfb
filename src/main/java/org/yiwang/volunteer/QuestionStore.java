package org.yiwang.volunteer;

import static org.yiwang.platform.Moments.instant;
import static org.yiwang.platform.Moments.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiwang.platform.Vault;
import org.yiwang.volunteer.Questions.Answer;
import org.yiwang.volunteer.Questions.Kind;
import org.yiwang.volunteer.Questions.Question;

/** Rows of questions. Of a link's secret only the digest is kept; numbers are sealed and found by digest. */
@Component
class QuestionStore {

    private static final String COLUMNS = """
            token_digest, volunteer_id, kind, guardian_name, mobile_sealed, sent_at, expires_at, answer
            from volunteer_confirmation
            """;

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Clock clock;

    QuestionStore(JdbcClient jdbc, Vault vault, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.clock = clock;
    }

    void insert(String token, VolunteerView about, Kind kind, @Nullable String guardianName, Sent sent) {
        jdbc.sql("""
                insert into volunteer_confirmation (token_digest, volunteer_id, kind, guardian_name, mobile_sealed,
                    mobile_digest, sent_at, expires_at)
                values (:token, :volunteer, :kind, :guardian, :mobile, :mobileDigest, :now, :expires)""")
                .param("token", digest(token))
                .param("volunteer", about.id())
                .param("kind", kind.name())
                .param("guardian", guardianName)
                .param("mobile", vault.seal(sent.mobile))
                .param("mobileDigest", mobileDigest(sent.mobile))
                .param("now", utc(clock.instant()))
                .param("expires", utc(sent.expiresAt))
                .update();
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
                .param("now", utc(clock.instant()))
                .query((row, i) -> question(row))
                .list();
    }

    /** Whether the question was still open and has this answer now. */
    boolean answer(Question question, Answer answer) {
        return jdbc.sql("""
                        update volunteer_confirmation set answer = :answer, answered_at = :now
                        where token_digest = :token and answer is null""")
                        .param("answer", answer.name())
                        .param("now", utc(clock.instant()))
                        .param("token", question.digest())
                        .update()
                == 1;
    }

    /** Ends what is still open about a volunteer. */
    void close(long volunteerId, Answer answer) {
        jdbc.sql("""
                update volunteer_confirmation set answer = :answer, answered_at = :now
                where volunteer_id = :volunteer and answer is null""")
                .param("answer", answer.name())
                .param("now", utc(clock.instant()))
                .param("volunteer", volunteerId)
                .update();
    }

    private Question question(ResultSet row) throws SQLException {
        String answer = row.getString("answer");
        return new Question(
                row.getBytes("token_digest"),
                row.getLong("volunteer_id"),
                Kind.valueOf(row.getString("kind")),
                row.getString("guardian_name"),
                vault.open(row.getBytes("mobile_sealed")),
                instant(row, "sent_at"),
                instant(row, "expires_at"),
                answer == null ? null : Answer.valueOf(answer));
    }

    private byte[] digest(String token) {
        return vault.digest("volunteer-confirmation\n" + token);
    }

    private byte[] mobileDigest(String mobile) {
        return vault.digest("volunteer-confirmation-mobile\n" + mobile);
    }

    /**
     * Where a question goes.
     *
     * @param mobile the number asked
     * @param expiresAt until when an answer is accepted
     */
    record Sent(String mobile, Instant expiresAt) {}
}
