package org.yiwang.volunteer;

/** By what somebody shows to be the one who was asked to confirm. */
public sealed interface Proof {

    /**
     * The secret out of the link in the text message.
     *
     * @param token what stands behind {@code /confirm/}
     */
    record Link(String token) implements Proof {}

    /**
     * A code to the number that was asked, for those who cannot open links.
     *
     * @param ticket from {@link Confirmations#prove}
     * @param volunteerId which of the registrations found for the number
     */
    record Code(String ticket, long volunteerId) implements Proof {}
}
