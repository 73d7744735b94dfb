package org.yiwang.web;

import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Label;
import org.yiwang.kernel.Refusal;

/** Refusals and faults of the API as RFC 9457 problem JSON: {@code type}, {@code title}, {@code status}, {@code code}. */
@RestControllerAdvice(annotations = RestController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiRefusals {

    private static final Logger log = LoggerFactory.getLogger(ApiRefusals.class);

    private final MessageSource messages;

    ApiRefusals(MessageSource messages) {
        this.messages = messages;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(Refusal refusal, Locale locale) {
        String code = refusal.problem().code();
        ProblemDetail body = problem(
                HttpStatusCode.valueOf(refusal.problem().kind().status()),
                code,
                messages.getMessage(
                        "problem." + code, Label.named(refusal.args().toArray(), locale), locale));
        if (refusal.field() != null) {
            body.setProperty("field", refusal.field());
        }
        return ResponseEntity.status(body.getStatus()).body(body);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> failed(Exception fault, Locale locale) {
        if (refusalBehind(fault) instanceof Refusal refusal) {
            return refused(refusal, locale);
        }
        if (fault instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            ProblemDetail body = problem(known.getStatusCode(), "request.malformed", malformed(locale));
            body.setDetail(known.getBody().getDetail());
            return ResponseEntity.status(body.getStatus()).body(body);
        }
        if (fault instanceof org.springframework.http.converter.HttpMessageNotReadableException
                || fault instanceof org.springframework.beans.TypeMismatchException
                || NoText.isBehind(fault)) {
            return ResponseEntity.badRequest()
                    .body(problem(HttpStatus.BAD_REQUEST, "request.malformed", malformed(locale)));
        }
        String incident = Ids.text(Ids.next());
        log.error("Incident {}", incident, fault);
        return ResponseEntity.internalServerError()
                .body(problem(
                        HttpStatus.INTERNAL_SERVER_ERROR,
                        "request.failed",
                        messages.getMessage("problem.request.failed", new Object[] {incident}, locale)));
    }

    /** A body beyond the limit is noticed while it is read: the reader's fault wraps the refusal. */
    @Nullable
    private static Refusal refusalBehind(Throwable fault) {
        Throwable cause = fault.getCause();
        for (int depth = 0; cause != null && depth < 10; depth++) {
            if (cause instanceof Refusal refusal && refusal.problem() == ApiFallback.WebProblem.TOO_LARGE) {
                return refusal;
            }
            cause = cause.getCause();
        }
        return null;
    }

    private String malformed(Locale locale) {
        return messages.getMessage("problem.request.malformed", null, locale);
    }

    static ProblemDetail problem(HttpStatusCode status, String code, String title) {
        ProblemDetail body = ProblemDetail.forStatus(status);
        body.setType(URI.create("/problems/" + code));
        body.setTitle(title);
        body.setProperty("code", code);
        return body;
    }
}
