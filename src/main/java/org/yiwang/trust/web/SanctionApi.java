package org.yiwang.trust.web;

import static org.yiwang.kernel.Permission.SANCTION;
import static org.yiwang.kernel.Permission.SIGNED_IN;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
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
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.Slice;
import org.yiwang.kernel.Tsid;
import org.yiwang.record.RecordFacts;
import org.yiwang.record.RecordState;
import org.yiwang.trust.DecidedCases;
import org.yiwang.trust.SanctionView;
import org.yiwang.trust.SanctionView.Subject;
import org.yiwang.trust.Sanctions;
import org.yiwang.trust.TrustProblem;
import org.yiwang.volunteer.Volunteers;
import org.yiwang.web.Access;

/** Sanctions for false hours over the API. */
@RestController
@RequestMapping("/api/v1/sanctions")
@Tag(name = "sanctions", description = "What follows false hours: imposed by offices, lifted by another person")
class SanctionApi {

    private final Sanctions sanctions;
    private final Volunteers volunteers;

    SanctionApi(Sanctions sanctions, Volunteers volunteers) {
        this.sanctions = sanctions;
        this.volunteers = volunteers;
    }

    @GetMapping
    @Access(SANCTION)
    @Operation(summary = "Sanctions of one's regions, the latest first")
    Slice<Sanction> list(Actor actor, @RequestParam(defaultValue = "1") int page, Locale locale) {
        return sanctions.list(actor, page).map(s -> Sanction.of(s, locale));
    }

    @GetMapping("/{id}")
    @Access(SANCTION)
    @Operation(
            summary =
                    "A sanction with the case it rests on and the records that its decision declared void or replaced")
    File one(Actor actor, @PathVariable @Tsid long id, Locale locale) {
        Sanctions.File file = sanctions.get(actor, id);
        return new File(Sanction.of(file.view(), locale), changed(file.records()));
    }

    @GetMapping("/cases/{id}")
    @Access(SANCTION)
    @Operation(
            summary = "A decided case that a sanction can rest on; refused if it is not decided or found nothing wrong")
    CaseFile basis(Actor actor, @PathVariable @Tsid long id) {
        Sanctions.Basis basis = sanctions.basis(actor, id);
        return new CaseFile(Case.of(basis.decided()), changed(basis.records()));
    }

    @GetMapping("/mine")
    @Access(SIGNED_IN)
    @Operation(summary = "Those against the caller, wards, and teams that the caller runs")
    List<Sanction> mine(Actor actor, Locale locale) {
        return sanctions.mine(actor).stream().map(s -> Sanction.of(s, locale)).toList();
    }

    @GetMapping("/kinds")
    @Access(SANCTION)
    @Operation(summary = "What can be imposed, by code of the rule trust.sanctions")
    Map<String, String> kinds(Locale locale) {
        Map<String, String> kinds = new TreeMap<>();
        sanctions.kinds().forEach((code, label) -> kinds.put(code, label.in(locale)));
        return kinds;
    }

    @PostMapping
    @Access(SANCTION)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Impose a sanction on a volunteer, by number, or on an organization; it rests on a decided case")
    Imposed impose(Actor actor, @RequestBody Wish body) {
        long about =
                Ids.parse(text(body.caseId)).orElseThrow(() -> new Refusal(TrustProblem.CASE_UNKNOWN).at("caseId"));
        return new Imposed(Ids.text(sanctions.impose(actor, subject(body), text(body.kind), text(body.reason), about)));
    }

    @PostMapping("/{id}/lift")
    @Access(SANCTION)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Lift a sanction before its end, as another person than who imposed it")
    void lift(Actor actor, @PathVariable @Tsid long id, @RequestBody Why body) {
        sanctions.lift(actor, id, text(body.reason));
    }

    private static List<Changed> changed(List<RecordFacts> records) {
        return records.stream().map(Changed::of).toList();
    }

    private Subject subject(Wish body) {
        if (body.number != null) {
            return volunteers
                    .findByNumber(body.number)
                    .map(v -> Subject.volunteer(v.id()))
                    .orElseThrow(() -> new Refusal(TrustProblem.SUBJECT_UNKNOWN).at("number"));
        }
        return Ids.parse(text(body.organizationId))
                .map(Subject::organization)
                .orElseThrow(() -> new Refusal(TrustProblem.SUBJECT_UNKNOWN).at("organizationId"));
    }

    private static String text(@Nullable String given) {
        return Objects.requireNonNullElse(given, "");
    }

    /** What to impose: on a volunteer by number, or on an organization. */
    record Wish(
            @Nullable String number,
            @Nullable String organizationId,
            @Nullable String kind,
            @Nullable String reason,
            @Nullable String caseId) {}

    /** A reason. */
    record Why(@Nullable String reason) {}

    /** The sanction imposed. */
    record Imposed(String id) {}

    /** A sanction with the records that the decision of its case declared void or replaced. */
    record File(Sanction sanction, List<Changed> records) {}

    /** A case with the records that its decision declared void or replaced. */
    record CaseFile(Case basis, List<Changed> records) {}

    /** The decided case that a sanction rests on. */
    record Case(
            String id,
            String about,
            @Nullable Instant decidedAt,
            @Nullable String outcome) {

        static Case of(DecidedCases.Decided it) {
            String outcome = it.outcome();
            return new Case(
                    Ids.text(it.caseId()),
                    it.about(),
                    it.decidedAt(),
                    outcome == null ? null : outcome.substring(outcome.lastIndexOf('.') + 1));
        }
    }

    /** A record that was declared void or replaced, without the name of the person. */
    record Changed(
            String recordId,
            String activity,
            String organization,
            LocalDate serviceDate,
            int serviceMinutes,
            RecordState state) {

        static Changed of(RecordFacts r) {
            return new Changed(
                    Ids.text(r.key().recordId()),
                    r.title(),
                    r.organizationName(),
                    r.serviceDate(),
                    r.serviceMinutes(),
                    r.state());
        }
    }

    /** A sanction as sent. */
    record Sanction(
            String id,
            SanctionView.Kind subject,
            String subjectId,
            String name,
            String kind,
            boolean bansManualEntry,
            String reason,
            @Nullable Case basis,
            @Nullable String caseNumber,
            int ruleVersion,
            LocalDate imposedOn,
            @Nullable LocalDate endsOn,
            int minutesToRegain,
            long minutesServed,
            SanctionView.State state,
            @Nullable String liftReason) {

        static Sanction of(SanctionView s, Locale locale) {
            return new Sanction(
                    Ids.text(s.id()),
                    s.subject().kind(),
                    Ids.text(s.subject().id()),
                    s.name(),
                    s.kind().in(locale),
                    s.bansManualEntry(),
                    s.reason(),
                    s.basis() == null ? null : Case.of(s.basis()),
                    s.caseNumber(),
                    s.ruleVersion(),
                    s.imposedOn(),
                    s.endsOn(),
                    s.minutesToRegain(),
                    s.minutesServed(),
                    s.state(),
                    s.liftReason());
        }
    }
}
