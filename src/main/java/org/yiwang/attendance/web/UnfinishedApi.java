package org.yiwang.attendance.web;

import static org.yiwang.kernel.Permission.SIGNED_IN;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yiwang.attendance.AttendanceProblem;
import org.yiwang.attendance.CheckIns;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.Tsid;
import org.yiwang.web.Access;

/** One's own check-ins without a check-out, over JSON. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "attendance")
class UnfinishedApi {

    private final CheckIns checkIns;

    UnfinishedApi(CheckIns checkIns) {
        this.checkIns = checkIns;
    }

    @GetMapping("/volunteers/{volunteer}/unfinished-check-ins")
    @Access(SIGNED_IN)
    @Operation(summary = "Where the person is now, and check-outs that were forgotten")
    List<AttendanceApi.Pair> unfinished(Actor actor, @PathVariable @Tsid long volunteer) {
        return checkIns.unfinished(actor, volunteer).stream()
                .map(AttendanceApi.Pair::of)
                .toList();
    }

    @PostMapping("/activities/{activity}/check-ins/{pair}/left")
    @Access(SIGNED_IN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Say when one left after forgetting to check out; the organizer then attests it")
    void sayWhenLeft(
            Actor actor, @PathVariable @Tsid long activity, @PathVariable @Tsid long pair, @RequestBody Left body) {
        Instant leftAt = body.leftAt;
        if (leftAt == null) {
            throw new Refusal(AttendanceProblem.INCOMPLETE).at("leftAt");
        }
        String why = Objects.requireNonNullElse(body.why, "").strip();
        checkIns.sayWhenLeft(actor, activity, pair, leftAt, why.substring(0, Math.min(300, why.length())));
    }

    /** When one left, and why one forgot. */
    record Left(@Nullable Instant leftAt, @Nullable String why) {}
}
