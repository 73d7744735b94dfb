package org.yiwang.attendance.web;

import static org.yiwang.kernel.Permission.ATTENDANCE_MANAGE;
import static org.yiwang.kernel.Permission.SIGNED_IN;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yiwang.attendance.AttendanceDesk;
import org.yiwang.attendance.AttendanceProblem;
import org.yiwang.attendance.CheckIns;
import org.yiwang.attendance.CheckIns.Scanned;
import org.yiwang.attendance.CodeShown;
import org.yiwang.attendance.Direction;
import org.yiwang.attendance.PairView;
import org.yiwang.attendance.Phone;
import org.yiwang.attendance.RosterLine;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.Tsid;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.volunteer.Volunteers;
import org.yiwang.web.Access;

/**
 * Attendance over the API. A repeated check is answered with the pair of the first one, so checks need no idempotency
 * key.
 */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "attendance", description = "Checking in and out, codes, the roster")
class AttendanceApi {

    private final CheckIns checkIns;
    private final AttendanceDesk desk;
    private final Volunteers volunteers;

    AttendanceApi(CheckIns checkIns, AttendanceDesk desk, Volunteers volunteers) {
        this.checkIns = checkIns;
        this.desk = desk;
        this.volunteers = volunteers;
    }

    @PostMapping("/activities/{activity}/check-ins")
    @Access(SIGNED_IN)
    @Operation(summary = "Check in or out by the scanned code, or by the six digits")
    Pair check(Actor actor, @PathVariable @Tsid long activity, @RequestBody CheckBody body) {
        long volunteerId = body.volunteerId() == null
                ? volunteers
                        .findByAccount(actor.accountId())
                        .map(VolunteerView::id)
                        .orElse(0L)
                : Ids.parse(body.volunteerId()).orElse(0L);
        Direction direction = given(body.direction(), "direction");
        Phone phone = new Phone(body.latitude(), body.longitude(), body.device(), body.statedAt());
        return Pair.of(
                body.code() != null
                        ? checkIns.scan(actor, volunteerId, activity, new Scanned(body.code(), false), direction, phone)
                        : checkIns.type(
                                actor,
                                volunteerId,
                                Optional.ofNullable(body.digits()).orElse(""),
                                direction,
                                phone));
    }

    @GetMapping("/activities/{activity}/code")
    @Access(ATTENDANCE_MANAGE)
    @Operation(summary = "The code to show now; it changes every 30 seconds")
    CodeShown code(Actor actor, @PathVariable @Tsid long activity) {
        return desk.code(actor, activity);
    }

    @GetMapping("/activities/{activity}/roster")
    @Access(ATTENDANCE_MANAGE)
    @Operation(summary = "Everybody with a place, with the checks made so far")
    List<Line> roster(Actor actor, @PathVariable @Tsid long activity) {
        return desk.roster(actor, activity).stream().map(Line::of).toList();
    }

    @PostMapping("/activities/{activity}/card-scans")
    @Access(ATTENDANCE_MANAGE)
    @Operation(summary = "Check a volunteer in or out by the code of the card")
    Pair scanCard(Actor actor, @PathVariable @Tsid long activity, @RequestBody CardBody body) {
        return Pair.of(desk.scanCard(actor, activity, given(body.card(), "card")));
    }

    @PostMapping("/activities/{activity}/ticks")
    @Access(ATTENDANCE_MANAGE)
    @Operation(summary = "Tick somebody on the roster, with a reason; makes honour time")
    Pair tick(Actor actor, @PathVariable @Tsid long activity, @RequestBody TickBody body) {
        return Pair.of(desk.tick(
                actor,
                activity,
                Ids.parse(given(body.volunteerId(), "volunteerId")).orElse(0L),
                given(body.direction(), "direction"),
                given(body.reason(), "reason")));
    }

    @PostMapping("/activities/{activity}/check-ins/{pair}/attestation")
    @Access(ATTENDANCE_MANAGE)
    @Operation(summary = "Attest when somebody left who did not check out; makes honour time")
    Pair attest(
            Actor actor,
            @PathVariable @Tsid long activity,
            @PathVariable @Tsid long pair,
            @RequestBody Attestation body) {
        return Pair.of(desk.attestLeaving(
                actor, activity, pair, given(body.leftAt(), "leftAt"), given(body.reason(), "reason")));
    }

    /** A check as sent: one of code and digits. Without a volunteer it is the caller's own. */
    record CheckBody(
            @Nullable String volunteerId,
            @Nullable Direction direction,
            @Nullable String code,
            @Nullable String digits,
            @Nullable Double latitude,
            @Nullable Double longitude,
            @Nullable String device,
            @Nullable Instant statedAt) {}

    /** A card as scanned. */
    record CardBody(@Nullable String card) {}

    /** A tick as sent. */
    record TickBody(
            @Nullable String volunteerId,
            @Nullable Direction direction,
            @Nullable String reason) {}

    /** An attestation as sent. */
    record Attestation(@Nullable Instant leftAt, @Nullable String reason) {}

    /** A field that may not be missing; refuses with {@code attendance.incomplete}. */
    private static <T> T given(@Nullable T value, String field) {
        if (value == null || value instanceof String text && text.isBlank()) {
            throw new Refusal(AttendanceProblem.INCOMPLETE).at(field);
        }
        return value;
    }

    /** A pair as sent. */
    record Pair(
            String id,
            String activityId,
            String shiftId,
            String volunteerId,
            PairView.State state,
            Instant cameAt,
            @Nullable Instant leftAt) {

        static Pair of(PairView p) {
            return new Pair(
                    Ids.text(p.pairId()),
                    Ids.text(p.activityId()),
                    Ids.text(p.shiftId()),
                    Ids.text(p.volunteerId()),
                    p.state(),
                    p.cameAt(),
                    p.leftAt());
        }
    }

    /** A line of the roster as sent. */
    record Line(
            String shiftId,
            String volunteerId,
            String number,
            String name,
            boolean here,
            boolean noShow,
            boolean far,
            boolean deviceReused,
            boolean late,
            List<Pair> pairs) {

        static Line of(RosterLine l) {
            return new Line(
                    Ids.text(l.shift().id()),
                    Ids.text(l.volunteer().id()),
                    l.volunteer().number(),
                    l.volunteer().name(),
                    l.here(),
                    l.noShow(),
                    l.far(),
                    l.deviceReused(),
                    l.late(),
                    l.pairs().stream().map(Pair::of).toList());
        }
    }
}
