package org.yiwang.bulk;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiwang.account.AccountRows.NewAccount;
import org.yiwang.board.BoardRows;
import org.yiwang.bulk.Chance.Stream;
import org.yiwang.bulk.CityMap.Place;
import org.yiwang.kernel.Age;
import org.yiwang.volunteer.VolunteerRows;
import org.yiwang.volunteer.VolunteerRows.NewVolunteer;

/** The people of one team: who registers when, with which documents, and who answers for the minors. */
final class Members {

    private static final int GUARDIAN_OLDER = 20;
    private static final int LOOKS_FOR_GUARDIAN = 12;

    private final CityPlan plan;
    private final Census census;
    private final CityMap map;
    private final Known known;
    private final int team;
    private final Place seat;
    private final List<Person> people = new ArrayList<>();

    /**
     * What holds for all teams.
     *
     * @param selfFrom age from which people have accounts
     * @param adultFrom age below which a guardian answers
     * @param minimum least age of a volunteer
     * @param skills codes that people state
     */
    record Known(ZoneId zone, int selfFrom, int adultFrom, int minimum, List<String> skills) {}

    Members(CityPlan plan, Census census, CityMap map, Known known, int team, Place seat) {
        this.plan = plan;
        this.census = census;
        this.map = map;
        this.known = known;
        this.team = team;
        this.seat = seat;
    }

    /**
     * Invents them, the leader first.
     *
     * @param founded the day on which the team is founded; the leader has registered before
     * @param days the days on which the team serves, in order
     */
    List<Person> invent(LocalDate founded, List<LocalDate> days) {
        for (int i = census.first(team); i < census.first(team + 1); i++) {
            people.add(people.isEmpty() ? leader(i, founded) : member(i, days));
        }
        return people;
    }

    /** Their accounts and registrations. */
    void add(Batch batch) {
        String city = map.city().code().value();
        for (Person p : people) {
            Chance chance = chance(p.number(), 1);
            if (p.account() != null) {
                batch.accounts.add(new NewAccount(p.account(), p.name(), Bodies.mobile(p.number()), p.registeredAt()));
            }
            Place home = chance.percent(70) ? seat : chance.percent(66) ? map.near(seat, chance) : map.any(chance);
            takePart(batch, p);
            batch.volunteers.add(new NewVolunteer(
                    p.id(),
                    p.number() + 1L,
                    p.name(),
                    VolunteerRows.document(census.area(city, p.number()), p.born(), census.sequence(p.number())),
                    home.code(),
                    p.account(),
                    p.guardian(),
                    p.registeredAt(),
                    chance.percent(30) ? some(chance, known.skills, 3) : List.of(),
                    chance.percent(25) ? some(chance, List.of("01", "06", "08", "11", "17"), 2) : List.of()));
        }
    }

    /** Some agree to be on boards, at any time since they are registered; a guardian is asked for a day at most. */
    private void takePart(Batch batch, Person p) {
        Chance chance = new Chance(plan.seed(), Stream.BOARDS, p.number());
        Instant from =
                p.guardian() == null ? p.registeredAt() : p.registeredAt().plus(Duration.ofDays(1));
        Instant until = plan.until().atStartOfDay(known.zone).toInstant();
        int seconds = (int) Duration.between(from, until).toSeconds();
        if (seconds > 0 && chance.part() < plan.boards()) {
            batch.onBoards.add(new BoardRows.NewMember(
                    p.id(), from.plusSeconds(chance.below(seconds)), p.born(), p.account(), p.guardian()));
        }
    }

    private static List<String> some(Chance chance, List<String> of, int most) {
        List<String> some = new ArrayList<>();
        for (int n = chance.between(1, most); n > 0; n--) {
            String one = chance.one(of);
            if (!some.contains(one)) {
                some.add(one);
            }
        }
        return some.stream().sorted().toList();
    }

    private Person leader(int number, LocalDate founded) {
        Chance chance = chance(number, 0);
        return person(number, chance, founded.minusDays(chance.between(1, 4)), 0, census.quota(number));
    }

    /** Registers some time before the first service; whoever never serves, at any time. */
    private Person member(int number, List<LocalDate> days) {
        Chance chance = chance(number, 0);
        int times = Math.min(census.quota(number), days.size());
        LocalDate earliest = earliest(number);
        if (times == 0) {
            return person(number, chance, some(chance, earliest, plan.until().minusDays(1)), 0, 0);
        }
        double late = chance.part();
        int first = (int) (late * late * (days.size() - times + 1));
        while (first < days.size() && days.get(first).minusDays(2).isBefore(earliest)) {
            first++;
        }
        if (first == days.size()) {
            return person(number, chance, some(chance, earliest, plan.until().minusDays(1)), 0, 0);
        }
        LocalDate last = days.get(first).minusDays(2);
        LocalDate before = first == 0 ? plan.first() : days.get(first - 1).minusDays(2);
        LocalDate day = some(chance, before.isBefore(earliest) ? earliest : before, last);
        return person(number, chance, day, first, Math.min(times, days.size() - first));
    }

    /** Nobody registers below the least age, and no minor before the leader, who answers if nobody else does. */
    private LocalDate earliest(int number) {
        LocalDate earliest = census.born(number).plusYears(known.minimum).plusDays(1);
        LocalDate of = earliest.isBefore(plan.first()) ? plan.first() : earliest;
        LocalDate leader = people.getFirst().registeredOn().plusDays(1);
        boolean minor = Age.on(of, census.born(number)) < known.adultFrom;
        return minor && of.isBefore(leader) ? leader : of;
    }

    private static LocalDate some(Chance chance, LocalDate from, LocalDate to) {
        int days = (int) Math.max(0, to.toEpochDay() - from.toEpochDay());
        return from.plusDays(chance.between(0, days));
    }

    private Person person(int number, Chance chance, LocalDate day, int first, int times) {
        // No two of a team at the same second: a guardian agrees for each ward apart.
        LocalTime time = LocalTime.of(8 + chance.below(12), 0).plusSeconds((number - census.first(team)) % 3600);
        Instant at = day.atTime(time).atZone(known.zone).toInstant();
        LocalDate born = census.born(number);
        String name = Names.of(chance, census.isMan(number), born.getYear());
        int age = Age.on(day, born);
        Long account = age < known.selfFrom ? null : SeededIds.of(at, 2L * number);
        Long guardian = age < known.adultFrom ? guardian(chance, born, at) : null;
        return new Person(
                number, name, born, day, at, SeededIds.of(at, 2L * number + 1), account, guardian, first, times);
    }

    /** An adult of the team who has an account already; the leader if none is met. */
    @Nullable
    private Long guardian(Chance chance, LocalDate born, Instant at) {
        for (int look = 0; look < LOOKS_FOR_GUARDIAN; look++) {
            Person one = people.get(chance.below(people.size()));
            if (one.account() != null
                    && one.guardian() == null
                    && one.registeredAt().isBefore(at)
                    && one.born().plusYears(GUARDIAN_OLDER).isBefore(born)) {
                return one.account();
            }
        }
        return people.getFirst().account();
    }

    private Chance chance(int number, int part) {
        return new Chance(plan.seed(), Stream.PEOPLE, 2L * number + part);
    }
}
