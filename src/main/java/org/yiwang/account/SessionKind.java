package org.yiwang.account;

/** How a session is carried. */
public enum SessionKind {
    /** By a cookie; forms carry a CSRF token. */
    BROWSER,
    /** By {@code Authorization: Bearer}. */
    API
}
