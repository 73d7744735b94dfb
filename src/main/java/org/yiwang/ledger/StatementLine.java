package org.yiwang.ledger;

import java.time.Instant;

/**
 * A line of an account's statement.
 *
 * @param entry amount and running balance
 * @param transferId the transfer that made it
 * @param kind how that came about
 * @param memo what for
 * @param at when
 */
public record StatementLine(Entry entry, long transferId, TransferKind kind, String memo, Instant at) {}
