package org.yiwang.trust.web;

import static org.yiwang.kernel.Permission.SPOT_CHECK;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Actor.AccessProblem;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.RegionCode;
import org.yiwang.kernel.Slice;
import org.yiwang.kernel.Tsid;
import org.yiwang.trust.Outcome;
import org.yiwang.trust.SampleItem;
import org.yiwang.trust.SpotChecks;
import org.yiwang.trust.TrustProblem;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.web.Access;

/** Spot checks over the API, for the offices that make them. What is published is in {@link TrustApi}. */
@RestController
@RequestMapping("/api/v1/spot-checks")
@Tag(name = "spot checks", description = "Drawing a month's sample and noting what people say who are called")
class SpotCheckApi {

    private static final int LONGEST_NOTE = 500;

    private final SpotChecks checks;

    SpotCheckApi(SpotChecks checks) {
        this.checks = checks;
    }

    @GetMapping("/office")
    @Access(SPOT_CHECK)
    @Operation(summary = "Samples of one's regions, the latest month first, with how many wait for a first call")
    Slice<Mine> list(Actor actor, @RequestParam(defaultValue = "1") int page) {
        return checks.list(actor, page).map(s -> new Mine(TrustApi.Sample.of(s), s.added(), s.open()));
    }

    @PostMapping
    @Access(SPOT_CHECK)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Draw the sample of a month (2026-10) in a region, once, by the first head of the log after it")
    TrustApi.Sample draw(Actor actor, @RequestBody Wish body) {
        return TrustApi.Sample.of(checks.get(actor, checks.draw(actor, body.yearMonth(), body.area())));
    }

    @GetMapping("/{id}/calls")
    @Access(SPOT_CHECK)
    @Operation(summary = "The records of a sample in the order in which they were drawn; names are masked")
    List<Item> calls(Actor actor, @PathVariable @Tsid long id) {
        SpotChecks.Work work = checks.work(actor, id);
        return work.items().stream()
                .map(i -> Item.of(i, work.people().get(i.key().volunteerId())))
                .toList();
    }

    @PostMapping("/{id}/calls/{no}/contact")
    @Access(SPOT_CHECK)
    @Operation(summary = "Name and mobile number in full, to call; the look is noted with its purpose")
    ResponseEntity<SpotChecks.Contact> contact(
            Actor actor, @PathVariable @Tsid long id, @PathVariable int no, @RequestBody Purpose body) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(checks.reveal(actor, id, no, text(body.purpose)));
    }

    @PostMapping("/{id}/calls/{no}")
    @Access(SPOT_CHECK)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary =
                    "Note what came out of a call; somebody who was not there may have the record frozen until it is decided")
    void note(Actor actor, @PathVariable @Tsid long id, @PathVariable int no, @RequestBody Word body) {
        if (body.outcome == null) {
            throw new Refusal(TrustProblem.ANSWER_NEEDED).at("outcome");
        }
        checks.note(actor, id, no, body.outcome, text(body.note), Boolean.TRUE.equals(body.freeze));
    }

    private static String text(@Nullable String given) {
        String text = Objects.requireNonNullElse(given, "").strip();
        return text.codePointCount(0, text.length()) <= LONGEST_NOTE
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_NOTE));
    }

    /** A sample with how many records were added by the word of those served, and how many wait for a first call. */
    record Mine(TrustApi.Sample sample, int added, int open) {}

    /** What to draw. */
    record Wish(@Nullable String month, @Nullable String region) {

        YearMonth yearMonth() {
            try {
                return YearMonth.parse(Objects.requireNonNullElse(month, ""));
            } catch (DateTimeException _) {
                throw new Refusal(TrustProblem.MONTH_NOT_OVER).at("month");
            }
        }

        RegionCode area() {
            return RegionCode.parse(Objects.requireNonNullElse(region, ""))
                    .orElseThrow(() -> new Refusal(AccessProblem.OUT_OF_SCOPE).at("region"));
        }
    }

    /** Why somebody is looked at in full. */
    record Purpose(@Nullable String purpose) {}

    /** What came out of a call. */
    record Word(
            @Nullable Outcome outcome,
            @Nullable String note,
            @Nullable Boolean freeze) {}

    /** A record to be asked about. */
    record Item(
            int no,
            String volunteerId,
            String recordId,
            String maskedName,
            String organization,
            LocalDate serviceDate,
            boolean drawn,
            @Nullable Outcome outcome,
            @Nullable Instant outcomeAt) {

        static Item of(SampleItem i, @Nullable VolunteerView person) {
            return new Item(
                    i.no(),
                    Ids.text(i.key().volunteerId()),
                    Ids.text(i.key().recordId()),
                    person == null ? "" : person.maskedName(),
                    i.organizationName(),
                    i.serviceDate(),
                    i.drawn(),
                    i.outcome(),
                    i.outcomeAt());
        }
    }
}
