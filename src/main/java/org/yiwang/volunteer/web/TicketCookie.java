package org.yiwang.volunteer.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/** Carries a sealed ticket (a proved number) from page to page, under one path, for half an hour. */
enum TicketCookie {
    /** Between the two steps of joining. */
    JOIN("yw_join", "/join"),
    /** What waits for one's own answer. */
    CONFIRM("yw_confirm", "/confirm"),
    /** Looking at one's own data. */
    DATA("yw_data", "/me/data");

    private final String cookie;
    private final String path;

    TicketCookie(String cookie, String path) {
        this.cookie = cookie;
        this.path = path;
    }

    void set(HttpServletRequest request, HttpServletResponse response, String ticket) {
        write(request, response, ticket, Duration.ofMinutes(30));
    }

    void clear(HttpServletRequest request, HttpServletResponse response) {
        write(request, response, "", Duration.ZERO);
    }

    private void write(HttpServletRequest request, HttpServletResponse response, String value, Duration age) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(cookie, value)
                        .path(path)
                        .httpOnly(true)
                        .sameSite("Lax")
                        .secure(request.isSecure())
                        .maxAge(age)
                        .build()
                        .toString());
    }

    @Nullable
    String find(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? null
                : Arrays.stream(cookies)
                        .filter(c -> c.getName().equals(cookie) && !c.getValue().isEmpty())
                        .map(Cookie::getValue)
                        .findFirst()
                        .orElse(null);
    }
}
