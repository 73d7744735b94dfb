package org.yiwang.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which lines of the audit trail are wanted; blank and null ask for all.
 *
 * @param who part of the name of the person who acted
 * @param accountId the person who acted
 * @param what beginning of the deed, for example {@code organization.} or {@code personal-data.look}
 * @param subject part of the subject
 * @param from first moment
 * @param to moment after the last
 * @param page from 1
 */
public record AuditFilter(
        String who,
        @Nullable Long accountId,
        String what,
        String subject,
        @Nullable Instant from,
        @Nullable Instant to,
        int page) {}
