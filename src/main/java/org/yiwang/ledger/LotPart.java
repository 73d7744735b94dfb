package org.yiwang.ledger;

/**
 * Part of a lot: what a hold keeps of it, or what a transfer put into it or, as a negative number, took out.
 *
 * @param lotId which lot
 * @param amount how much
 */
record LotPart(long lotId, long amount) {}
