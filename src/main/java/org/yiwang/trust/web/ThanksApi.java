package org.yiwang.trust.web;

import static org.yiwang.kernel.Permission.ANYONE;
import static org.yiwang.kernel.Permission.ATTENDANCE_MANAGE;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
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
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.Tsid;
import org.yiwang.trust.Thanks;
import org.yiwang.trust.TrustProblem;
import org.yiwang.web.Access;

/** The word of those served over the API: they need no account, only a code to a mobile number. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "thanks", description = "The word of those served: did the volunteers come?")
class ThanksApi {

    private static final int LONGEST_WORDS = 300;

    private final Thanks thanks;

    ThanksApi(Thanks thanks) {
        this.thanks = thanks;
    }

    @GetMapping("/activities/{id}/thanks")
    @Access(ATTENDANCE_MANAGE)
    @Operation(summary = "The token to show to those served, and what they have said so far, the latest first")
    Shown shown(Actor actor, @PathVariable @Tsid long id) {
        return new Shown(
                thanks.token(actor, id),
                thanks.said(actor, id).stream().map(Said::of).toList());
    }

    @GetMapping("/thanks/{token}")
    @Access(ANYONE)
    @Operation(summary = "What somebody who was served is asked about")
    Asked asked(@PathVariable String token) {
        Thanks.Asked asked = thanks.asked(token);
        return new Asked(
                asked.title(),
                asked.organizationName(),
                asked.place(),
                asked.period().start(),
                asked.period().end());
    }

    @PostMapping("/thanks/{token}/codes")
    @Access(ANYONE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Send the code that proves a mobile number")
    void code(@PathVariable String token, @RequestBody Word body, HttpServletRequest request) {
        thanks.sendCode(token, text(body.mobile), request.getRemoteAddr());
    }

    @PostMapping("/thanks/{token}")
    @Access(ANYONE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Say whether they came; one voice for each number and activity")
    void say(@PathVariable String token, @RequestBody Word body) {
        if (body.came == null) {
            throw new Refusal(TrustProblem.ANSWER_NEEDED).at("came");
        }
        String words = text(body.words).strip();
        int length = Math.min(LONGEST_WORDS, words.codePointCount(0, words.length()));
        thanks.say(
                token,
                text(body.mobile),
                text(body.code),
                new Thanks.Word(body.came, body.timeRight, words.substring(0, words.offsetByCodePoints(0, length))));
    }

    private static String text(@Nullable String given) {
        return Objects.requireNonNullElse(given, "");
    }

    /** What the organizer sees. */
    record Shown(String token, List<Said> said) {}

    /** A word as sent. */
    record Said(boolean came, @Nullable Boolean timeRight, String words, Instant at) {

        static Said of(Thanks.Said said) {
            return new Said(
                    said.word().came(), said.word().timeRight(), said.word().words(), said.at());
        }
    }

    /** What is asked about. */
    record Asked(String title, String organization, String place, Instant from, Instant to) {}

    /** A word with what proves the number. */
    record Word(
            @Nullable String mobile,
            @Nullable String code,
            @Nullable Boolean came,
            @Nullable Boolean timeRight,
            @Nullable String words) {}
}
