package org.yiwang.signup.web;

import static org.yiwang.kernel.Permission.SIGN_UP_DECIDE;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Tsid;
import org.yiwang.signup.Announcement;
import org.yiwang.signup.Announcements;
import org.yiwang.signup.SignUpDesk;
import org.yiwang.web.Access;
import org.yiwang.web.Idempotency;

/** The organizer's side of signing up over the API. */
@RestController
@RequestMapping("/api/v1/activities/{activity}")
@Tag(name = "sign-up desk", description = "Deciding, inviting, noting who did not come")
class SignUpDeskApi {

    private final SignUpDesk desk;
    private final Announcements announcements;
    private final Idempotency idempotency;

    SignUpDeskApi(SignUpDesk desk, Announcements announcements, Idempotency idempotency) {
        this.desk = desk;
        this.announcements = announcements;
        this.idempotency = idempotency;
    }

    @GetMapping("/sign-ups")
    @Access(SIGN_UP_DECIDE)
    @Operation(summary = "Everybody signed up, shift by shift")
    List<Roster> list(Actor actor, @PathVariable @Tsid long activity) {
        return desk.rosters(actor, activity).stream().map(Roster::of).toList();
    }

    @PostMapping("/sign-ups/{signUp}/decision")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(SIGN_UP_DECIDE)
    @Operation(summary = "Accepts an application, or refuses it with a reason that the person is told")
    void decide(
            Actor actor,
            @PathVariable @Tsid long activity,
            @PathVariable @Tsid long signUp,
            @RequestBody Verdict verdict) {
        if (verdict.accept()) {
            desk.accept(actor, activity, signUp);
        } else {
            desk.refuse(actor, activity, signUp, verdict.reason() == null ? "" : verdict.reason());
        }
    }

    @PostMapping("/sign-ups/{signUp}/no-show")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(SIGN_UP_DECIDE)
    @Operation(summary = "Notes, in or after the shift, that somebody did not come, or takes that back")
    void noShow(
            Actor actor, @PathVariable @Tsid long activity, @PathVariable @Tsid long signUp, @RequestBody NoShow note) {
        if (note.came()) {
            desk.cameAfterAll(actor, activity, signUp);
        } else {
            desk.noShow(actor, activity, signUp);
        }
    }

    @PostMapping("/shifts/{shift}/invitations")
    @ResponseStatus(HttpStatus.CREATED)
    @Access(SIGN_UP_DECIDE)
    @Operation(summary = "Invites a volunteer by the unified number; only the person can accept")
    SignUpApi.Answer invite(
            Actor actor,
            @PathVariable @Tsid long activity,
            @PathVariable @Tsid long shift,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody Invitation invitation) {
        return idempotency.once(
                actor,
                key,
                "signup.invite " + Ids.text(shift) + " " + invitation.number(),
                SignUpApi.Answer.class,
                () -> SignUpApi.Answer.of(
                        desk.invite(actor, activity, shift, invitation.number(), invitation.words())));
    }

    /** What to tell whom. */
    record Telling(
            Announcement.@Nullable Audience audience,
            @Nullable String text,
            @Nullable Boolean urgent) {}

    /** How many people were told. */
    record Told(int recipients) {}

    @PostMapping("/announcements")
    @ResponseStatus(HttpStatus.CREATED)
    @Access(SIGN_UP_DECIDE)
    @Operation(summary = "Tells everybody with a place, on the waiting list, or both; limited per day")
    Told announce(
            Actor actor,
            @PathVariable @Tsid long activity,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody Telling body) {
        return idempotency.once(
                actor,
                key,
                "signup.announce " + Ids.text(activity),
                Told.class,
                () -> new Told(announcements.send(
                        actor,
                        activity,
                        body.audience() == null ? Announcement.Audience.ALL : body.audience(),
                        body.text() == null ? "" : body.text(),
                        Boolean.TRUE.equals(body.urgent()))));
    }

    @GetMapping("/announcements")
    @Access(SIGN_UP_DECIDE)
    @Operation(summary = "What was told so far, the last first")
    List<Announcement> announcements(Actor actor, @PathVariable @Tsid long activity) {
        return announcements.list(actor, activity);
    }

    /** A decision. */
    record Verdict(boolean accept, @Nullable String reason) {}

    /** Whether somebody came after all. */
    record NoShow(boolean came) {}

    /** Whom to invite, and with which words. */
    record Invitation(String number, @Nullable String words) {}

    /** The sign-ups of a shift. */
    record Roster(String shiftId, String post, int capacity, int taken, int waiting, List<Entry> entries) {

        static Roster of(SignUpDesk.ShiftRoster r) {
            return new Roster(
                    Ids.text(r.shift().id()),
                    r.shift().postName(),
                    r.places().capacity(),
                    r.places().taken(),
                    r.places().waiting(),
                    r.entries().stream().map(Entry::of).toList());
        }
    }

    /** A sign-up with the person. */
    record Entry(SignUpApi.Answer signUp, String number, String name) {

        static Entry of(SignUpDesk.Entry e) {
            return new Entry(SignUpApi.Answer.of(e.signUp()), e.person().number(), e.name());
        }
    }
}
