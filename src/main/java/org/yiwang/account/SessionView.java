package org.yiwang.account;

import java.time.Instant;

/**
 * A sign-in as its owner sees it.
 *
 * @param id its id
 * @param kind browser or API
 * @param agent what the device is recognised by, for example {@code WeChat · Android}
 * @param address network address it came from
 * @param created when
 * @param expires when it ends in any case
 * @param current whether it is the one that asks
 */
public record SessionView(
        long id, SessionKind kind, String agent, String address, Instant created, Instant expires, boolean current) {}
