package org.yiwang.web;

import jakarta.servlet.http.HttpServletResponse;

/** Where a browser goes after a command was carried out. */
public final class Then {

    private Then() {}

    /** Go to the page (a path of this site) and show the message there once. Answered 303, so that reloading is harmless. */
    public static String go(HttpServletResponse response, String path, String noticeKey) {
        Pages.leaveNotice(response, noticeKey);
        return "redirect:" + path;
    }
}
