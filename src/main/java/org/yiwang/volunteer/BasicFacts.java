package org.yiwang.volunteer;

/**
 * What of the basic facts (Order 67 art. 5) stands with the registration only, for the person to read.
 *
 * @param sex code of the table {@code sex}
 * @param documentType code of the table {@code id-type}
 * @param maskedDocument 110***********1234
 * @param maskedMobile 138****5678, of the person or the guardian
 */
public record BasicFacts(String sex, String documentType, String maskedDocument, String maskedMobile) {}
