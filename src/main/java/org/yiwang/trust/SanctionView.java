package org.yiwang.trust;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.yiwang.kernel.Label;

/**
 * A sanction.
 *
 * @param id its id
 * @param subject against whom
 * @param name of the person or organization
 * @param kind its name
 * @param bansManualEntry whether nothing may be entered by hand meanwhile
 * @param reason why
 * @param basis the decided case that it rests on, null in sanctions from before
 * @param caseNumber a file in words, in sanctions from before
 * @param ruleVersion version of {@code trust.sanctions} under which it was imposed
 * @param imposedOn since when
 * @param endsOn the first day without it, null for a word only
 * @param minutesToRegain minutes of credit time to be served before it ends
 * @param minutesServed minutes served since
 * @param state where it stands
 * @param liftedAt when it was lifted
 * @param liftReason why
 */
public record SanctionView(
        long id,
        Subject subject,
        String name,
        Label kind,
        boolean bansManualEntry,
        String reason,
        DecidedCases.@Nullable Decided basis,
        @Nullable String caseNumber,
        int ruleVersion,
        LocalDate imposedOn,
        @Nullable LocalDate endsOn,
        int minutesToRegain,
        long minutesServed,
        State state,
        @Nullable Instant liftedAt,
        @Nullable String liftReason) {

    /** Where a sanction stands. */
    public enum State {
        /** It holds. */
        IN_FORCE,
        /** It is over. */
        OVER,
        /** It was lifted. */
        LIFTED
    }

    /**
     * Against whom.
     *
     * @param kind person or organization
     * @param id which
     */
    public record Subject(Kind kind, long id) {

        /** A volunteer. */
        public static Subject volunteer(long id) {
            return new Subject(Kind.VOLUNTEER, id);
        }

        /** An organization or team. */
        public static Subject organization(long id) {
            return new Subject(Kind.ORGANIZATION, id);
        }
    }

    /** Against whom a sanction can be. */
    public enum Kind {
        /** A volunteer, and the account that person enters with. */
        VOLUNTEER,
        /** An organization or team, and those below it. */
        ORGANIZATION
    }
}
