package org.yiwang.volunteer.web;

import static org.yiwang.kernel.Permission.SIGNED_IN;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Tsid;
import org.yiwang.volunteer.Rests;
import org.yiwang.volunteer.Volunteers;
import org.yiwang.web.Access;

/** Rests over the API, for the person or a minor's guardian. */
@RestController
@RequestMapping("/api/v1/volunteers/{volunteer}/rest")
@Tag(name = "volunteers")
class RestApi {

    private final Rests rests;
    private final Volunteers volunteers;

    RestApi(Rests rests, Volunteers volunteers) {
        this.rests = rests;
        this.volunteers = volunteers;
    }

    @GetMapping
    @Access(SIGNED_IN)
    @Operation(summary = "Whether a volunteer rests, and until when")
    RestJson get(Actor actor, @PathVariable @Tsid long volunteer) {
        volunteers.require(actor, volunteer);
        return rests.find(volunteer)
                .map(rest -> new RestJson(true, rest.since(), rest.until()))
                .orElse(new RestJson(false, null, null));
    }

    @PutMapping
    @Access(SIGNED_IN)
    @Operation(summary = "Take a rest until a day, or without one until coming back")
    RestJson begin(Actor actor, @PathVariable @Tsid long volunteer, @RequestBody RestBody body) {
        rests.begin(actor, volunteer, body.until());
        return get(actor, volunteer);
    }

    @DeleteMapping
    @Access(SIGNED_IN)
    @Operation(summary = "Come back")
    RestJson end(Actor actor, @PathVariable @Tsid long volunteer) {
        rests.end(actor, volunteer);
        return get(actor, volunteer);
    }

    /**
     * What is asked.
     *
     * @param until the last day, null to leave it open
     */
    record RestBody(@Nullable LocalDate until) {}

    /**
     * A rest.
     *
     * @param resting whether the person rests now
     * @param since from when
     * @param until the last day, null if open
     */
    record RestJson(
            boolean resting,
            @Nullable Instant since,
            @Nullable LocalDate until) {}
}
