package org.yiwang.bulk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiwang.activity.ActivityRows.NewActivity;
import org.yiwang.activity.ActivityRows.NewShift;
import org.yiwang.attendance.AttendanceRows.NewPair;
import org.yiwang.bulk.Bodies.Seat;
import org.yiwang.bulk.Chance.Stream;
import org.yiwang.kernel.Period;
import org.yiwang.kernel.Role;
import org.yiwang.organization.OrganizationRows.NewMember;
import org.yiwang.organization.OrganizationRows.NewOrganization;
import org.yiwang.record.RecordRows.Ended;
import org.yiwang.record.RecordRows.Official;
import org.yiwang.record.RecordRows.Served;
import org.yiwang.record.RecordRows.Wrong;
import org.yiwang.record.Statutory;
import org.yiwang.signup.SignUpRows.NewPlaces;
import org.yiwang.signup.SignUpRows.NewSignUp;

/**
 * One team with its people and all that it did: at most one shift a day, so that nobody is ever at two places. All of
 * somebody's service is with one team, so that teams can be made apart from each other.
 */
final class Team {

    /** Numbers that a team may use up for what has the same kind. */
    private static final int NUMBERS = 1 << 15;

    private static final int LONGEST_SERIES_DAYS = 30;
    private static final int RECENT_DAYS = 20;
    private static final List<List<String>> KINDS = List.of(
            List.of("neighbours", "邻里"),
            List.of("party", "党员"),
            List.of("youth", "青年"),
            List.of("women", "巾帼"),
            List.of("retirees", "银龄"),
            List.of("environment", "环保"),
            List.of("safety", "平安"),
            List.of("culture", "文艺"));

    private final CityPlan plan;
    private final Census census;
    private final Bodies bodies;
    private final ZoneId zone;
    private final int number;
    private final Seat seat;
    private final Chance chance;
    private final Instant until;
    private final LocalDate foundedOn;
    private final Instant founded;
    private final long id;
    private final List<Long> ancestors;
    private final List<String> kind;
    private final String name;
    private int used;

    Team(CityPlan plan, Census census, Bodies bodies, ZoneId zone, int number) {
        this.plan = plan;
        this.census = census;
        this.bodies = bodies;
        this.zone = zone;
        this.number = number;
        this.seat = bodies.seat(number);
        this.chance = new Chance(plan.seed(), Stream.SERVICE, number);
        this.until = plan.until().atStartOfDay(zone).toInstant();
        this.foundedOn = plan.first().plusDays(chance.between(10, 320));
        this.founded = at(foundedOn, 10);
        this.id = SeededIds.of(founded, bodies.count() + (long) number);
        this.ancestors = new ArrayList<>(seat.street().ancestors());
        this.ancestors.add(id);
        this.kind = KINDS.get((seat.nth() - 1) % KINDS.size());
        this.name = seat.place().spoken()
                + kind.getLast()
                + (seat.nth() > KINDS.size() ? "第" + ((seat.nth() - 1) / KINDS.size() + 1) : "")
                + "志愿服务队";
    }

    /** Invents all of it. */
    void add(Batch batch, CityMap map, Members.Known known) {
        List<LocalDate> days = Days.of(plan, chance, times());
        Members members = new Members(plan, census, map, known, number, seat.place());
        List<Person> people = members.invent(foundedOn, days);
        members.add(batch);
        Person leader = people.getFirst();
        batch.organizations.add(new NewOrganization(
                id,
                true,
                name,
                null,
                seat.place().code(),
                ancestors,
                List.of(kind.getFirst()),
                List.of("01", "17"),
                "由" + seat.place().spoken() + "居民组成，常年开展邻里互助、环境清洁和文明引导等志愿服务。",
                leader.name(),
                Bodies.mobile(leader.number()),
                leader.acting(),
                founded));
        List<List<Person>> crews = crews(people, days);
        join(batch, people, days);
        serve(batch, leader, days, crews);
        announce(batch, leader);
    }

    private int[] times() {
        int[] times = new int[census.first(number + 1) - census.first(number)];
        for (int i = 0; i < times.length; i++) {
            times[i] = census.quota(census.first(number) + i);
        }
        return times;
    }

    /** Who serves on which of the days: each person on as many as wanted, all equally likely since the first one. */
    private List<List<Person>> crews(List<Person> people, List<LocalDate> days) {
        List<List<Person>> crews = new ArrayList<>();
        days.forEach(d -> crews.add(new ArrayList<>()));
        for (Person p : people) {
            int left = Math.min(p.times(), days.size() - p.first());
            for (int d = p.first(); left > 0; d++) {
                if (chance.below(days.size() - d) < left) {
                    crews.get(d).add(p);
                    left--;
                }
            }
        }
        return crews;
    }

    /** Whoever serves has joined before the first service; the founder is a member anyway. */
    private void join(Batch batch, List<Person> people, List<LocalDate> days) {
        for (Person p : people.subList(1, people.size())) {
            Long account = p.account();
            if (account != null && p.times() > 0) {
                Instant at = p.registeredAt().isBefore(founded) ? founded : p.registeredAt();
                batch.members.add(new NewMember(SeededIds.of(at, 2L * p.number()), account, id, at, false));
            }
        }
    }

    /** Several days in a row of which may be one activity. */
    private void serve(Batch batch, Person leader, List<LocalDate> days, List<List<Person>> crews) {
        int next = 0;
        while (next < days.size()) {
            LocalDate first = days.get(next);
            boolean recent = first.isAfter(plan.until().minusDays(RECENT_DAYS));
            Theme theme = recent && chance.percent(2) ? Theme.LONG_DAY : Theme.of(chance);
            int most = theme != Theme.LONG_DAY && chance.percent(25) ? chance.between(2, 10) : 1;
            List<Shift> shifts = new ArrayList<>();
            while (next < days.size()
                    && shifts.size() < most
                    && days.get(next).isBefore(first.plusDays(LONGEST_SERIES_DAYS))) {
                if (!crews.get(next).isEmpty()) {
                    shifts.add(new Shift(number(), period(days.get(next), theme), crews.get(next)));
                }
                next++;
            }
            if (!shifts.isEmpty()) {
                activity(batch, leader, theme, shifts);
            }
        }
    }

    /** Something to sign up for in the next weeks. */
    private void announce(Batch batch, Person leader) {
        for (int n = chance.between(1, 2); n > 0; n--) {
            Theme theme = Theme.of(chance);
            LocalDate day = plan.until().plusDays(chance.between(2, 30));
            activity(batch, leader, theme, List.of(new Shift(number(), period(day, theme), List.of())));
        }
    }

    private void activity(Batch batch, Person leader, Theme theme, List<Shift> shifts) {
        LocalDate first = LocalDate.ofInstant(shifts.getFirst().period.start(), zone);
        LocalDate made = first.minusDays(chance.between(6, 12));
        Instant created =
                at(made.isAfter(plan.until().minusDays(1)) ? plan.until().minusDays(1) : made, 10);
        Instant published = created.plusSeconds(3600);
        Instant ends = shifts.getLast().period.end();
        Instant closing = at(LocalDate.ofInstant(ends, zone).plusDays(chance.between(1, 5)), 18)
                .plusSeconds(chance.below(10_800));
        Instant closed = closing.isBefore(until) ? closing : null;
        String title = theme.title() + "·" + seat.place().spoken();
        Activity a = new Activity(
                SeededIds.of(created, number()), theme, title, seat.place().spoken() + "党群服务中心", published, closed);
        int served = 0;
        boolean free = false;
        List<NewShift> all = new ArrayList<>();
        for (Shift s : shifts) {
            long shift = SeededIds.of(created, s.number);
            int capacity = Math.max(6, s.crew.size() + chance.below(4));
            free |= capacity > s.crew.size();
            served += s.crew.size();
            all.add(new NewShift(a.id, shift, a.id, s.period, capacity));
            batch.places.add(new NewPlaces(a.id, shift, capacity, s.crew.size(), s.period));
            for (Person p : s.crew) {
                service(batch, a, shift, s.period, p, leader);
            }
        }
        batch.activities.add(new NewActivity(
                a.id,
                id,
                ancestors,
                name,
                seat.place().code(),
                title,
                theme.category(),
                List.of(theme.object()),
                theme.description(),
                a.place,
                "户外活动请注意防晒、防滑和交通安全",
                leader.name(),
                Bodies.mobile(leader.number()),
                a.id,
                theme.post(),
                all,
                free,
                leader.acting(),
                created,
                published,
                closed == null
                        ? null
                        : new NewActivity.Closing(
                                closed, "按计划完成" + title + "，共" + served + "人次参加，现场秩序良好，没有人受伤。", served * 4)));
        batch.ended.add(new Ended(a.id, id, ancestors, seat.place().code().value(), title, ends, closed));
    }

    /** Sign-up, check-in, check-out, record. */
    private void service(Batch batch, Activity a, long shift, Period period, Person p, Person leader) {
        long n = number();
        Instant known = p.registeredAt().plusSeconds(26 * 3600L);
        Instant from = known.isAfter(a.published) ? known : a.published;
        int seconds = (int) Math.max(1, period.start().getEpochSecond() - 600 - from.getEpochSecond());
        Instant signed = from.plusSeconds(chance.below(seconds));
        Proof proof = Proof.of(chance, period, p.acting(), leader.acting());
        batch.signUps.add(new NewSignUp(SeededIds.of(signed, n), a.id, shift, p.id(), p.acting(), signed, period));
        long pair = SeededIds.of(proof.served().start(), n);
        batch.pairs.add(new NewPair(pair, a.id, shift, p.id(), period, proof.served(), proof.in(), proof.out()));
        batch.served.add(new Served(
                p.id(),
                p.account(),
                p.guardian(),
                new Official(leader.acting(), Role.ORGANIZATION_ADMIN, name),
                SeededIds.of(proof.madeAt(), n),
                pair,
                new Statutory(
                        a.id,
                        shift,
                        id,
                        name,
                        seat.place().code().value(),
                        a.title,
                        a.theme.category(),
                        a.theme.post(),
                        a.place,
                        leader.name(),
                        ancestors),
                period,
                proof.served(),
                proof.in(),
                proof.out(),
                proof.madeAt(),
                a.closed,
                wrong(a)));
    }

    /** Very few turn out to be wrong after they counted. */
    @Nullable
    private Wrong wrong(Activity a) {
        return a.closed == null || !chance.percent(0.5)
                ? null
                : new Wrong(
                        a.closed.plusSeconds(86_400L * chance.between(10, 40)),
                        new Official(
                                seat.street().administrator(),
                                Role.ORGANIZATION_ADMIN,
                                seat.street().name()),
                        "核实后作废：当天没有到场");
    }

    private Period period(LocalDate day, Theme theme) {
        Instant start = day.atTime(theme.start()).atZone(zone).toInstant();
        return new Period(start, start.plusSeconds(theme.minutes() * 60L));
    }

    private Instant at(LocalDate day, int hour) {
        return day.atTime(hour, 0).atZone(zone).toInstant();
    }

    private long number() {
        return (long) number * NUMBERS + next();
    }

    private int next() {
        if (used == NUMBERS) {
            throw new IllegalStateException("team " + number + " does more than " + NUMBERS + " things");
        }
        return used++;
    }

    /** A shift with those who come. */
    private record Shift(long number, Period period, List<Person> crew) {}

    /** What is asked of an activity again and again. */
    private record Activity(
            long id,
            Theme theme,
            String title,
            String place,
            Instant published,
            @Nullable Instant closed) {}
}
