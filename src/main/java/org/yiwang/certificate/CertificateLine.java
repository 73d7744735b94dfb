package org.yiwang.certificate;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A certificate in a list.
 *
 * @param number its number
 * @param name whose
 * @param issuedAt when it was made
 * @param from day of the first service in it
 * @param to day of the last
 * @param voidSince since when it does not count, null while it does
 */
public record CertificateLine(
        String number,
        String name,
        Instant issuedAt,
        LocalDate from,
        LocalDate to,
        @Nullable Instant voidSince) {}
