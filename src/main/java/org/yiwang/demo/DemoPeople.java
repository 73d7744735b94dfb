package org.yiwang.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.yiwang.account.Accounts;
import org.yiwang.account.Grants;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.RegionCode;
import org.yiwang.organization.FiledWith;
import org.yiwang.organization.HowChosen;
import org.yiwang.organization.JoinPolicy;
import org.yiwang.organization.Memberships;
import org.yiwang.organization.OrganizationApplications;
import org.yiwang.organization.OrganizationDesk;
import org.yiwang.organization.OrganizationDraft;
import org.yiwang.organization.OrganizationReview;
import org.yiwang.organization.Post;
import org.yiwang.organization.PostDraft;
import org.yiwang.region.RegionView;
import org.yiwang.region.Regions;
import org.yiwang.volunteer.Registrant;
import org.yiwang.volunteer.Registration;
import org.yiwang.volunteer.VolunteerView;

/** Registers the people of the demo city and founds its teams, by the same commands that real people use. */
@Component
@ConditionalOnProperty("yiwang.demo")
class DemoPeople {

    private static final Logger log = LoggerFactory.getLogger(DemoPeople.class);
    private static final RegionCode HOME = new RegionCode("420102015001");

    private final DemoClock clock;
    private final Accounts accounts;
    private final Grants grants;
    private final Regions regions;
    private final Registration registration;
    private final OrganizationApplications applications;
    private final OrganizationReview review;
    private final OrganizationDesk desk;
    private final Memberships memberships;

    DemoPeople(
            DemoClock clock,
            Accounts accounts,
            Grants grants,
            Regions regions,
            Registration registration,
            OrganizationApplications applications,
            OrganizationReview review,
            OrganizationDesk desk,
            Memberships memberships) {
        this.clock = clock;
        this.accounts = accounts;
        this.grants = grants;
        this.regions = regions;
        this.registration = registration;
        this.applications = applications;
        this.review = review;
        this.desk = desk;
        this.memberships = memberships;
    }

    Town settle(Instant now, DemoCity.Size size) {
        Invented invented = new Invented(20261121);
        clock.set(now.minus(Duration.ofDays(100)));
        LocalDate today = LocalDate.now(clock);
        List<RegionView> communities = communities();
        for (Cast one : Cast.values()) {
            if (one.isStaff()) {
                long account = accounts.open(one.mobile(), one.fullName(), Cast.PASSWORD);
                one.grants().forEach(g -> grants.give(Actor.SYSTEM, account, g.role(), g.scope(), "demo"));
            }
        }
        List<VolunteerView> volunteers = new ArrayList<>();
        for (Cast one : Cast.values()) {
            if (!one.isStaff()) {
                volunteers.add(registration.open(
                        one.mobile(),
                        Cast.PASSWORD,
                        Registrant.adult(
                                one.fullName(), invented.idNumber(invented.birth(today, 28, 45)), home(communities))));
            }
        }
        VolunteerView guardian = volunteers.get(Cast.GUARDIAN.ordinal());
        registration.registerWard(
                accounts.actor(guardian.contactAccountId()),
                Registrant.adult("王小满", invented.idNumber(invented.birth(today, 10, 12)), guardian.residence()));
        volunteers.addAll(register(invented, today, communities, size.volunteers()));
        log.info("{} volunteers", volunteers.size());
        List<Town.Team> teams = found(invented, communities, volunteers, size.teams());
        log.info("{} teams", teams.size());
        return new Town(
                volunteers,
                teams,
                accounts.actor(
                        accounts.findByMobile(Cast.CITY.mobile()).orElseThrow().id()));
    }

    private List<RegionView> communities() {
        return regions.children(regions.city().code()).stream()
                .flatMap(district -> regions.children(district.code()).stream())
                .flatMap(street -> regions.children(street.code()).stream())
                .toList();
    }

    private static RegionCode home(List<RegionView> communities) {
        return communities.stream()
                .map(RegionView::code)
                .filter(HOME::equals)
                .findFirst()
                .orElse(communities.getFirst().code());
    }

    private List<VolunteerView> register(Invented invented, LocalDate today, List<RegionView> communities, int people) {
        List<Future<VolunteerView>> all = new ArrayList<>();
        try (var pool = Executors.newFixedThreadPool(6, Thread.ofVirtual().factory())) {
            for (int i = 0; i < people - Cast.values().length; i++) {
                String mobile = invented.mobile(i);
                Registrant who = Registrant.adult(
                        invented.name(),
                        invented.idNumber(invented.birth(today, 18, 79)),
                        invented.one(communities).code());
                all.add(pool.submit(() -> registration.open(mobile, null, who)));
            }
        }
        return all.stream().map(DemoPeople::done).toList();
    }

    private List<Town.Team> found(
            Invented invented, List<RegionView> communities, List<VolunteerView> volunteers, int howMany) {
        List<Town.Team> teams = new ArrayList<>();
        for (int i = 0; i < howMany; i++) {
            VolunteerView leader = i == 0 ? volunteers.get(Cast.TEAM_ADMIN.ordinal()) : volunteers.get(10 + i * 7);
            RegionView community = i == 0
                    ? regions.get(home(communities))
                    : i < 6 ? invented.one(regions.children(new RegionCode("420102015"))) : invented.one(communities);
            Story story = Story.ALL.get(i % Story.ALL.size());
            teams.add(found(community, story, leader, i));
        }
        VolunteerView liaison = volunteers.get(Cast.LIAISON.ordinal());
        Town.Team first = teams.getFirst();
        memberships.join(accounts.actor(liaison.contactAccountId()), first.id(), null, null);
        memberships.join(accounts.actor(volunteers.getFirst().contactAccountId()), first.id(), null, null);
        desk.givePost(
                first.admin(),
                first.id(),
                new PostDraft(
                        Post.LIAISON, liaison.contactAccountId(), HowChosen.APPOINTED, LocalDate.now(clock), null));
        return teams;
    }

    private Town.Team found(RegionView community, Story story, VolunteerView leader, int number) {
        Actor applicant = accounts.actor(leader.contactAccountId());
        String name = community.name() + story.team() + (number < Story.ALL.size() * 2 ? "" : number);
        long id = applications.apply(
                applicant,
                new OrganizationDraft(
                        name,
                        community.code(),
                        new OrganizationDraft.Standing("1", null, null, null, FiledWith.COMMUNITY),
                        new OrganizationDraft.About(
                                List.of(),
                                List.of(story.category()),
                                null,
                                false,
                                null,
                                "由" + community.name() + "居民自愿组成，" + story.title() + "是我们每月都做的事。欢迎邻居参加。",
                                LocalDate.now(clock).minusYears(1),
                                30),
                        new OrganizationDraft.Contact(leader.name(), "027-8234" + (1000 + number), true),
                        new OrganizationDraft.Joining(JoinPolicy.DIRECT, null),
                        null,
                        null),
                applications.honesty().version());
        review.approve(Actor.SYSTEM, id, LocalDate.now(clock).plusMonths(11), null);
        return new Town.Team(id, community.code(), community.name(), story, accounts.actor(leader.contactAccountId()));
    }

    static <T> T done(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
