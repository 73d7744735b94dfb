package org.yiwang.testing;

import java.time.LocalDate;
import java.util.List;
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
import org.yiwang.region.Regions;
import org.yiwang.volunteer.Registrant;
import org.yiwang.volunteer.Registration;

/** Teams and the volunteers who found them, made by the commands that people use. */
public final class OrganizationFixture {

    private static final AtomicInteger TEAMS = new AtomicInteger();

    private OrganizationFixture() {}

    /** A registered adult volunteer living in the first community of the district 420102, as an actor. */
    public static Actor volunteer(String name) {
        long account = PeopleFixture.account(name);
        City.bean(Registration.class)
                .register(
                        PeopleFixture.actor(account),
                        Registrant.adult(name, TeamFixture.idNumber(LocalDate.of(1990, 1, 1)), community("420102")));
        return PeopleFixture.actor(account);
    }

    /** The first community of a district. */
    public static RegionCode community(String district) {
        Regions regions = City.bean(Regions.class);
        RegionCode street =
                regions.children(new RegionCode(district)).getFirst().code();
        return regions.children(street).getFirst().code();
    }

    /** An application for a group filed with the community of the region; change what matters with the {@code with…} methods. */
    public static OrganizationDraft draft(RegionCode region) {
        return new OrganizationDraft(
                "测试队伍" + TEAMS.incrementAndGet() + " " + Ids.text(Ids.next()),
                region,
                new OrganizationDraft.Standing("1", null, null, null, FiledWith.COMMUNITY),
                about(null),
                new OrganizationDraft.Contact("陈晨", "13900000000", false),
                new OrganizationDraft.Joining(JoinPolicy.REVIEW, null),
                null,
                null);
    }

    /** What the drafts say of themselves. */
    public static OrganizationDraft.About about(OrganizationDraft.@Nullable Unit unit) {
        return new OrganizationDraft.About(
                List.of("neighbours"), List.of("01", "17"), unit, false, null, "邻里互助，每周六为老人理发。", null, null);
    }

    /** The same with another way to join. */
    public static OrganizationDraft with(OrganizationDraft d, JoinPolicy policy, @Nullable String passCode) {
        return new OrganizationDraft(
                d.name(),
                d.region(),
                d.standing(),
                d.about(),
                d.contact(),
                new OrganizationDraft.Joining(policy, passCode),
                d.lineParent(),
                d.areaParent());
    }

    /** The same below other organizations. */
    public static OrganizationDraft below(OrganizationDraft d, @Nullable Long line, @Nullable Long area) {
        return new OrganizationDraft(
                d.name(), d.region(), d.standing(), d.about(), d.contact(), d.joining(), line, area);
    }

    /** Applied for by the founder and approved by the program for a year. */
    public static long approved(Actor founder, OrganizationDraft draft) {
        OrganizationApplications applications = City.bean(OrganizationApplications.class);
        long id = applications.apply(founder, draft, applications.honesty().version());
        City.bean(OrganizationReview.class).approve(Actor.SYSTEM, id, today().plusYears(1), null);
        return id;
    }

    /** Today by the clock of the tests. */
    public static LocalDate today() {
        return LocalDate.now(City.bean(TestClock.class));
    }
}
