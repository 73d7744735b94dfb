package org.yiwang.entry.web;

import static org.yiwang.kernel.Permission.MAKEUP_APPROVE;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yiwang.entry.EntryProblem;
import org.yiwang.entry.EntrySheet;
import org.yiwang.entry.MakeupCalls;
import org.yiwang.entry.MakeupOffice;
import org.yiwang.entry.MakeupSample;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.Tsid;
import org.yiwang.trust.Outcome;
import org.yiwang.web.Access;

/** A makeup sheet at the district over the API: its proof, whom to call about it and what they said. */
@RestController
@RequestMapping("/api/v1/makeup/{activity}/{sheet}")
@Tag(name = "entries")
class MakeupApi {

    private static final int LONGEST_NOTE = 500;

    private final MakeupOffice office;
    private final MakeupCalls calls;

    MakeupApi(MakeupOffice office, MakeupCalls calls) {
        this.office = office;
        this.calls = calls;
    }

    @GetMapping("/proof")
    @Access(MAKEUP_APPROVE)
    @Operation(summary = "The scanned proof, without a look at which nothing is approved; the look is noted")
    ResponseEntity<byte[]> proof(Actor actor, @PathVariable @Tsid long activity, @PathVariable @Tsid long sheet) {
        return Scan.answer(office.proof(actor, activity, sheet));
    }

    @GetMapping("/sample")
    @Access(MAKEUP_APPROVE)
    @Operation(summary = "Whom the lot fell on, from which seed, and what they said")
    Sample sample(Actor actor, @PathVariable @Tsid long activity, @PathVariable @Tsid long sheet) {
        EntrySheet of = office.get(actor, activity, sheet);
        return Sample.of(calls.of(of), calls.isDrawNeeded(of));
    }

    @PostMapping("/draw")
    @Access(MAKEUP_APPROVE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Draw whom to call, by the first head of the log after the confirmation; again: one more")
    void draw(Actor actor, @PathVariable @Tsid long activity, @PathVariable @Tsid long sheet) {
        calls.draw(actor, activity, sheet);
    }

    @PostMapping("/calls/{volunteer}/contact")
    @Access(MAKEUP_APPROVE)
    @Operation(summary = "The mobile number of somebody drawn, to call; the look is noted with its purpose")
    ResponseEntity<Contact> contact(
            Actor actor,
            @PathVariable @Tsid long activity,
            @PathVariable @Tsid long sheet,
            @PathVariable @Tsid long volunteer,
            @RequestBody Purpose body) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new Contact(calls.reveal(actor, activity, sheet, volunteer, text(body.purpose))));
    }

    @PostMapping("/calls/{volunteer}")
    @Access(MAKEUP_APPROVE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary =
                    "Note what came out of a call (CONFIRMED, WRONG_TIME, WAS_NOT_THERE, NOT_REACHED); who was not there,"
                            + " or not at that time, is refused with it, and everybody else on the sheet is called then")
    void note(
            Actor actor,
            @PathVariable @Tsid long activity,
            @PathVariable @Tsid long sheet,
            @PathVariable @Tsid long volunteer,
            @RequestBody Word body) {
        if (body.outcome == null) {
            throw new Refusal(EntryProblem.REASON_NEEDED).at("outcome");
        }
        calls.note(actor, activity, sheet, volunteer, body.outcome, text(body.note));
    }

    private static String text(@Nullable String given) {
        String text = given == null ? "" : given.strip();
        return text.codePointCount(0, text.length()) <= LONGEST_NOTE
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_NOTE));
    }

    /** Why somebody's number is looked at. */
    record Purpose(@Nullable String purpose) {}

    /** A number to call. */
    record Contact(String mobile) {}

    /** What came out of a call. */
    record Word(@Nullable Outcome outcome, @Nullable String note) {}

    /**
     * The calls about a sheet.
     *
     * @param drawNeeded whether somebody has to be drawn before it is approved
     * @param needed how many of those drawn must confirm before others are approved
     * @param confirmed how many did
     * @param draws the draws with their seeds
     * @param people who was in them, in the order of the lot
     */
    record Sample(
            boolean drawNeeded, int needed, int confirmed, List<MakeupSample.Drawing> draws, List<Person> people) {

        static Sample of(MakeupSample sample, boolean drawNeeded) {
            return new Sample(
                    drawNeeded,
                    sample.needed(),
                    sample.confirmed(),
                    sample.draws(),
                    sample.people().stream()
                            .map(p -> new Person(
                                    Ids.text(p.volunteerId()),
                                    p.drawn(),
                                    p.outcome(),
                                    p.calls().stream()
                                            .map(c -> new Call(c.outcome(), c.note(), c.at()))
                                            .toList()))
                            .toList());
        }
    }

    /** Somebody in a draw. */
    record Person(
            String volunteerId, boolean drawn, @Nullable Outcome outcome, List<Call> calls) {}

    /** A call. */
    record Call(Outcome outcome, String note, Instant at) {}
}
