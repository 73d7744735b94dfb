package org.yiwang.certificate;

import java.time.Instant;

/**
 * Where hours went that stand in a certificate.
 *
 * @param platform name of the platform that certifies them now
 * @param at since when
 */
public record MovedTo(String platform, Instant at) {}
