package org.yiwang.web;

import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yiwang.kernel.Permission;
import org.yiwang.kernel.Problem;
import org.yiwang.kernel.Refusal;

/** Answers addresses under {@code /api/} that do not exist with problem JSON instead of a page. */
@RestController
@Hidden
class ApiFallback {

    @RequestMapping("/api/**")
    @Access(Permission.ANYONE)
    void nothingHere() {
        throw new Refusal(WebProblem.NO_SUCH_ADDRESS);
    }

    /** Refusals of the web layer itself. */
    enum WebProblem implements Problem {
        NO_SUCH_ADDRESS("request.no-such-address", Kind.NOT_FOUND),
        KEY_REUSED("request.key-reused", Kind.CONFLICT),
        TOO_LARGE("request.too-large", Kind.TOO_LARGE);

        private final String code;
        private final Kind kind;

        WebProblem(String code, Kind kind) {
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
