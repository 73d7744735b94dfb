package org.yiwang.account;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.yiwang.web.Actors;
import org.yiwang.web.BodyLimit;

/**
 * Finds out who is behind a request and sets the security headers. In the hot path it costs one HMAC and one look into
 * a map; it never writes. Pages take the session cookie, the API takes only the bearer token: so an API call needs no
 * CSRF token, and a foreign site cannot make one in somebody's name.
 */
final class SessionFilter implements Filter {

    private static final String BEARER = "Bearer ";

    private final Sessions sessions;
    private final boolean api;

    @Nullable
    private final BodyLimit bodies;

    private final String contentPolicy;
    private final long mostUpload;

    /**
     * For the API or for pages.
     *
     * @param bodies how much of a body is read; null for pages, whose forms the server bounds
     * @param mostUpload bytes of a form with files
     */
    SessionFilter(Sessions sessions, @Nullable BodyLimit bodies, String contentPolicy, long mostUpload) {
        this.sessions = sessions;
        this.api = bodies != null;
        this.bodies = bodies;
        this.contentPolicy = contentPolicy;
        this.mostUpload = mostUpload;
    }

    @Override
    public void doFilter(ServletRequest plainRequest, ServletResponse plainResponse, FilterChain chain)
            throws IOException, ServletException {
        if (plainRequest.getDispatcherType() == DispatcherType.REQUEST) {
            HttpServletRequest request = (HttpServletRequest) plainRequest;
            HttpServletResponse response = (HttpServletResponse) plainResponse;
            headers(request, response);
            if (!api && isTooLarge(request)) {
                response.setStatus(HttpServletResponse.SC_SEE_OTHER);
                response.setHeader("Location", "/files-too-large");
                return;
            }
            if (!api && isForeignPost(request)) {
                request.getRequestDispatcher("/form-expired").forward(request, response);
                return;
            }
            if (bodies != null) {
                byBearer(request, response);
                HttpServletRequest bounded = bodies.bounded(request, response, Actors.find(request) != null);
                if (bounded != null) {
                    chain.doFilter(bounded, plainResponse);
                }
                return;
            }
            if (!isStatic(request.getRequestURI())) {
                byCookie(request, response);
            }
            if (isParts(request) && Actors.find(request) == null) {
                // Nobody who is not signed in has a file to send; the parts would be read before anything is refused.
                response.setStatus(HttpServletResponse.SC_SEE_OTHER);
                response.setHeader("Location", "/sign-in");
                return;
            }
        }
        chain.doFilter(plainRequest, plainResponse);
    }

    /** Of a form with files beyond what is read at all nothing can be read, its token neither; the page there says so. */
    private boolean isTooLarge(HttpServletRequest request) {
        return request.getContentLengthLong() > mostUpload && isParts(request);
    }

    private static boolean isParts(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

    private void byBearer(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        String header = request.getHeader("Authorization");
        if (header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            Sessions.Carried carried =
                    sessions.carrier(header.substring(BEARER.length()).strip());
            if (carried == null) {
                response.setHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"");
            } else {
                Actors.put(request, carried.live().actor());
            }
        }
    }

    private void byCookie(HttpServletRequest request, HttpServletResponse response) {
        String token = cookie(request);
        Sessions.Carried carried = token == null ? null : sessions.carrier(token);
        if (carried == null) {
            response.setHeader("Cache-Control", "no-cache, private");
            return;
        }
        // What a signed-in person saw must not come back from the browser's store after signing out.
        response.setHeader("Cache-Control", "no-store");
        Actors.put(request, carried.live().actor());
        Sessions.Signed renewed = sessions.renewed(carried);
        if (renewed != null) {
            SessionCookie.set(request, response, renewed);
        }
    }

    private void headers(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("X-Content-Type-Options", "nosniff");
        if (request.isSecure()) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
        if (!api) {
            response.setHeader("Content-Security-Policy", contentPolicy);
            response.setHeader("Referrer-Policy", "same-origin");
            response.setHeader("X-Frame-Options", "DENY");
            response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
            response.setHeader("Permissions-Policy", "camera=(self), geolocation=(self), microphone=(), payment=()");
        }
    }

    /** Browsers say so when another site sends a form; the CSRF token is the second line, for browsers that do not. */
    private static boolean isForeignPost(HttpServletRequest request) {
        String method = request.getMethod();
        return !method.equals("GET")
                && !method.equals("HEAD")
                && "cross-site".equals(request.getHeader("Sec-Fetch-Site"));
    }

    private static boolean isStatic(String path) {
        return path.startsWith("/css/")
                || path.startsWith("/js/")
                || path.startsWith("/img/")
                || path.startsWith("/webjars/")
                || path.startsWith("/actuator/");
    }

    @Nullable
    private static String cookie(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(SessionCookie.NAME)) {
                    return cookie.getValue();
                }
            }
        }
        return null;
    }
}
