package org.yiwang.activity.web;

import static org.yiwang.kernel.Permission.ACTIVITY_MANAGE;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yiwang.activity.ActivityDesk;
import org.yiwang.activity.ActivityProblem;
import org.yiwang.activity.ActivityView.State;
import org.yiwang.activity.Extension;
import org.yiwang.activity.ShiftMove;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.Tsid;
import org.yiwang.web.Access;

/** Running activities over the API: calling off, moving, extending, closing. */
@RestController
@RequestMapping("/api/v1/activities/{id}")
@Tag(name = "activities")
class ActivityRunApi {

    private final ActivityDesk desk;

    ActivityRunApi(ActivityDesk desk) {
        this.desk = desk;
    }

    record Reason(@Nullable String reason) {}

    @PostMapping("/cancel")
    @Access(ACTIVITY_MANAGE)
    @Operation(summary = "Call it off before it begins, or give a draft up")
    ActivityJson.Now cancel(Actor actor, @PathVariable @Tsid long id, @RequestBody Reason body) {
        desk.cancel(actor, id, ActivityBody.orEmpty(body.reason));
        return new ActivityJson.Now(State.CANCELLED);
    }

    record Moves(@Nullable List<Move> shifts, @Nullable String reason) {}

    record Move(@Nullable String id, ActivityBody.@Nullable ShiftBody time) {}

    @PostMapping("/postpone")
    @Access(ACTIVITY_MANAGE)
    @Operation(summary = "Move shifts that have not begun to new times")
    void postpone(Actor actor, @PathVariable @Tsid long id, @RequestBody Moves body) {
        List<ShiftMove> moves = (body.shifts == null ? List.<Move>of() : body.shifts)
                .stream()
                        .map(m -> {
                            if (m.time == null) {
                                throw new Refusal(ActivityProblem.SHIFT_FORM).at("shifts");
                            }
                            return new ShiftMove(ActivityBody.required(m.id, "shifts"), m.time.period());
                        })
                        .toList();
        desk.postpone(actor, id, moves, ActivityBody.orEmpty(body.reason));
    }

    record Longer(
            @Nullable LocalDate until,
            @Nullable String postId,
            @Nullable List<ActivityBody.ShiftBody> shifts,
            @Nullable String reason) {}

    @PostMapping("/extend")
    @Access(ACTIVITY_MANAGE)
    @Operation(summary = "Let it run on after its end, once, with further shifts of a post")
    void extend(Actor actor, @PathVariable @Tsid long id, @RequestBody Longer body) {
        if (body.until == null) {
            throw new Refusal(ActivityProblem.TEXT_MISSING).at("until");
        }
        desk.extend(
                actor,
                id,
                new Extension(
                        body.until,
                        ActivityBody.required(body.postId, "postId"),
                        (body.shifts == null ? List.<ActivityBody.ShiftBody>of() : body.shifts)
                                .stream().map(ActivityBody.ShiftBody::shift).toList(),
                        ActivityBody.orEmpty(body.reason)));
    }

    record Capacity(int capacity) {}

    @PutMapping("/shifts/{shift}/capacity")
    @Access(ACTIVITY_MANAGE)
    @Operation(summary = "Change how many volunteers a public shift takes; not below those who have a place")
    void capacity(
            Actor actor, @PathVariable @Tsid long id, @PathVariable @Tsid long shift, @RequestBody Capacity body) {
        desk.changeCapacity(actor, id, shift, body.capacity);
    }

    record Summary(
            @Nullable String done,
            int servedPeople,
            @Nullable String remarks) {}

    @PostMapping("/close")
    @Access(ACTIVITY_MANAGE)
    @Operation(summary = "Close it after its last shift with a summary; hours count from then on")
    ActivityJson.Now close(Actor actor, @PathVariable @Tsid long id, @RequestBody Summary body) {
        desk.close(actor, id, ActivityBody.orEmpty(body.done), body.servedPeople, ActivityBody.orEmpty(body.remarks));
        return new ActivityJson.Now(State.CLOSED);
    }
}
