package org.yiwang.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Refusal;

/** Refusals that no form could show beside a field: a page that says why and leads on; to sign-in if that is missing. */
@ControllerAdvice(annotations = Controller.class)
class PageRefusals {

    @ExceptionHandler
    ModelAndView refused(Refusal refusal, HttpServletRequest request, HttpServletResponse response) {
        if (refusal.problem() == Actor.AccessProblem.SIGN_IN_FIRST) {
            String query = request.getQueryString();
            String back = "GET".equals(request.getMethod())
                    ? request.getRequestURI() + (query == null ? "" : "?" + query)
                    : "/";
            String signIn = "/sign-in?next=" + URLEncoder.encode(back, StandardCharsets.UTF_8);
            if ("true".equals(request.getHeader("HX-Request"))) {
                response.setHeader("HX-Redirect", signIn);
                response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
                return new ModelAndView();
            }
            return new ModelAndView("redirect:" + signIn);
        }
        response.setStatus(refusal.problem().kind().status());
        boolean sent = !"GET".equals(request.getMethod());
        return new ModelAndView("web/refused", Map.of("refusal", refusal, "sent", sent));
    }

    /** A mistyped address: a value in it is not of its kind, or is missing. It leads nowhere, and nothing is at fault. */
    @ExceptionHandler({MethodArgumentTypeMismatchException.class, MissingServletRequestParameterException.class})
    ModelAndView mistyped() {
        return new ModelAndView("web/error", Map.of("status", HttpStatus.NOT_FOUND.value()), HttpStatus.NOT_FOUND);
    }

    /** What is no text leads to the page of what makes no sense; faults are faults. */
    @ExceptionHandler
    ModelAndView unreadable(DataAccessException fault) {
        if (!NoText.isBehind(fault)) {
            throw fault;
        }
        HttpStatus status = HttpStatus.BAD_REQUEST;
        return new ModelAndView("web/error", Map.of("status", status.value()), status);
    }
}
