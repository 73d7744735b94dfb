package org.yiwang.exchange;

import java.time.Instant;

/**
 * What a receiver signs when it has taken in everything of somebody who moves.
 *
 * @param format always {@value #FORMAT}
 * @param passport number of the passport at its issuer
 * @param sha256 of the passport's file, hexadecimal
 * @param issuer origin of the issuer
 * @param receiver origin of the receiver
 * @param at when it was signed
 * @param totals of the records of the passport that count at the receiver
 */
record Receipt(
        String format,
        String passport,
        String sha256,
        String issuer,
        String receiver,
        Instant at,
        Passport.Totals totals) {

    static final String FORMAT = "yiwang receipt v1";
}
