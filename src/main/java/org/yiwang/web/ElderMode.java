package org.yiwang.web;

import jakarta.servlet.http.HttpServletResponse;

/** Elder mode (长辈版): large type and targets, one column, reading aloud. Remembered by the browser for a year. */
public final class ElderMode {

    private static final long YEAR_SECONDS = 365L * 24 * 60 * 60;

    private ElderMode() {}

    /** Turns the mode on or off for this browser. */
    public static void turn(HttpServletResponse response, boolean on) {
        response.addHeader(
                "Set-Cookie",
                Pages.ELDER_COOKIE + "=" + (on ? "1" : "") + "; Path=/; Max-Age=" + (on ? YEAR_SECONDS : 0)
                        + "; HttpOnly; SameSite=Lax");
    }
}
