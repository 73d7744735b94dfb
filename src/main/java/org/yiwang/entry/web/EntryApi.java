package org.yiwang.entry.web;

import static org.yiwang.kernel.Permission.MAKEUP_APPROVE;
import static org.yiwang.kernel.Permission.RECORD_ENTER;
import static org.yiwang.kernel.Permission.SIGNED_IN;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yiwang.entry.EntryDesk;
import org.yiwang.entry.EntryDraft;
import org.yiwang.entry.EntryKind;
import org.yiwang.entry.EntryProblem;
import org.yiwang.entry.MakeupOffice;
import org.yiwang.entry.OwnEntries;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Period;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.Tsid;
import org.yiwang.web.Access;
import org.yiwang.web.Idempotency;

/** Entry by hand and makeup over the API. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "entries", description = "Service entered by hand: by two people, waiting in public; makeup with a proof")
class EntryApi {

    private final EntryDesk desk;
    private final OwnEntries own;
    private final MakeupOffice office;
    private final Idempotency idempotency;

    EntryApi(EntryDesk desk, OwnEntries own, MakeupOffice office, Idempotency idempotency) {
        this.desk = desk;
        this.own = own;
        this.office = office;
        this.idempotency = idempotency;
    }

    @GetMapping("/activities/{activity}/entries")
    @Access(RECORD_ENTER)
    @Operation(summary = "What was entered by hand for an activity, the last first")
    List<EntryJson> ofActivity(Actor actor, @PathVariable @Tsid long activity) {
        return desk.ofActivity(actor, activity).stream().map(EntryJson::of).toList();
    }

    @PostMapping("/activities/{activity}/entries")
    @Access(RECORD_ENTER)
    @Operation(summary = "Enter service of people whose check-in is missing; a second person must confirm it")
    Entered enter(
            Actor actor,
            @PathVariable @Tsid long activity,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody Entry body) {
        EntryDraft draft = body.draft(activity);
        return idempotency.once(
                actor,
                key,
                "entry.enter " + Ids.text(activity),
                Entered.class,
                () -> new Entered(Ids.text(desk.enter(actor, draft, new byte[0]))));
    }

    @PutMapping("/activities/{activity}/entries/{sheet}/proof")
    @Access(RECORD_ENTER)
    @Operation(
            summary = "Add the scanned proof (PDF, JPEG or PNG up to 10 MB) before anybody confirms; makeup needs one")
    void proof(
            Actor actor, @PathVariable @Tsid long activity, @PathVariable @Tsid long sheet, @RequestBody byte[] body) {
        desk.addProof(actor, activity, sheet, body);
    }

    @GetMapping("/activities/{activity}/entries/{sheet}/proof")
    @Access(RECORD_ENTER)
    @Operation(summary = "The scanned proof; that it was looked at is noted")
    ResponseEntity<byte[]> proof(Actor actor, @PathVariable @Tsid long activity, @PathVariable @Tsid long sheet) {
        return Scan.answer(desk.proof(actor, activity, sheet));
    }

    @GetMapping("/entries/desk")
    @Access(RECORD_ENTER)
    @Operation(summary = "What waits for a second person in one's organizations, the oldest first; also one's own")
    List<EntryJson> waiting(Actor actor) {
        return desk.waiting(actor).stream().map(EntryJson::of).toList();
    }

    @PostMapping("/activities/{activity}/entries/{sheet}/confirmation")
    @Access(RECORD_ENTER)
    @Operation(
            summary = "Confirm lines as the second person, who has opened the proof if there is one and names it by its"
                    + " proofHash")
    void confirm(
            Actor actor, @PathVariable @Tsid long activity, @PathVariable @Tsid long sheet, @RequestBody Chosen body) {
        desk.confirm(actor, activity, sheet, body.volunteers(), body.proofHash());
    }

    @PostMapping("/activities/{activity}/entries/{sheet}/refusal")
    @Access(RECORD_ENTER)
    @Operation(summary = "Refuse lines as the second person, with the reason")
    void refuse(
            Actor actor, @PathVariable @Tsid long activity, @PathVariable @Tsid long sheet, @RequestBody Chosen body) {
        desk.refuse(actor, activity, sheet, body.volunteers(), body.reason());
    }

    @PostMapping("/activities/{activity}/entries/{sheet}/withdrawal")
    @Access(RECORD_ENTER)
    @Operation(summary = "Take back lines that nobody confirmed, as who entered them")
    void withdraw(
            Actor actor, @PathVariable @Tsid long activity, @PathVariable @Tsid long sheet, @RequestBody Chosen body) {
        desk.withdraw(actor, activity, sheet, body.volunteers(), body.reason());
    }

    @GetMapping("/entries")
    @Access(SIGNED_IN)
    @Operation(summary = "What was entered by hand about the caller and wards, the last first")
    List<EntryJson> mine(Actor actor) {
        return own.list(actor).stream().map(EntryJson::of).toList();
    }

    @PostMapping("/activities/{activity}/entries/{sheet}/volunteers/{volunteer}/agreement")
    @Access(SIGNED_IN)
    @Operation(summary = "Say that what was entered about oneself or a ward is right")
    void agree(
            Actor actor,
            @PathVariable @Tsid long activity,
            @PathVariable @Tsid long sheet,
            @PathVariable @Tsid long volunteer) {
        own.agree(actor, activity, sheet, volunteer);
    }

    @PostMapping("/activities/{activity}/entries/{sheet}/volunteers/{volunteer}/disagreement")
    @Access(SIGNED_IN)
    @Operation(summary = "Say that it is wrong or was somebody else; nothing becomes of it then")
    void disagree(
            Actor actor,
            @PathVariable @Tsid long activity,
            @PathVariable @Tsid long sheet,
            @PathVariable @Tsid long volunteer,
            @RequestBody Chosen body) {
        own.disagree(actor, activity, sheet, volunteer, body.reason());
    }

    @GetMapping("/makeup")
    @Access(MAKEUP_APPROVE)
    @Operation(summary = "What waits for the district, the oldest first")
    List<EntryJson> queue(Actor actor) {
        return office.queue(actor).stream().map(EntryJson::of).toList();
    }

    @GetMapping("/makeup/{activity}/{sheet}/marks")
    @Access(MAKEUP_APPROVE)
    @Operation(summary = "Sanctions for false hours in force against the organization or people on a sheet")
    List<MarkJson> marks(
            Actor actor, @PathVariable @Tsid long activity, @PathVariable @Tsid long sheet, Locale locale) {
        return office.marks(office.get(actor, activity, sheet)).stream()
                .map(mark -> MarkJson.of(mark, locale))
                .toList();
    }

    @PostMapping("/makeup/{activity}/{sheet}/approval")
    @Access(MAKEUP_APPROVE)
    @Operation(
            summary =
                    "Approve lines as the district, which has looked at the proof and, above the share, made its calls")
    void approve(
            Actor actor, @PathVariable @Tsid long activity, @PathVariable @Tsid long sheet, @RequestBody Chosen body) {
        office.approve(actor, activity, sheet, body.volunteers(), body.reason());
    }

    @PostMapping("/makeup/{activity}/{sheet}/refusal")
    @Access(MAKEUP_APPROVE)
    @Operation(summary = "Refuse lines as the district, with the reason")
    void turnDown(
            Actor actor, @PathVariable @Tsid long activity, @PathVariable @Tsid long sheet, @RequestBody Chosen body) {
        office.refuse(actor, activity, sheet, body.volunteers(), body.reason());
    }

    /**
     * Answer to an entry.
     *
     * @param id which of the activity's sheets
     */
    record Entered(String id) {}

    /**
     * Chosen lines.
     *
     * @param volunteerIds whose
     * @param why the reason, where one is needed
     * @param proofHash SHA-256 of the proof that was seen, where there is one (confirmation)
     */
    record Chosen(
            @Nullable List<String> volunteerIds,
            @Nullable String why,
            @Nullable String proofHash) {

        Set<Long> volunteers() {
            Set<Long> ids = new LinkedHashSet<>();
            if (volunteerIds != null) {
                volunteerIds.forEach(id ->
                        ids.add(Ids.parse(id).orElseThrow(() -> new Refusal(EntryProblem.NOBODY).at("volunteerIds"))));
            }
            return ids;
        }

        String reason() {
            if (why == null || why.isBlank()) {
                throw new Refusal(EntryProblem.REASON_NEEDED).at("why");
            }
            return why;
        }
    }

    /**
     * An entry as sent.
     *
     * @param kind MANUAL, or MAKEUP with a proof
     * @param shiftId the shift
     * @param people who served, from when to when
     * @param why why the check-in is missing
     * @param shownBy what shows that they were there
     */
    record Entry(
            @Nullable EntryKind kind,
            @Nullable String shiftId,
            @Nullable List<Person> people,
            @Nullable String why,
            @Nullable String shownBy) {

        EntryDraft draft(long activityId) {
            long shift = shiftId == null
                    ? 0
                    : Ids.parse(shiftId).orElseThrow(() -> new Refusal(EntryProblem.SHIFT_UNKNOWN).at("shiftId"));
            return new EntryDraft(
                    activityId,
                    shift,
                    kind == null ? EntryKind.MANUAL : kind,
                    people == null
                            ? List.of()
                            : people.stream().map(Person::served).toList(),
                    why == null ? "" : why,
                    shownBy == null ? "" : shownBy);
        }
    }

    /**
     * A person as sent.
     *
     * @param volunteerId who
     * @param from arrival
     * @param to departure
     */
    record Person(
            @Nullable String volunteerId,
            @Nullable Instant from,
            @Nullable Instant to) {

        EntryDraft.Served served() {
            long volunteer = volunteerId == null
                    ? 0
                    : Ids.parse(volunteerId)
                            .orElseThrow(() -> new Refusal(EntryProblem.NUMBER_UNKNOWN, volunteerId).at("people"));
            if (from == null || to == null || !from.isBefore(to)) {
                throw new Refusal(EntryProblem.IMPOSSIBLE_TIME).at("people");
            }
            return new EntryDraft.Served(volunteer, new Period(from, to));
        }
    }
}
