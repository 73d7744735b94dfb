package org.yiwang.record.web;

import static org.yiwang.kernel.Permission.RECORD_ATTEST;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Tsid;
import org.yiwang.record.Proposal;
import org.yiwang.record.Raises;
import org.yiwang.record.RecordKey;
import org.yiwang.web.Access;

/** Corrections that raise a record and wait for a second person, over the API. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "records", description = "Service records: my hours, their totals and what explains them")
class RaiseApi {

    private final Raises raises;

    RaiseApi(Raises raises) {
        this.raises = raises;
    }

    @GetMapping("/activities/{activity}/raises")
    @Access(RECORD_ATTEST)
    @Operation(summary = "Corrections of an activity's records that raise them and wait for a second person")
    List<Waiting> waiting(Actor actor, @PathVariable @Tsid long activity) {
        return raises.waiting(actor, activity).stream()
                .map(p -> Waiting.of(p, raises.lapsesAt(p)))
                .toList();
    }

    @PostMapping("/volunteers/{volunteer}/records/{record}/proposals/confirmation")
    @Access(RECORD_ATTEST)
    @Operation(summary = "Confirm, as a second person of the organization, a correction that raises a record")
    void confirm(Actor actor, @PathVariable @Tsid long volunteer, @PathVariable @Tsid long record) {
        raises.confirm(actor, new RecordKey(volunteer, record));
    }

    @PostMapping("/volunteers/{volunteer}/records/{record}/proposals/turn-down")
    @Access(RECORD_ATTEST)
    @Operation(summary = "Turn such a correction down, with the reason that the volunteer reads")
    void turnDown(
            Actor actor,
            @PathVariable @Tsid long volunteer,
            @PathVariable @Tsid long record,
            @RequestBody RecordApi.Reason body) {
        raises.turnDown(actor, new RecordKey(volunteer, record), body.given());
    }

    /**
     * What waits.
     *
     * @param volunteerId whose record
     * @param recordId which
     * @param proposed what it would become
     * @param lapsesAt when it comes to nothing unless somebody confirms it
     */
    record Waiting(String volunteerId, String recordId, RecordApi.Proposed proposed, Instant lapsesAt) {

        static Waiting of(Proposal p, Instant lapsesAt) {
            return new Waiting(
                    Ids.text(p.key().volunteerId()), Ids.text(p.key().recordId()), RecordApi.Proposed.of(p), lapsesAt);
        }
    }
}
