package org.yiwang.account;

/**
 * A person withdrew a consent; whoever relies on it stops. Published inside the transaction that withdraws.
 *
 * @param accountId who
 * @param document key of the text, for example {@link Consents#SENSITIVE_DATA}
 */
public record ConsentWithdrawn(long accountId, String document) {}
