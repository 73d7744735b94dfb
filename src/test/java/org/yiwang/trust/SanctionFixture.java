package org.yiwang.trust;

import java.time.LocalDate;
import org.yiwang.kernel.Ids;
import org.yiwang.testing.City;
import org.yiwang.testing.FoundCases;
import org.yiwang.testing.TestClock;
import org.yiwang.testing.VolunteerFixture;
import org.yiwang.trust.SanctionStore.Sanction;
import org.yiwang.trust.SanctionView.Subject;
import org.yiwang.volunteer.VolunteerView;

/** Sanctions of people, for tests of modules above: written as if an office had imposed them. */
public final class SanctionFixture {

    private SanctionFixture() {}

    /** A mark for a year from today, resting on a case about the activity. */
    public static void mark(VolunteerView person, long activityId) {
        TestClock clock = City.bean(TestClock.class);
        LocalDate today = LocalDate.now(clock);
        City.bean(SanctionStore.class)
                .insert(
                        new Sanction(
                                Ids.next(),
                                Subject.volunteer(person.id()),
                                person.accountId(),
                                VolunteerFixture.COMMUNITY,
                                "mark",
                                false,
                                "替人签到",
                                FoundCases.upheld(activityId),
                                null,
                                today.plusMonths(12),
                                0,
                                1,
                                4,
                                today,
                                null,
                                null),
                        clock.instant());
    }
}
