package org.yiwang.account.web;

import static org.yiwang.kernel.Permission.ANYONE;
import static org.yiwang.kernel.Permission.SIGNED_IN;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.util.WebUtils;
import org.yiwang.account.Accounts;
import org.yiwang.account.Client;
import org.yiwang.account.DemoSignIns;
import org.yiwang.account.SecondFactor;
import org.yiwang.account.SessionCookie;
import org.yiwang.account.SessionKind;
import org.yiwang.account.Sessions;
import org.yiwang.account.SignIn;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Permission;
import org.yiwang.kernel.Problem;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.Scope;
import org.yiwang.web.Access;
import org.yiwang.web.Form;
import org.yiwang.web.Qr;
import org.yiwang.web.Then;

/** Signing in and out. Every step is a plain form. */
@Controller
class SignInPages {

    private static final String HALF_WAY = "yw_half_way";

    private final SignIn signIn;
    private final Sessions sessions;
    private final Accounts accounts;
    private final @Nullable DemoSignIns demo;

    SignInPages(SignIn signIn, Sessions sessions, Accounts accounts, ObjectProvider<DemoSignIns> demo) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.accounts = accounts;
        this.demo = demo.getIfAvailable();
    }

    @GetMapping("/sign-in")
    @Access(ANYONE)
    String show(Form form, @Nullable Actor actor, Model model) {
        if (actor != null) {
            return "redirect:" + LocalPath.of(form.value("next")).orElse("/me");
        }
        return form.value("by").equals("code") ? code(form, false, model) : password(form, model);
    }

    @PostMapping("/sign-in")
    @Access(ANYONE)
    String byPassword(
            Form form, @Nullable Actor actor, HttpServletRequest request, HttpServletResponse response, Model model) {
        String mobile = form.text("mobile", 1, 30);
        String password =
                form.values("password").isEmpty() ? "" : form.values("password").getFirst();
        if (password.isEmpty()) {
            form.fail("password", "form.required");
        }
        return form.submit(
                response,
                () -> next(signIn.byPassword(mobile, password, client(request)), form, actor, request, response),
                () -> password(form, model));
    }

    @PostMapping("/sign-in/code")
    @Access(ANYONE)
    String sendCode(Form form, HttpServletRequest request, HttpServletResponse response, Model model) {
        String mobile = form.text("mobile", 1, 30);
        return form.submit(
                response,
                () -> {
                    signIn.sendCode(mobile, request.getRemoteAddr());
                    return code(form.with("code", ""), true, model);
                },
                () -> code(form, form.ticked("sent"), model));
    }

    @PostMapping("/sign-in/code/check")
    @Access(ANYONE)
    String byCode(
            Form form, @Nullable Actor actor, HttpServletRequest request, HttpServletResponse response, Model model) {
        String mobile = form.text("mobile", 1, 30);
        String code = form.text("code", 1, 20);
        return form.submit(
                response,
                () -> next(signIn.byCode(mobile, code, client(request)), form, actor, request, response),
                () -> code(form, true, model));
    }

    @GetMapping("/sign-in/second")
    @Access(ANYONE)
    String secondFactor(Form form, HttpServletRequest request) {
        return halfWay(request) == null ? "redirect:/sign-in" : "account/second-factor";
    }

    @PostMapping("/sign-in/second")
    @Access(ANYONE)
    String withSecondFactor(
            Form form, @Nullable Actor actor, HttpServletRequest request, HttpServletResponse response, Model model) {
        String mark = halfWay(request);
        String code = form.text("code", 1, 30);
        if (mark == null) {
            return "redirect:/sign-in";
        }
        return form.submit(
                response,
                () -> arrived(signIn.withSecondFactor(mark, code, client(request)), form, actor, request, response),
                () -> "account/second-factor");
    }

    @GetMapping("/sign-in/set-up")
    @Access(ANYONE)
    String setUp(Form form, HttpServletRequest request, Model model) {
        String mark = halfWay(request);
        return mark == null ? "redirect:/sign-in" : setUpPage(mark, model);
    }

    @PostMapping("/sign-in/set-up")
    @Access(ANYONE)
    String withNewSecondFactor(
            Form form, @Nullable Actor actor, HttpServletRequest request, HttpServletResponse response, Model model) {
        String mark = halfWay(request);
        String code = form.text("code", 1, 30);
        if (mark == null) {
            return "redirect:/sign-in";
        }
        return form.submit(
                response,
                () -> {
                    SignIn.SetUp done = signIn.withNewSecondFactor(mark, code, client(request));
                    String to = arrived(done.session(), form, actor, request, response);
                    model.addAttribute("codes", done.recoveryCodes());
                    model.addAttribute("onward", to.substring("redirect:".length()));
                    return "account/recovery-codes";
                },
                () -> setUpPage(mark, model));
    }

    @GetMapping("/sign-in/forgot")
    @Access(ANYONE)
    String forgot(Form form, Model model) {
        return forgot(form, false, model);
    }

    @PostMapping("/sign-in/forgot")
    @Access(ANYONE)
    String sendResetCode(Form form, HttpServletRequest request, HttpServletResponse response, Model model) {
        String mobile = form.text("mobile", 1, 30);
        return form.submit(
                response,
                () -> {
                    signIn.sendResetCode(mobile, request.getRemoteAddr());
                    return forgot(form.with("code", ""), true, model);
                },
                () -> forgot(form, form.ticked("sent"), model));
    }

    @PostMapping("/sign-in/forgot/reset")
    @Access(ANYONE)
    String reset(Form form, HttpServletResponse response, Model model) {
        String mobile = form.text("mobile", 1, 30);
        String code = form.text("code", 1, 20);
        String password = NewPassword.read(form);
        return form.submit(
                response,
                () -> {
                    signIn.resetPassword(mobile, code, password);
                    return Then.go(response, "/sign-in", "account.notice.password-set");
                },
                () -> forgot(form, true, model));
    }

    @PostMapping("/sign-out")
    @Access(SIGNED_IN)
    String signOut(Actor actor, HttpServletRequest request, HttpServletResponse response) {
        sessions.end(actor, actor.sessionId());
        SessionCookie.clear(request, response);
        return Then.go(response, "/", "account.notice.signed-out");
    }

    /** Where a form without its token ends: it was open for too long, or another site sent it. */
    @RequestMapping("/form-expired")
    @Access(ANYONE)
    String formExpired() {
        throw new Refusal(FormProblem.EXPIRED);
    }

    /** Where a form with files ends that is too large to be read at all. */
    @GetMapping("/files-too-large")
    @Access(ANYONE)
    String filesTooLarge() {
        throw new Refusal(FormProblem.TOO_LARGE);
    }

    private String password(Form form, Model model) {
        model.addAttribute("byCode", false);
        return page(form, false, model);
    }

    private String code(Form form, boolean sent, Model model) {
        model.addAttribute("byCode", true);
        return page(form, sent, model);
    }

    private String page(Form form, boolean sent, Model model) {
        model.addAttribute("sent", sent);
        model.addAttribute("demo", demo == null ? List.of() : demo.list());
        model.addAttribute("next", LocalPath.of(form.value("next")).orElse(""));
        return "account/sign-in";
    }

    private static String forgot(Form form, boolean sent, Model model) {
        model.addAttribute("sent", sent);
        return "account/forgot";
    }

    private String setUpPage(String mark, Model model) {
        SecondFactor.Enrolment enrolment = signIn.setUp(mark);
        model.addAttribute("secret", enrolment.secret());
        model.addAttribute("qr", Qr.svg(enrolment.uri()));
        model.addAttribute("action", "/sign-in/set-up");
        return "account/set-up";
    }

    private String next(
            SignIn.Outcome outcome,
            Form form,
            @Nullable Actor before,
            HttpServletRequest request,
            HttpServletResponse response) {
        return switch (outcome) {
            case SignIn.Outcome.SignedIn(var session) -> arrived(session, form, before, request, response);
            case SignIn.Outcome.SecondFactorAsked(String mark) -> {
                mark(request, response, mark);
                yield "redirect:/sign-in/second" + nextQuery(form);
            }
            case SignIn.Outcome.SetUpAsked(String mark) -> {
                mark(request, response, mark);
                yield "redirect:/sign-in/set-up" + nextQuery(form);
            }
        };
    }

    private static String nextQuery(Form form) {
        return LocalPath.of(form.value("next"))
                .map(path -> "?next=" + java.net.URLEncoder.encode(path, java.nio.charset.StandardCharsets.UTF_8))
                .orElse("");
    }

    private String arrived(
            Sessions.Signed session,
            Form form,
            @Nullable Actor before,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (before != null) {
            sessions.end(before, before.sessionId());
        }
        mark(request, response, "");
        SessionCookie.set(request, response, session);
        return "redirect:" + LocalPath.of(form.value("next")).orElseGet(() -> door(session.accountId()));
    }

    /** The door that a person is most likely after. */
    private String door(long accountId) {
        Actor actor = accounts.actor(accountId);
        boolean office = actor.grants().stream().anyMatch(g -> g.scope() instanceof Scope.InRegion);
        if (office) {
            return actor.may(Permission.ORGANIZATION_REVIEW) ? "/gov" : "/audit";
        }
        return actor.may(Permission.ACTIVITY_MANAGE) ? "/desk" : "/me";
    }

    @Nullable
    private static String halfWay(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, HALF_WAY);
        return cookie == null || cookie.getValue().isEmpty() ? null : cookie.getValue();
    }

    private static void mark(HttpServletRequest request, HttpServletResponse response, String mark) {
        if (mark.isEmpty() && halfWay(request) == null) {
            return;
        }
        response.addHeader(
                "Set-Cookie",
                ResponseCookie.from(HALF_WAY, mark)
                        .path("/sign-in")
                        .httpOnly(true)
                        .sameSite("Lax")
                        .secure(request.isSecure())
                        .maxAge(mark.isEmpty() ? Duration.ZERO : Duration.ofMinutes(10))
                        .build()
                        .toString());
    }

    private static Client client(HttpServletRequest request) {
        return new Client(SessionKind.BROWSER, request.getRemoteAddr(), request.getHeader("User-Agent"));
    }

    /** A form cannot be accepted as it came. */
    enum FormProblem implements Problem {
        EXPIRED("access.form-expired", Kind.FORBIDDEN),
        TOO_LARGE("access.files-too-large", Kind.INVALID);

        private final String code;
        private final Kind kind;

        FormProblem(String code, Kind kind) {
            this.code = code;
            this.kind = kind;
        }

        @Override
        public String code() {
            return code;
        }

        @Override
        public Kind kind() {
            return kind;
        }
    }
}
