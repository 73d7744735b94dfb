package org.yiwang.attendance.web;

import static org.yiwang.kernel.Permission.ANYONE;
import static org.yiwang.kernel.Permission.SIGNED_IN;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.yiwang.activity.Activities;
import org.yiwang.attendance.CheckIns;
import org.yiwang.attendance.CheckIns.Scanned;
import org.yiwang.attendance.Direction;
import org.yiwang.attendance.PairView;
import org.yiwang.attendance.Phone;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.Tsid;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.volunteer.Volunteers;
import org.yiwang.web.Access;
import org.yiwang.web.Form;
import org.yiwang.web.Idempotency;
import org.yiwang.web.Then;

/** Checking in and out on one's own phone: the page that a scanned code opens, and the page for typing six digits. */
@Controller
class CheckInPages {

    static final String DEVICE_COOKIE = "yw_device";
    private static final String GRANT_COOKIE = "yw_scanned";
    private static final Pattern SIX_DIGITS = Pattern.compile("\\d{6}");

    private final CheckIns checkIns;
    private final Activities activities;
    private final Volunteers volunteers;
    private final Clock clock;
    private final Idempotency idempotency;
    private final MessageSource messages;

    CheckInPages(
            CheckIns checkIns,
            Activities activities,
            Volunteers volunteers,
            Clock clock,
            Idempotency idempotency,
            MessageSource messages) {
        this.checkIns = checkIns;
        this.activities = activities;
        this.volunteers = volunteers;
        this.clock = clock;
        this.idempotency = idempotency;
        this.messages = messages;
    }

    /** What the activity's QR picture opens. Reading it earns ten minutes, so that signing in costs nobody the check. */
    @GetMapping("/a/{token}")
    @Access(ANYONE)
    String scanned(
            @PathVariable String token,
            @Nullable Actor actor,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        String device = device(request, response);
        String grant;
        long activityId;
        try {
            activityId = checkIns.read(token);
            grant = checkIns.grant(activityId, actor, device);
        } catch (Refusal refusal) {
            String earlier = cookie(request, GRANT_COOKIE);
            Optional<Long> again = earlier == null ? Optional.empty() : activityOf(earlier, actor, device);
            if (earlier == null || again.isEmpty()) {
                throw refusal;
            }
            activityId = again.get();
            grant = earlier;
        }
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(GRANT_COOKIE, grant)
                        .path("/")
                        .httpOnly(true)
                        .sameSite("Lax")
                        .maxAge(Duration.ofMinutes(10))
                        .build()
                        .toString());
        model.addAttribute("activity", activities.get(activityId));
        model.addAttribute("token", token);
        model.addAttribute("people", actor == null ? List.of() : people(actor, activityId));
        model.addAttribute("form", Form.empty());
        return "attendance/scanned";
    }

    @PostMapping("/a/{token}")
    @Access(SIGNED_IN)
    String scan(
            @PathVariable String token,
            Actor actor,
            Form form,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        String grant = cookie(request, GRANT_COOKIE);
        Phone phone = phone(form, request, response);
        Optional<Long> scanned = grant == null ? Optional.empty() : activityOf(grant, actor, phone.device());
        Scanned code = grant == null || scanned.isEmpty() ? new Scanned(token, false) : new Scanned(grant, true);
        long volunteerId = volunteer(form);
        Direction direction = form.choice("direction", Direction.class);
        try {
            PairView pair = checkIns.scan(actor, volunteerId, null, code, direction, phone);
            return Then.go(response, "/me/check-in", noticeOf(pair));
        } catch (Refusal refusal) {
            if (scanned.isEmpty()) {
                throw refusal;
            }
            response.setStatus(refusal.problem().kind().status());
            model.addAttribute("activity", activities.get(scanned.get()));
            model.addAttribute("token", token);
            model.addAttribute("people", people(actor, scanned.get()));
            model.addAttribute("form", form.refuse(refusal));
            return "attendance/scanned";
        }
    }

    @GetMapping("/me/check-in")
    @Access(SIGNED_IN)
    String checkIn(Actor actor, Model model) {
        return page(actor, Form.empty(), model);
    }

    @PostMapping("/me/check-in")
    @Access(SIGNED_IN)
    String type(Actor actor, Form form, HttpServletRequest request, HttpServletResponse response, Model model) {
        long volunteerId = volunteer(form);
        Direction direction = form.choice("direction", Direction.class);
        String digits = halfWidth(form.value("digits"));
        if (!SIX_DIGITS.matcher(digits).matches()) {
            form.fail("digits", "attendance.six-digits");
        }
        return form.submit(
                () -> {
                    PairView pair =
                            checkIns.type(actor, volunteerId, digits, direction, phone(form, request, response));
                    return Then.go(response, "/me/check-in", noticeOf(pair));
                },
                () -> page(actor, form, model));
    }

    /**
     * Takes a check that the phone kept while it had no network. Repeats with the same key are answered as the first; what
     * is refused is refused for good, and says so in words.
     */
    @PostMapping("/me/check-in/later")
    @Access(SIGNED_IN)
    @ResponseBody
    Later later(Actor actor, Form form, HttpServletRequest request, HttpServletResponse response, Locale locale) {
        Phone phone = phone(form, request, response);
        Direction direction = form.value("direction").equals("OUT") ? Direction.OUT : Direction.IN;
        return idempotency.once(actor, form.value("key"), "attendance.later", Later.class, () -> {
            try {
                PairView pair =
                        checkIns.type(actor, volunteer(form), halfWidth(form.value("digits")), direction, phone);
                return new Later(true, messages.getMessage(noticeOf(pair), null, locale));
            } catch (Refusal refusal) {
                return new Later(
                        false,
                        messages.getMessage(
                                "problem." + refusal.problem().code(),
                                org.yiwang.kernel.Label.named(refusal.args().toArray(), locale),
                                locale));
            }
        });
    }

    /**
     * What became of a check that was sent later.
     *
     * @param done whether it counts
     * @param text what to tell the person
     */
    record Later(boolean done, String text) {}

    @PostMapping("/me/check-in/{activity}/{pair}/left")
    @Access(SIGNED_IN)
    String sayWhenLeft(
            Actor actor,
            @PathVariable @Tsid long activity,
            @PathVariable @Tsid long pair,
            Form form,
            HttpServletResponse response,
            Model model) {
        Instant leftAt = form.moment("leftAt", clock.getZone());
        String why = form.text("why", 0, 300);
        return form.submit(
                () -> checkIns.sayWhenLeft(actor, activity, pair, leftAt, why),
                () -> Then.go(response, "/me/check-in", "attendance.said"),
                () -> page(actor, form, model));
    }

    private String page(Actor actor, Form form, Model model) {
        List<VolunteerView> people = volunteers.actingFor(actor);
        List<Unfinished> unfinished = new ArrayList<>();
        for (VolunteerView person : people) {
            checkIns.unfinished(actor, person.id())
                    .forEach(p -> unfinished.add(new Unfinished(
                            p,
                            person,
                            activities.get(p.activityId()).title(),
                            p.shiftEnd().isBefore(clock.instant()))));
        }
        model.addAttribute("people", people);
        model.addAttribute("unfinished", unfinished);
        model.addAttribute("form", form);
        return "attendance/check-in";
    }

    private List<Someone> people(Actor actor, long activityId) {
        return volunteers.actingFor(actor).stream()
                .map(v -> new Someone(
                        v, checkIns.unfinished(actor, v.id()).stream().anyMatch(p -> p.activityId() == activityId)))
                .toList();
    }

    private Optional<Long> activityOf(String grant, @Nullable Actor actor, @Nullable String device) {
        try {
            return Optional.of(checkIns.readGrant(grant, actor, device));
        } catch (Refusal _) {
            return Optional.empty();
        }
    }

    @Nullable
    private static Instant statedAt(Form form) {
        try {
            return form.value("statedAt").isEmpty() ? null : Instant.parse(form.value("statedAt"));
        } catch (java.time.format.DateTimeParseException _) {
            return null;
        }
    }

    private static long volunteer(Form form) {
        return Ids.parse(form.value("volunteer")).orElse(0L);
    }

    private static String noticeOf(PairView pair) {
        return pair.leftAt() == null ? "attendance.is-in" : "attendance.is-out";
    }

    private static String halfWidth(String text) {
        return text.codePoints()
                .filter(c -> !Character.isWhitespace(c))
                .map(c -> c >= '０' && c <= '９' ? c - '０' + '0' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** The device's mark, given on first use. */
    private static String device(HttpServletRequest request, HttpServletResponse response) {
        String device = cookie(request, DEVICE_COOKIE);
        if (device == null) {
            device = java.util.UUID.randomUUID().toString();
            response.addHeader(
                    HttpHeaders.SET_COOKIE,
                    ResponseCookie.from(DEVICE_COOKIE, device)
                            .path("/")
                            .httpOnly(true)
                            .sameSite("Lax")
                            .maxAge(Duration.ofDays(400))
                            .build()
                            .toString());
        }
        return device;
    }

    /** The position if the phone sent one, and the device's mark. */
    private static Phone phone(Form form, HttpServletRequest request, HttpServletResponse response) {
        Form position =
                Form.empty().with("latitude", form.value("latitude")).with("longitude", form.value("longitude"));
        return new Phone(
                position.optionalDecimal("latitude", -90, 90).orElse(null),
                position.optionalDecimal("longitude", -180, 180).orElse(null),
                device(request, response),
                statedAt(form));
    }

    @Nullable
    private static String cookie(HttpServletRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? null
                : Arrays.stream(cookies)
                        .filter(c -> c.getName().equals(name))
                        .map(Cookie::getValue)
                        .findFirst()
                        .orElse(null);
    }
}
