package org.yiwang.record;

/**
 * Rule {@code record.proposal}: how long before it is carried out a correction that lowers what counts is told (domain
 * F14).
 *
 * @param days whole days from the moment it is proposed
 */
record ProposalRule(int days) {}
