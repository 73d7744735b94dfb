package org.yiwang.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/** The cookie that carries a session's token. Not readable by scripts, not sent along by other sites' forms. */
public final class SessionCookie {

    /** Its name. */
    public static final String NAME = "yw_session";

    private SessionCookie() {}

    /** Sets it; the browser forgets it 400 days after the last visit, the token in it holds shorter. */
    public static void set(HttpServletRequest request, HttpServletResponse response, Sessions.Signed signed) {
        write(request, response, signed.token(), Duration.ofDays(400));
    }

    /** Takes it away. */
    public static void clear(HttpServletRequest request, HttpServletResponse response) {
        write(request, response, "", Duration.ZERO);
    }

    private static void write(HttpServletRequest request, HttpServletResponse response, String value, Duration maxAge) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(NAME, value)
                        .path("/")
                        .httpOnly(true)
                        .sameSite("Lax")
                        .secure(request.isSecure())
                        .maxAge(maxAge)
                        .build()
                        .toString());
    }
}
