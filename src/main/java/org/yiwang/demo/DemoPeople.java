package org.yiwang.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.yiwang.account.Accounts;
import org.yiwang.account.Grants;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Grant;
import org.yiwang.kernel.RegionCode;
import org.yiwang.organization.FiledWith;
import org.yiwang.organization.HowChosen;
import org.yiwang.organization.JoinPolicy;
import org.yiwang.organization.MemberDesk;
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

    private static final Map<String, String> COLLEAGUES =
            new TreeMap<>(Map.of("19900000012", "谢复核", "19900000013", "方经办", "19900000014", "史复审"));
    private final DemoClock clock;
    private final Accounts accounts;
    private final Grants grants;
    private final Regions regions;
    private final Registration registration;
    private final OrganizationApplications applications;
    private final OrganizationReview review;
    private final OrganizationDesk desk;
    private final MemberDesk memberDesk;
    private final Memberships memberships;
    private final DemoBodies bodies;
    private final DemoNewcomers newcomers;

    DemoPeople(
            DemoClock clock,
            Accounts accounts,
            Grants grants,
            Regions regions,
            Registration registration,
            OrganizationApplications applications,
            OrganizationReview review,
            OrganizationDesk desk,
            MemberDesk memberDesk,
            Memberships memberships,
            DemoBodies bodies,
            DemoNewcomers newcomers) {
        this.clock = clock;
        this.accounts = accounts;
        this.grants = grants;
        this.regions = regions;
        this.registration = registration;
        this.applications = applications;
        this.review = review;
        this.desk = desk;
        this.memberDesk = memberDesk;
        this.memberships = memberships;
        this.bodies = bodies;
        this.newcomers = newcomers;
    }

    Town settle(Instant now, DemoCity.Size size) {
        Invented invented = new Invented(20261121);
        clock.set(now.minus(Duration.ofDays(100)));
        LocalDate today = LocalDate.now(clock);
        List<RegionView> communities = communities();
        for (Cast one : Cast.values()) {
            if (one.isStaff()) {
                long account = accounts.open(one.mobile(), one.fullName(), Cast.PASSWORD);
                one.grants().forEach(g -> grants.give(Actor.SYSTEM, account, g.role(), g.scope(), "演示账号"));
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
        Actor guardian = accounts.actor(volunteers.get(Cast.GUARDIAN.ordinal()).contactAccountId());
        RegionCode home = home(communities);
        VolunteerView ward = registration.registerWard(
                guardian, Registrant.adult("王小满", invented.idNumber(invented.birth(today, 10, 12)), home));
        registration.registerWard(
                guardian, Registrant.adult("王小雨", invented.idNumber(invented.birth(today, 15, 16)), home));
        volunteers.addAll(register(invented, today, communities, size.volunteers()));
        officers(today, home);
        newcomers.tell(invented, volunteers);
        log.info("{} volunteers", volunteers.size());
        DemoBodies.Founded founded = bodies.found(invented, volunteers);
        List<Town.Team> teams = found(invented, communities, volunteers, size.teams(), founded.street());
        Town.Team first = teams.getFirst();
        teams.addAll(founded.teams());
        log.info("{} organizations that hold activities", teams.size());
        clock.set(now.minus(Duration.ofDays(3)));
        bodies.open(invented, volunteers, founded);
        if (volunteers.size() > 15) {
            members(first, volunteers);
        }
        newcomers.qualify(volunteers);
        newcomers.look(volunteers, now.minus(Duration.ofDays(1)));
        newcomers.wait(invented, now, home, invented.one(communities).code());
        return new Town(
                volunteers,
                ward,
                teams,
                accounts.actor(
                        accounts.findByMobile(Cast.CITY.mobile()).orElseThrow().id()));
    }

    /**
     * Colleagues of the city office, volunteers themselves: what two officers decide about a platform, two others decide about
     * its records. Not on the sign-in page; the tour of the API signs in as them.
     */
    private void officers(LocalDate today, RegionCode home) {
        Invented others = new Invented(20261122);
        Grant post = Cast.CITY.grants().getFirst();
        COLLEAGUES.forEach((mobile, name) -> {
            Registrant person = Registrant.adult(name, others.idNumber(others.birth(today, 28, 45)), home);
            long account = registration.open(mobile, Cast.PASSWORD, person).contactAccountId();
            grants.give(Actor.SYSTEM, account, post.role(), post.scope(), "演示账号");
        });
    }

    /** People who ask to join the team of the cast, one who is invited, one to whom a post is offered. */
    private void members(Town.Team first, List<VolunteerView> volunteers) {
        VolunteerView guardian = volunteers.get(Cast.GUARDIAN.ordinal());
        memberships.join(accounts.actor(guardian.contactAccountId()), first.id(), null, null);
        for (VolunteerView one : volunteers.subList(4, 10)) {
            memberships.join(accounts.actor(one.contactAccountId()), first.id(), null, null);
        }
        memberDesk.givePost(
                first.admin(),
                first.id(),
                new PostDraft(
                        Post.CAPTAIN, guardian.contactAccountId(), HowChosen.ELECTED, LocalDate.now(clock), null));
        OrganizationDraft.About about = about(first.communityName(), first.story());
        desk.change(
                first.admin(),
                first.id(),
                about,
                new OrganizationDraft.Contact(first.admin().name(), "027-82341000", true),
                new OrganizationDraft.Joining(JoinPolicy.REVIEW, null));
        for (VolunteerView one : volunteers.subList(11, 14)) {
            memberships.join(accounts.actor(one.contactAccountId()), first.id(), null, "就住在隔壁楼，周末都有空。");
        }
        memberDesk.invite(first.admin(), first.id(), volunteers.get(15).number());
        desk.askRenewal(first.admin(), first.id());
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
                .filter(DemoBodies.HOME::equals)
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
            Invented invented, List<RegionView> communities, List<VolunteerView> volunteers, int howMany, long street) {
        List<Town.Team> teams = new ArrayList<>();
        Set<RegionCode> taken = new HashSet<>();
        for (int i = 0; i < howMany; i++) {
            VolunteerView leader = i == 0
                    ? volunteers.get(Cast.TEAM_ADMIN.ordinal())
                    : volunteers.get(5 + (5 + i * 7) % (volunteers.size() - 5));
            RegionView community = i == 0 ? regions.get(home(communities)) : place(invented, communities, taken, i);
            taken.add(community.code());
            Story story = Story.ALL.get(i % Story.ALL.size());
            teams.add(found(community, story, leader, i, i < 6 ? street : null));
        }
        VolunteerView liaison = volunteers.get(Cast.LIAISON.ordinal());
        Town.Team first = teams.getFirst();
        memberships.join(accounts.actor(liaison.contactAccountId()), first.id(), null, null);
        memberships.join(accounts.actor(volunteers.getFirst().contactAccountId()), first.id(), null, null);
        memberDesk.givePost(
                first.admin(),
                first.id(),
                new PostDraft(
                        Post.LIAISON, liaison.contactAccountId(), HowChosen.APPOINTED, LocalDate.now(clock), null));
        return teams;
    }

    /** A community without a team: the first in the street of the cast, more in its district, the others anywhere. */
    private static RegionView place(
            Invented invented, List<RegionView> communities, Set<RegionCode> taken, int number) {
        String within = number < 6 ? "420102015" : number < 24 ? "420102" : "4201";
        return invented.one(communities.stream()
                .filter(c -> c.code().value().startsWith(within) && !taken.contains(c.code()))
                .toList());
    }

    private static OrganizationDraft.About about(String community, Story story) {
        return new OrganizationDraft.About(
                List.of("neighbours"),
                List.of(story.category()),
                null,
                false,
                null,
                "由" + community + "居民自愿组成，" + story.title() + "是我们每月都做的事。欢迎邻居参加。",
                null,
                30);
    }

    private Town.Team found(
            RegionView community, Story story, VolunteerView leader, int number, @Nullable Long parent) {
        Actor applicant = accounts.actor(leader.contactAccountId());
        String place = Invented.spoken(community.name());
        long id = applications.apply(
                applicant,
                new OrganizationDraft(
                        place + story.team(),
                        community.code(),
                        new OrganizationDraft.Standing("1", null, null, null, FiledWith.COMMUNITY),
                        about(place, story),
                        new OrganizationDraft.Contact(leader.name(), "027-8234" + (1000 + number), true),
                        new OrganizationDraft.Joining(JoinPolicy.DIRECT, null),
                        null,
                        parent),
                applications.honesty().version());
        review.approve(Actor.SYSTEM, id, LocalDate.now(clock).plusMonths(11), null);
        return new Town.Team(id, community.code(), place, story, accounts.actor(leader.contactAccountId()));
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
