package org.yiwang.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.yiwang.honour.Awards;
import org.yiwang.honour.Capacity;
import org.yiwang.honour.Conflict;
import org.yiwang.honour.Judging;
import org.yiwang.honour.ListConsents;
import org.yiwang.honour.ListQuery;
import org.yiwang.honour.Nominations;
import org.yiwang.honour.OwnNominations;
import org.yiwang.honour.PanelDesk;
import org.yiwang.honour.RoundClock;
import org.yiwang.honour.RoundDesk;
import org.yiwang.honour.RoundTerms;
import org.yiwang.honour.Scoring;
import org.yiwang.honour.ShortList.Column;
import org.yiwang.honour.ShortList.Found;
import org.yiwang.honour.ShortLists;
import org.yiwang.honour.Statement.Draft;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.RegionCode;
import org.yiwang.organization.Organizations;
import org.yiwang.volunteer.VolunteerView;

/** Awards: one given, one on public notice with an objection, one being judged, one open, a draft; and a short list. */
@Component
@Order(50)
@ConditionalOnProperty("yiwang.demo")
class DemoAwards implements Epilogue {

    private static final RegionCode DISTRICT = new RegionCode("420102");
    private static final RegionCode STREET = new RegionCode("420102015");

    private final DemoClock clock;
    private final DemoActors actors;
    private final RoundDesk desk;
    private final PanelDesk panel;
    private final Nominations nominations;
    private final OwnNominations own;
    private final Judging judging;
    private final Awards awards;
    private final RoundClock rounds;
    private final ShortLists lists;
    private final ListConsents consents;
    private final Organizations organizations;

    DemoAwards(
            DemoClock clock,
            DemoActors actors,
            RoundDesk desk,
            PanelDesk panel,
            Nominations nominations,
            OwnNominations own,
            Judging judging,
            Awards awards,
            RoundClock rounds,
            ShortLists lists,
            ListConsents consents,
            Organizations organizations) {
        this.clock = clock;
        this.actors = actors;
        this.desk = desk;
        this.panel = panel;
        this.nominations = nominations;
        this.own = own;
        this.judging = judging;
        this.awards = awards;
        this.rounds = rounds;
        this.lists = lists;
        this.consents = consents;
        this.organizations = organizations;
    }

    @Override
    public String name() {
        return "awards";
    }

    @Override
    public void play(Town town, Instant now) {
        List<VolunteerView> people = town.volunteers().stream()
                .filter(v -> DISTRICT.contains(v.residence()))
                .toList();
        VolunteerView me = town.of(Cast.VOLUNTEER);
        List<VolunteerView> nominees = new ArrayList<>(List.of(me));
        people.reversed().stream()
                .filter(v -> v.id() != me.id() && !v.isOneHumanWith(me) && !isCast(town, v))
                .limit(2)
                .forEach(nominees::add);
        given(people, nominees, now);
        onNotice(people, nominees, now);
        judged(town, people, nominees, now);
        open(me, now);
        draft(now);
        shortList(town, now);
        clock.set(now);
    }

    private static boolean isCast(Town town, VolunteerView person) {
        return town.volunteers().indexOf(person) < 5;
    }

    private void given(List<VolunteerView> people, List<VolunteerView> nominees, Instant now) {
        long round = round(now.minus(Duration.ofDays(60)), "最美志愿者（春季）", 6, 3);
        nominate(round, nominees, true);
        close(round, judges(round, people, nominees), now.minus(Duration.ofDays(60)));
        clock.set(now.minus(Duration.ofDays(30)));
        rounds.tick();
    }

    private void onNotice(List<VolunteerView> people, List<VolunteerView> nominees, Instant now) {
        Instant from = now.minus(Duration.ofDays(20));
        long round = round(from, "最美志愿者（秋季）", 6, 40);
        nominate(round, nominees, false);
        close(round, judges(round, people, nominees), from);
        clock.set(now.minus(Duration.ofDays(1)));
        awards.get(round).placed().stream()
                .findFirst()
                .ifPresent(first -> awards.object(round, first.id(), "有两次活动我也在，好像没有见到这位", "027-82345678", "192.0.2.7"));
    }

    private void judged(Town town, List<VolunteerView> people, List<VolunteerView> nominees, Instant now) {
        Instant from = now.minus(Duration.ofDays(8));
        long round = round(from, "最美志愿者（年度）", 30, 5);
        nominate(round, nominees, false);
        List<VolunteerView> judges = new ArrayList<>(List.of(town.of(Cast.GUARDIAN)));
        judges.addAll(people);
        judges(round, judges, List.of());
        clock.set(from.plus(Duration.ofDays(4)));
        rounds.tick();
    }

    private void open(VolunteerView me, Instant now) {
        clock.set(now.minus(Duration.ofDays(1)));
        long round = create(Cast.STREET, STREET, "neighbour", terms("邻里之星", 10, 3, Scoring.VOTE));
        desk.open(actors.of(Cast.STREET), round);
        nominations.nominate(
                actors.of(Cast.COMMUNITY), round, me.number(), List.of(new Draft("楼道里的灯坏了，她带着工具来修", null)));
    }

    private void draft(Instant now) {
        clock.set(now);
        create(Cast.DISTRICT, DISTRICT, "finest", terms("最美志愿者（明年）", 10, 5, Scoring.POINTS));
    }

    private void shortList(Town town, Instant now) {
        clock.set(now.minus(Duration.ofDays(2)));
        Actor office = actors.of(Cast.DISTRICT);
        LocalDate today = LocalDate.now(clock);
        ListQuery query = new ListQuery(DISTRICT, today.minusYears(1), today, 60, List.of(), 0, 0, 0);
        long me = town.of(Cast.VOLUNTEER).id();
        List<Long> found = lists.find(office, query).stream()
                .map(Found::volunteerId)
                .sorted(Comparator.comparing(id -> id != me))
                .limit(4)
                .toList();
        if (found.isEmpty()) {
            return;
        }
        long list = lists.ask(
                office,
                query,
                found,
                new ShortLists.Purpose("推荐参加省级优秀志愿者评选", "省志愿服务联合会", List.of(Column.NAME, Column.HOURS)));
        town.volunteers().stream()
                .filter(v -> v.id() == found.getLast())
                .forEach(v -> consents.answer(actors.of(v), list, v.id(), true));
    }

    private long round(Instant from, String name, int reviewDays, int noticeDays) {
        clock.set(from);
        long round = create(Cast.DISTRICT, DISTRICT, "finest", terms(name, reviewDays, noticeDays, Scoring.POINTS));
        desk.open(actors.of(Cast.DISTRICT), round);
        return round;
    }

    private long create(Cast office, RegionCode region, String kind, RoundTerms terms) {
        return desk.create(actors.of(office), region, kind, terms);
    }

    private RoundTerms terms(String name, int reviewDays, int noticeDays, Scoring scoring) {
        LocalDate today = LocalDate.now(clock);
        return new RoundTerms(
                today.getYear() + " " + name,
                today.getYear(),
                "岸志〔" + today.getYear() + "〕7号",
                2,
                List.of(Capacity.values()),
                today,
                today.plusDays(2),
                today.plusDays(2L + reviewDays),
                noticeDays,
                today.minusYears(1),
                today.minusDays(1),
                0,
                0,
                Conflict.TEAM,
                scoring,
                scoring == Scoring.VOTE ? List.of("身边人看得见的帮助") : List.of("服务的持续和用心", "事实清楚、可核对"),
                "名额不多，心意都在。没有进入名单的，服务记录不受任何影响。");
    }

    private void nominate(long round, List<VolunteerView> nominees, boolean named) {
        for (VolunteerView person : nominees) {
            long id = nominations.nominate(
                    actors.of(Cast.CITY), round, person.number(), List.of(new Draft("邻居们有事都愿意找", null)));
            own.agree(actors.of(person), id, named);
        }
    }

    /** Names up to four judges who belong to no team of a nominee. */
    private List<VolunteerView> judges(long round, Collection<VolunteerView> people, List<VolunteerView> nominees) {
        List<Long> accounts =
                nominees.stream().map(VolunteerView::contactAccountId).toList();
        List<VolunteerView> judges = new ArrayList<>();
        for (VolunteerView person : people) {
            Long account = person.accountId();
            boolean free = account != null
                    && nominees.stream().noneMatch(person::isOneHumanWith)
                    && organizations.teammates(account, accounts).isEmpty();
            if (free && judges.size() < 4) {
                name(round, person, judges);
            }
        }
        return judges;
    }

    private void name(long round, VolunteerView person, List<VolunteerView> judges) {
        try {
            panel.name(actors.of(Cast.DISTRICT), round, person.number());
            judges.add(person);
        } catch (Refusal _) {
            // Has to do with a nomination: the next one is asked.
        }
    }

    /** Nominations end, everybody scores, the review ends. */
    private void close(long round, List<VolunteerView> judges, Instant from) {
        clock.set(from.plus(Duration.ofDays(4)));
        rounds.tick();
        for (int j = 0; j < judges.size(); j++) {
            Actor judge = actors.of(judges.get(j));
            List<Judging.Sheet> sheets = judging.get(judge, round).sheets();
            for (int s = 0; s < sheets.size(); s++) {
                judging.score(judge, sheets.get(s).nominee().id(), List.of(9 - s - j % 2, 8 + j % 2 - s));
            }
        }
        clock.set(from.plus(Duration.ofDays(10)));
        rounds.tick();
    }
}
