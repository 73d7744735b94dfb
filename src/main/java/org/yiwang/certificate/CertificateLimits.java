package org.yiwang.certificate;

/**
 * Rule {@code certificate.limits}: how large certificates may be.
 *
 * @param mostRecords most records that one certificate sums up
 * @param mostInPdf most records that are listed one by one; the sums are always of all of them
 * @param mostPerDay most certificates made for one person in a day
 */
public record CertificateLimits(int mostRecords, int mostInPdf, int mostPerDay) {

    static final String KEY = "certificate.limits";
}
