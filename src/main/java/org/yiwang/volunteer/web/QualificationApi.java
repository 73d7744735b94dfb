package org.yiwang.volunteer.web;

import static org.yiwang.kernel.Permission.QUALIFICATION_CONFIRM;
import static org.yiwang.kernel.Permission.SIGNED_IN;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Slice;
import org.yiwang.kernel.Tsid;
import org.yiwang.volunteer.QualificationReview;
import org.yiwang.volunteer.QualificationView;
import org.yiwang.volunteer.Qualifications;
import org.yiwang.web.Access;

/** Qualifications over JSON: stating one's own, deciding those in reach. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "qualifications")
class QualificationApi {

    private final Qualifications qualifications;
    private final QualificationReview review;

    QualificationApi(Qualifications qualifications, QualificationReview review) {
        this.qualifications = qualifications;
        this.review = review;
    }

    record Line(
            String id,
            String code,
            String name,
            @Nullable String evidence,
            @Nullable LocalDate validUntil,
            QualificationView.State state,
            Instant statedAt,
            @Nullable Instant decidedAt,
            @Nullable String reason) {

        static Line of(QualificationView q, Locale locale, boolean full) {
            return new Line(
                    Ids.text(q.id()),
                    q.code(),
                    q.name().in(locale),
                    full ? q.evidence() : null,
                    q.validUntil(),
                    q.state(),
                    q.statedAt(),
                    q.decidedAt(),
                    q.reason());
        }
    }

    record Statement(
            @Nullable String code,
            @Nullable String evidence,
            @Nullable LocalDate validUntil) {}

    @GetMapping("/volunteers/{id}/qualifications")
    @Access(SIGNED_IN)
    @Operation(summary = "What the person or a ward has stated, the newest first")
    List<Line> mine(Actor actor, @PathVariable @Tsid long id, Locale locale) {
        return qualifications.list(actor, id).stream()
                .map(q -> Line.of(q, locale, true))
                .toList();
    }

    @PostMapping("/volunteers/{id}/qualifications")
    @Access(SIGNED_IN)
    @Operation(
            summary =
                    "State a qualification, or correct a statement of the same that still waits; repeats are harmless")
    List<Line> state(Actor actor, @PathVariable @Tsid long id, @RequestBody Statement body, Locale locale) {
        qualifications.state(actor, id, orEmpty(body.code), orEmpty(body.evidence), body.validUntil);
        return mine(actor, id, locale);
    }

    @DeleteMapping("/volunteers/{id}/qualifications/{qualification}")
    @Access(SIGNED_IN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Take a statement back; it counts no more")
    void withdraw(Actor actor, @PathVariable @Tsid long id, @PathVariable @Tsid long qualification) {
        qualifications.withdraw(actor, id, qualification);
    }

    record Waiting(String volunteerId, String name, String number, String residence, boolean own, Line qualification) {

        static Waiting of(QualificationReview.Case c, Locale locale, boolean full) {
            return new Waiting(
                    Ids.text(c.volunteer().id()),
                    c.volunteer().maskedName(),
                    c.volunteer().number(),
                    c.residence(),
                    c.own(),
                    Line.of(c.qualification(), locale, full));
        }
    }

    @GetMapping("/qualifications")
    @Access(QUALIFICATION_CONFIRM)
    @Operation(
            summary = "Statements that wait, of those who live in the caller's regions or belong to the caller's teams")
    Slice<Waiting> waiting(Actor actor, @RequestParam(defaultValue = "1") int page, Locale locale) {
        return review.queue(actor, page).map(c -> Waiting.of(c, locale, false));
    }

    @GetMapping("/qualifications/{volunteer}/{id}")
    @Access(QUALIFICATION_CONFIRM)
    @Operation(summary = "One statement with its evidence; the look is noted")
    Waiting get(Actor actor, @PathVariable @Tsid long volunteer, @PathVariable @Tsid long id, Locale locale) {
        return Waiting.of(review.get(actor, volunteer, id), locale, true);
    }

    record Verdict(boolean confirm, @Nullable String reason) {}

    @PostMapping("/qualifications/{volunteer}/{id}/decision")
    @Access(QUALIFICATION_CONFIRM)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Confirm a statement after seeing the certificate, or return it with a reason")
    void decide(
            Actor actor, @PathVariable @Tsid long volunteer, @PathVariable @Tsid long id, @RequestBody Verdict body) {
        if (body.confirm) {
            review.confirm(actor, volunteer, id, body.reason);
        } else {
            review.giveBack(actor, volunteer, id, orEmpty(body.reason));
        }
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
