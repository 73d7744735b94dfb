package org.yiwang.activity.web;

import static org.yiwang.kernel.Permission.ACTIVITY_MANAGE;
import static org.yiwang.kernel.Permission.ANYONE;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yiwang.activity.Activities;
import org.yiwang.activity.ActivityCorrections;
import org.yiwang.activity.ActivityProblem;
import org.yiwang.activity.Correction;
import org.yiwang.activity.PublicChange;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.Tsid;
import org.yiwang.web.Access;

/** Correcting what is public and ending it early, over the API. */
@RestController
@RequestMapping("/api/v1/activities/{id}")
@Tag(name = "activities")
class ActivityCorrectionApi {

    private final ActivityCorrections corrections;
    private final Activities activities;

    ActivityCorrectionApi(ActivityCorrections corrections, Activities activities) {
        this.corrections = corrections;
        this.activities = activities;
    }

    @GetMapping("/changes")
    @Access(ANYONE)
    @Operation(summary = "What was corrected since it became public, with when and why; the last first")
    List<PublicChange> changes(@PathVariable @Tsid long id) {
        if (!activities.detail(id).isPublic()) {
            throw new Refusal(ActivityProblem.UNKNOWN);
        }
        return activities.changes(id);
    }

    record Texts(
            @Nullable String description,
            @Nullable String address,
            ActivityBody.@Nullable ContactBody contact,
            @Nullable Set<String> protections,
            @Nullable String reason) {}

    @PostMapping("/corrections")
    @Access(ACTIVITY_MANAGE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Correct texts of a public activity; what is left out stays; everybody signed up is told")
    void correct(Actor actor, @PathVariable @Tsid long id, @RequestBody Texts body) {
        Correction now = corrections.get(actor, id);
        corrections.correct(
                actor,
                id,
                new Correction(
                        body.description == null ? now.description() : body.description,
                        body.address == null ? now.address() : body.address,
                        body.contact == null ? now.contact() : body.contact.contact(),
                        body.protections == null ? now.protections() : body.protections),
                ActivityBody.orEmpty(body.reason));
    }

    record Shorter(@Nullable Instant until, @Nullable String reason) {}

    @PostMapping("/cut-short")
    @Access(ACTIVITY_MANAGE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "End a running activity early, now if no moment is given; what was served stays")
    void cutShort(Actor actor, @PathVariable @Tsid long id, @RequestBody Shorter body) {
        corrections.cutShort(actor, id, body.until, ActivityBody.orEmpty(body.reason));
    }
}
