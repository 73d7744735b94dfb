package org.yiwang.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.yiwang.kernel.Actor;

/** Makes the {@link Page} of a request: language and mode from cookies, the notice that the last command left. */
@Component
class Pages {

    static final String ELDER_COOKIE = "yw_elder";
    private static final String NOTICE_COOKIE = "yw_notice";

    private final MessageSource messages;
    private final Clock clock;
    private final boolean demo;
    private final Unread unread;
    private final Assets assets;

    Pages(
            MessageSource messages,
            Clock clock,
            @Value("${yiwang.demo:false}") boolean demo,
            Unread unread,
            Assets assets) {
        this.messages = messages;
        this.clock = clock;
        this.demo = demo;
        this.unread = unread;
        this.assets = assets;
    }

    Page of(HttpServletRequest request, HttpServletResponse response) {
        Locale locale = RequestContextUtils.getLocale(request);
        CsrfToken csrf = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        Actor actor = Actors.find(request);
        boolean fragment = "true".equals(request.getHeader("HX-Request"))
                && !"true".equals(request.getHeader("HX-Boosted"))
                && !"true".equals(request.getHeader("HX-History-Restore-Request"));
        return new Page(
                messages,
                locale,
                cookie(request, ELDER_COOKIE) != null,
                demo,
                actor,
                pathOf(request),
                csrf == null ? "" : csrf.getToken(),
                csrf == null ? "" : csrf.getHeaderName(),
                fragment,
                takeNotice(request, response),
                actor == null || fragment ? 0 : unread.count(actor),
                clock,
                assets);
    }

    private static String pathOf(HttpServletRequest request) {
        Object original = request.getAttribute("jakarta.servlet.error.request_uri");
        String query = request.getQueryString();
        return original != null
                ? original.toString()
                : request.getRequestURI() + (query == null || query.isEmpty() ? "" : "?" + query);
    }

    @Nullable
    private static String takeNotice(HttpServletRequest request, HttpServletResponse response) {
        Object now = request.getAttribute(NOTICE_COOKIE);
        if (now != null) {
            return now.toString();
        }
        String key = cookie(request, NOTICE_COOKIE);
        if (key == null || !key.matches("[a-z][A-Za-z0-9.-]{0,80}")) {
            return null;
        }
        response.addHeader("Set-Cookie", NOTICE_COOKIE + "=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax");
        return key;
    }

    static void leaveNotice(HttpServletResponse response, String key) {
        response.addHeader("Set-Cookie", NOTICE_COOKIE + "=" + key + "; Path=/; Max-Age=60; HttpOnly; SameSite=Lax");
    }

    @Nullable
    static String cookie(HttpServletRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? null
                : Arrays.stream(cookies)
                        .filter(c -> c.getName().equals(name) && !c.getValue().isEmpty())
                        .map(Cookie::getValue)
                        .findFirst()
                        .orElse(null);
    }
}
