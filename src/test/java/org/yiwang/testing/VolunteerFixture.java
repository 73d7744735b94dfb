package org.yiwang.testing;

import java.time.LocalDate;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.RegionCode;
import org.yiwang.volunteer.Registrant;
import org.yiwang.volunteer.Registration;
import org.yiwang.volunteer.VolunteerView;

/** More registered volunteers for tests than {@link TeamFixture} makes, without passwords (hashing one takes long). */
public final class VolunteerFixture {

    private VolunteerFixture() {}

    /** A valid adult volunteer with an account that signs in by code only. */
    public static VolunteerView adult(String name) {
        return City.bean(Registration.class)
                .open(PeopleFixture.newMobile(), null, registrant(name, LocalDate.of(1985, 3, 5)));
    }

    /** A child below 14 in the care of the guardian. */
    public static VolunteerView ward(Actor guardian, String name, LocalDate born) {
        return City.bean(Registration.class).registerWard(guardian, registrant(name, born));
    }

    private static Registrant registrant(String name, LocalDate born) {
        return Registrant.adult(name, TeamFixture.idNumber(born), new RegionCode(TeamFixture.COMMUNITY));
    }
}
