package org.yiwang.signup.web;

import static org.yiwang.kernel.Permission.ANYONE;
import static org.yiwang.kernel.Permission.SIGNED_IN;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.Tsid;
import org.yiwang.signup.MySignUp;
import org.yiwang.signup.ShiftPlaces;
import org.yiwang.signup.SignUpProblem;
import org.yiwang.signup.SignUpView;
import org.yiwang.signup.SignUps;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.volunteer.Volunteers;
import org.yiwang.web.Access;

/**
 * Signing up over the API. The rush comes in here: the handler opens no transaction of its own, the key goes into the
 * row of the sign-up.
 */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "sign-ups", description = "Applying for shifts, withdrawing, answering invitations")
class SignUpApi {

    private final SignUps signUps;
    private final Volunteers volunteers;

    SignUpApi(SignUps signUps, Volunteers volunteers) {
        this.signUps = signUps;
        this.volunteers = volunteers;
    }

    @PostMapping("/activities/{activity}/shifts/{shift}/sign-ups")
    @Access(SIGNED_IN)
    @Operation(
            summary = "Applies for a shift; answered after the commit: ACCEPTED, WAITING with its position, or APPLIED")
    Answer apply(
            Actor actor,
            @PathVariable @Tsid long activity,
            @PathVariable @Tsid long shift,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody(required = false) @Nullable Wish wish) {
        return Answer.of(signUps.apply(
                actor,
                volunteer(actor, wish == null ? null : wish.volunteerId()),
                activity,
                shift,
                wish == null ? null : wish.passCode(),
                key));
    }

    @DeleteMapping("/activities/{activity}/shifts/{shift}/sign-ups")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(SIGNED_IN)
    @Operation(summary = "Gives the place or the position up, declines an offer or an invitation")
    void withdraw(
            Actor actor,
            @PathVariable @Tsid long activity,
            @PathVariable @Tsid long shift,
            @RequestParam(required = false) @Nullable String volunteerId) {
        signUps.withdraw(actor, volunteer(actor, volunteerId), activity, shift);
    }

    @PostMapping("/activities/{activity}/shifts/{shift}/invitation")
    @Access(SIGNED_IN)
    @Operation(summary = "Answers an invitation")
    Answer answer(
            Actor actor, @PathVariable @Tsid long activity, @PathVariable @Tsid long shift, @RequestBody Reply reply) {
        return Answer.of(signUps.answerInvitation(
                actor, volunteer(actor, reply.volunteerId()), activity, shift, reply.accept()));
    }

    @PostMapping("/activities/{activity}/shifts/{shift}/offer")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(SIGNED_IN)
    @Operation(summary = "Keeps a place that came from the waiting list; to decline it, withdraw")
    void keep(
            Actor actor,
            @PathVariable @Tsid long activity,
            @PathVariable @Tsid long shift,
            @RequestBody(required = false) @Nullable Wish wish) {
        signUps.keep(actor, volunteer(actor, wish == null ? null : wish.volunteerId()), activity, shift);
    }

    @GetMapping("/sign-ups")
    @Access(SIGNED_IN)
    @Operation(summary = "Sign-ups of a volunteer for whom the caller may act that are not over yet, soonest first")
    Mine mine(Actor actor, @RequestParam(required = false) @Nullable String volunteerId) {
        VolunteerView person = volunteers.require(actor, volunteer(actor, volunteerId));
        return new Mine(signUps.mine(person.id()).stream().map(Line::of).toList(), 1, false);
    }

    @GetMapping("/activities/{activity}/places")
    @Access(ANYONE)
    @Operation(summary = "How full each shift of a public activity is")
    List<Places> places(@PathVariable @Tsid long activity) {
        return signUps.places(activity).values().stream()
                .map(Places::of)
                .sorted(java.util.Comparator.comparing(Places::shiftId))
                .toList();
    }

    private long volunteer(Actor actor, @Nullable String id) {
        return id != null
                ? Ids.parse(id).orElseThrow(() -> new Refusal(SignUpProblem.NOT_YOURS))
                : volunteers
                        .findByAccount(actor.accountId())
                        .orElseThrow(() -> new Refusal(SignUpProblem.NOT_VALID_VOLUNTEER))
                        .id();
    }

    /** What may come with an application. Without a volunteer the caller is meant. */
    record Wish(@Nullable String volunteerId, @Nullable String passCode) {}

    /** The answer to an invitation. */
    record Reply(@Nullable String volunteerId, boolean accept) {}

    /** A sign-up. */
    record Answer(
            String id,
            String activityId,
            String shiftId,
            String volunteerId,
            SignUpView.State state,
            @Nullable Integer position,
            Instant at) {

        static Answer of(SignUpView s) {
            return new Answer(
                    Ids.text(s.id()),
                    Ids.text(s.activityId()),
                    Ids.text(s.shiftId()),
                    Ids.text(s.volunteerId()),
                    s.state(),
                    s.position(),
                    s.at());
        }
    }

    /** One's sign-ups. */
    record Mine(List<Line> items, int page, boolean more) {}

    /** A sign-up with when and where. */
    record Line(
            Answer signUp,
            @Nullable String title,
            @Nullable String post,
            Instant start,
            Instant end,
            boolean offered,
            @Nullable String invitation) {

        static Line of(MySignUp mine) {
            return new Line(
                    Answer.of(mine.signUp()),
                    mine.activity() == null ? null : mine.activity().title(),
                    mine.shift() == null ? null : mine.shift().postName(),
                    mine.period().start(),
                    mine.period().end(),
                    mine.offered(),
                    mine.words());
        }
    }

    /** How full a shift is. */
    record Places(String shiftId, int capacity, int taken, int waiting) {

        static Places of(ShiftPlaces p) {
            return new Places(Ids.text(p.shiftId()), p.capacity(), p.taken(), p.waiting());
        }
    }
}
