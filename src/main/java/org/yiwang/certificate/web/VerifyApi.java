package org.yiwang.certificate.web;

import static org.yiwang.kernel.Permission.ANYONE;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.yiwang.certificate.CertificateCheck;
import org.yiwang.certificate.CertificateContent;
import org.yiwang.certificate.Checked;
import org.yiwang.certificate.MovedTo;
import org.yiwang.web.Access;

/** The public check of certificates over the API. */
@RestController
@Tag(name = "certificates", description = "Check certificates of service")
class VerifyApi {

    private final CertificateCheck check;

    VerifyApi(CertificateCheck check) {
        this.check = check;
    }

    @PostMapping("/api/v1/verify")
    @Access(ANYONE)
    @Operation(
            summary = "Whether a certificate of that number and name counts",
            description = "A number that does not exist and a wrong name are answered alike: state UNKNOWN")
    Answer verify(@RequestBody Question question, HttpServletRequest request) {
        return check.check(
                        Objects.requireNonNullElse(question.number, ""),
                        Objects.requireNonNullElse(question.name, ""),
                        request.getRemoteAddr())
                .map(Answer::of)
                .orElse(Answer.UNKNOWN);
    }

    /** What is asked. */
    record Question(@Nullable String number, @Nullable String name) {}

    /**
     * What is answered; minutes by kind, and by kind and trust grade; which platform certifies hours in it now, if they moved;
     * the head of the log on which it rests, and whether today's log still begins with it.
     */
    record Answer(
            Checked.State state,
            @Nullable Instant voidSince,
            @Nullable Instant reviewSince,
            @Nullable MovedTo movedTo,
            @Nullable Instant issuedAt,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable Integer records,
            @Nullable Long creditMinutes,
            @Nullable Long honourMinutes,
            @Nullable List<CertificateContent.GradeTime> grades,
            @Nullable String hash,
            CertificateContent.@Nullable Log log,
            Checked.@Nullable LogState logState) {

        static final Answer UNKNOWN = new Answer(
                Checked.State.UNKNOWN, null, null, null, null, null, null, null, null, null, null, null, null, null);

        static Answer of(Checked checked) {
            CertificateContent content = checked.content();
            return new Answer(
                    checked.state(),
                    checked.voidSince(),
                    checked.reviewSince(),
                    checked.movedTo(),
                    content.issuedAt(),
                    content.from(),
                    content.to(),
                    content.records(),
                    content.time().creditMinutes(),
                    content.time().honourMinutes(),
                    content.grades(),
                    checked.hash(),
                    content.log(),
                    checked.log());
        }
    }
}
