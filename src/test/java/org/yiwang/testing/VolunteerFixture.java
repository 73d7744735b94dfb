package org.yiwang.testing;

import java.time.LocalDate;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.RegionCode;
import org.yiwang.volunteer.Registrant;
import org.yiwang.volunteer.Registration;
import org.yiwang.volunteer.VolunteerView;

/** More registered volunteers for tests than {@link TeamFixture} makes, without passwords (hashing one takes long). */
public final class VolunteerFixture {

    /** Where they live. */
    public static final RegionCode COMMUNITY = new RegionCode(TeamFixture.COMMUNITY);

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

    /** The volunteer, or for a ward the guardian, as an actor. */
    public static Actor actor(VolunteerView volunteer) {
        return PeopleFixture.actor(volunteer.contactAccountId());
    }

    /** Somebody born in May of that year, with an identity number of their own, who agrees to everything. */
    public static Registrant registrant(String name, int bornIn) {
        return registrant(name, LocalDate.of(bornIn, 5, 6));
    }

    /** An identity number that nobody has, valid in form. */
    public static String newIdNumber(LocalDate born) {
        return TeamFixture.idNumber(born);
    }

    private static Registrant registrant(String name, LocalDate born) {
        return Registrant.adult(name, newIdNumber(born), COMMUNITY);
    }
}
