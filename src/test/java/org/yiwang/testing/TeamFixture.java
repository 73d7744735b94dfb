package org.yiwang.testing;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.RegionCode;
import org.yiwang.organization.FiledWith;
import org.yiwang.organization.JoinPolicy;
import org.yiwang.organization.OrganizationApplications;
import org.yiwang.organization.OrganizationDraft;
import org.yiwang.organization.OrganizationReview;
import org.yiwang.volunteer.Registrant;
import org.yiwang.volunteer.Registration;
import org.yiwang.volunteer.VolunteerView;

/** Registered volunteers and approved teams for tests, made by the same commands that people use. */
public final class TeamFixture {

    /** A community of the demo city. */
    public static final String COMMUNITY = "420102015001";

    private static final AtomicInteger PERSONS = new AtomicInteger();

    private TeamFixture() {}

    /** A registered adult with an account of their own and {@link PeopleFixture#PASSWORD}. */
    public static VolunteerView volunteer(String name) {
        return City.bean(Registration.class)
                .open(
                        PeopleFixture.newMobile(),
                        PeopleFixture.PASSWORD,
                        Registrant.adult(name, idNumber(LocalDate.of(1990, 5, 1)), new RegionCode(COMMUNITY)));
    }

    /** The person behind a volunteer. */
    public static Actor actor(VolunteerView volunteer) {
        return PeopleFixture.actor(volunteer.contactAccountId());
    }

    /** A team filed with its community and approved; its applicant is the first administrator. */
    public static Team team() {
        return team(new RegionCode(COMMUNITY));
    }

    /** As {@link #team()}, in that community. */
    public static Team team(RegionCode community) {
        return team(volunteer("何队长"), community, null);
    }

    /** As {@link #team()}, led by that person and below that body. */
    public static Team team(VolunteerView leader, RegionCode community, @Nullable Long above) {
        Actor applicant = actor(leader);
        var applications = City.bean(OrganizationApplications.class);
        long id = applications.apply(
                applicant,
                new OrganizationDraft(
                        "花桥志愿队 " + Ids.text(Ids.next()),
                        community,
                        new OrganizationDraft.Standing("1", null, null, null, FiledWith.COMMUNITY),
                        new OrganizationDraft.About(
                                List.of(), List.of("01"), null, false, null, "邻里互助，清洁家园。", null, 20),
                        new OrganizationDraft.Contact("何队长", "027-82345678", true),
                        new OrganizationDraft.Joining(JoinPolicy.DIRECT, null),
                        above,
                        null),
                applications.honesty().version());
        City.bean(OrganizationReview.class)
                .approve(
                        Actor.SYSTEM,
                        id,
                        LocalDate.now(City.bean(java.time.Clock.class)).plusMonths(12),
                        null);
        return new Team(id, leader);
    }

    /** An identity number that is valid in form and that nobody has. */
    public static String idNumber(LocalDate birth) {
        int person = PERSONS.incrementAndGet();
        String body = "4201" + String.format(Locale.ROOT, "%02d", 2 + person / 999 % 80)
                + birth.toString().replace("-", "") + String.format(Locale.ROOT, "%03d", 1 + person % 999);
        int[] weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += weights[i] * (body.charAt(i) - '0');
        }
        return body + "10X98765432".charAt(sum % 11);
    }

    /**
     * A team.
     *
     * @param id its id
     * @param leader its first administrator
     */
    public record Team(long id, VolunteerView leader) {

        /** The administrator as an actor, with the rights of now. */
        public Actor admin() {
            return actor(leader);
        }
    }
}
