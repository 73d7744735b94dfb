package org.yiwang.dossier;

/**
 * Where an entry came from that was not recorded here.
 *
 * @param issuer the platform that vouches for it
 * @param verified whether the issuer's signature was checked; until then it is only claimed
 */
public record Origin(String issuer, boolean verified) {}
