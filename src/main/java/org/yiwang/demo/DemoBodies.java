package org.yiwang.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.RegionCode;
import org.yiwang.organization.FiledWith;
import org.yiwang.organization.JoinPolicy;
import org.yiwang.organization.OrganizationApplications;
import org.yiwang.organization.OrganizationDraft;
import org.yiwang.organization.OrganizationDraft.Standing;
import org.yiwang.organization.OrganizationDraft.Unit;
import org.yiwang.organization.OrganizationReview;
import org.yiwang.volunteer.VolunteerView;

/**
 * The organizations of the demo city that are more than a group of neighbours: the federation of the city with the
 * bodies of districts and of a street below it, a line of a profession, registered organizations of each legal form,
 * teams of units, of a party branch, of women, of students; and those that were stopped, ran out, wait or were returned.
 */
@Component
@ConditionalOnProperty("yiwang.demo")
class DemoBodies {

    private static final RegionCode CITY = new RegionCode("4201");
    private static final RegionCode DISTRICT = new RegionCode("420102");
    private static final RegionCode STREET = new RegionCode("420102015");
    static final RegionCode HOME = new RegionCode("420102015001");
    private static final RegionCode NEXT_DOOR = new RegionCode("420102015004");

    private final OrganizationApplications applications;
    private final OrganizationReview review;
    private final DemoActors actors;
    private final Clock clock;

    DemoBodies(OrganizationApplications applications, OrganizationReview review, DemoActors actors, Clock clock) {
        this.applications = applications;
        this.review = review;
        this.actors = actors;
        this.clock = clock;
    }

    /**
     * What was founded.
     *
     * @param street body of the street in which the team of the cast is
     * @param teams those that hold activities
     */
    record Founded(long street, List<Town.Team> teams) {}

    /** Founds them; the leaders are the last of the volunteers. */
    Founded found(Invented invented, List<VolunteerView> volunteers) {
        Founder founder = new Founder(invented, volunteers);
        long federation = founder.found(
                new Plan("江城志愿服务联合会", CITY, registered(invented, "1", "51"), List.of(), null), null, null);
        long district = founder.found(
                new Plan("江岸志愿服务协会", DISTRICT, registered(invented, "1", "51"), List.of(), null), null, federation);
        for (String other : List.of("420106", "420111")) {
            founder.found(
                    new Plan(
                            other.equals("420106") ? "武昌志愿服务协会" : "洪山志愿服务协会",
                            new RegionCode(other),
                            registered(invented, "1", "51"),
                            List.of(),
                            null),
                    null,
                    federation);
        }
        Unit office = new Unit("江岸区花桥街道办事处（演示）", "01", null);
        long street = founder.foundBy(
                volunteers.get(Cast.BODY.ordinal()),
                new Plan("花桥街道志愿服务总队", STREET, ofUnit(), List.of("neighbours"), office),
                null,
                district);
        Unit health = new Unit("江城医疗志愿服务指导中心", "03", invented.creditCode("12"));
        long medical = founder.found(
                new Plan("江城医疗志愿服务总队", CITY, ofUnit(), List.of("health", "professional"), health), null, federation);
        teams(founder, invented, new Above(district, street, medical), office);
        long lapsed =
                founder.apply(new Plan("花桥社区夏夜纳凉志愿队", HOME, ofCommunity(), List.of("culture"), null), null, street);
        review.approve(actors.of(Cast.CITY), lapsed, LocalDate.now(clock).plusDays(60), "仅限夏季。");
        return new Founded(street, founder.teams);
    }

    private record Above(long district, long street, long medical) {}

    private void teams(Founder founder, Invented invented, Above above, Unit office) {
        Unit hospital = new Unit("江城仁和医院", "03", invented.creditCode("12"));
        founder.team(
                new Plan("仁和医院医疗志愿服务队", HOME, ofUnit(), List.of("health", "professional"), hospital),
                3,
                above.medical,
                above.street);
        founder.team(
                new Plan(
                        "江城第一实验中学",
                        NEXT_DOOR,
                        new Standing("3", null, "02", invented.creditCode("12"), null),
                        List.of("students", "youth"),
                        null),
                4,
                null,
                above.street);
        founder.team(
                new Plan("花桥社区党员先锋志愿队", HOME, ofCommunity(), List.of("party", "model-named"), null),
                7,
                null,
                above.street);
        founder.team(
                new Plan("花桥街道巾帼志愿队", STREET, ofUnit(), List.of("women", "family"), office), 1, null, above.street);
        founder.team(
                new Plan("江岸公益法律服务中心", DISTRICT, registered(invented, "2", "52"), List.of("law"), null),
                7,
                null,
                above.district);
        founder.team(
                new Plan("长江邻里互助基金会", DISTRICT, registered(invented, "3", "53"), List.of(), null),
                5,
                null,
                above.district);
        founder.team(
                new Plan("江城水上应急服务队", DISTRICT, registered(invented, "2", "52"), List.of("emergency"), null),
                6,
                null,
                above.district);
        Unit metro = new Unit("江城轨道运营公司", "11", invented.creditCode("91"));
        founder.team(
                new Plan("江城轨道职工志愿服务队", STREET, ofUnit(), List.of("workers", "youth"), metro), 2, null, above.street);
    }

    /** Those about which something is to be decided or was decided; done when the city is as old as today. */
    void open(Invented invented, List<VolunteerView> volunteers, Founded founded) {
        Founder founder = new Founder(invented, volunteers);
        Actor community = actors.of(Cast.COMMUNITY);
        Actor street = actors.of(Cast.STREET);
        founder.leader = 40;
        founder.apply(new Plan("花桥社区楼栋互助队", HOME, ofCommunity(), List.of("neighbours"), null), null, founded.street);
        founder.apply(
                new Plan("江城晚风合唱志愿团", DISTRICT, registered(invented, "2", "52"), List.of("culture"), null), null, null);
        long vague = founder.applyAs(
                volunteers.get(Cast.VOLUNTEER.ordinal()),
                new Plan("花桥社区宠物友好志愿队", HOME, ofCommunity(), List.of("environment"), null),
                null,
                founded.street);
        review.giveBack(community, vague, "请补充三名以上发起人，并说明活动时怎样防止宠物伤人。");
        long stopped = founder.found(
                new Plan("花桥社区旧衣回收志愿队", HOME, ofCommunity(), List.of("environment"), null), null, founded.street);
        review.stop(street, stopped, "两次以志愿服务名义向居民收取费用，责令整改。");
    }

    /** A registered organization. */
    private static Standing registered(Invented invented, String legalForm, String kind) {
        return new Standing("2", legalForm, null, invented.creditCode(kind), null);
    }

    private static Standing ofUnit() {
        return new Standing("1", null, null, null, FiledWith.UNIT);
    }

    private static Standing ofCommunity() {
        return new Standing("1", null, null, null, FiledWith.COMMUNITY);
    }

    /**
     * An organization to be.
     *
     * @param name its name
     * @param region where
     * @param standing in law
     * @param kinds codes of the table {@code team-kind}
     * @param unit its host, null if none
     */
    private record Plan(
            String name,
            RegionCode region,
            Standing standing,
            List<String> kinds,
            @Nullable Unit unit) {}

    /** Founds one organization after another, each by another volunteer. */
    private final class Founder {

        private final Invented invented;
        private final List<VolunteerView> volunteers;
        private final List<Town.Team> teams = new ArrayList<>();
        private int leader;

        Founder(Invented invented, List<VolunteerView> volunteers) {
            this.invented = invented;
            this.volunteers = volunteers;
        }

        void team(Plan plan, int story, @Nullable Long line, @Nullable Long area) {
            long id = found(plan, line, area);
            RegionCode where = plan.region.value().length() < 12 ? HOME : plan.region;
            teams.add(new Town.Team(
                    id, where, where.equals(NEXT_DOOR) ? "蔡家田社区" : "花桥社区", Story.ALL.get(story), actors.of(leader())));
        }

        long found(Plan plan, @Nullable Long line, @Nullable Long area) {
            leader++;
            return foundBy(leader(), plan, line, area);
        }

        long foundBy(VolunteerView by, Plan plan, @Nullable Long line, @Nullable Long area) {
            long id = applyAs(by, plan, line, area);
            boolean filed = plan.standing.filedWith() != null;
            review.approve(
                    actors.of(Cast.CITY), id, filed ? LocalDate.now(clock).plusMonths(18) : null, "材料齐全，同意。");
            return id;
        }

        long apply(Plan plan, @Nullable Long line, @Nullable Long area) {
            leader++;
            return applyAs(leader(), plan, line, area);
        }

        /** One of the last volunteers, never one of the cast. */
        private VolunteerView leader() {
            return volunteers.get(5 + Math.floorMod(-leader, volunteers.size() - 5));
        }

        long applyAs(VolunteerView by, Plan plan, @Nullable Long line, @Nullable Long area) {
            boolean party = plan.kinds.contains("party");
            return applications.apply(
                    actors.of(by),
                    new OrganizationDraft(
                            plan.name,
                            plan.region,
                            plan.standing,
                            new OrganizationDraft.About(
                                    plan.kinds,
                                    List.of("01", "17"),
                                    plan.unit,
                                    party,
                                    party ? "花桥社区第一党支部" : null,
                                    plan.name + "由热心居民和专业人士组成，按月开展服务，服务记录向社会公开。",
                                    LocalDate.now(clock).minusYears(2),
                                    50 + invented.random().nextInt(200)),
                            new OrganizationDraft.Contact(by.name(), "027-8236" + (1000 + leader), true),
                            new OrganizationDraft.Joining(
                                    leader % 3 == 0 ? JoinPolicy.REVIEW : JoinPolicy.DIRECT, null),
                            line,
                            area),
                    applications.honesty().version());
        }
    }
}
