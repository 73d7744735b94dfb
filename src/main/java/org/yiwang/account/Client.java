package org.yiwang.account;

import org.jspecify.annotations.Nullable;

/**
 * Where a sign-in comes from.
 *
 * @param kind browser or API
 * @param address network address of the client
 * @param agent its User-Agent header, if it sent one
 */
public record Client(
        SessionKind kind, String address, @Nullable String agent) {}
