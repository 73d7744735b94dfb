package org.yiwang.trust;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yiwang.attendance.Evidence;
import org.yiwang.attendance.Evidence.Way;
import org.yiwang.kernel.Period;
import org.yiwang.kernel.RegionCode;
import org.yiwang.record.Origin;
import org.yiwang.record.RecordFacts;
import org.yiwang.record.RecordKey;
import org.yiwang.record.RecordState;
import org.yiwang.record.TimeKind;

/**
 * Invents the records of a town: honest people with all their mess (no GPS, typed codes, forgotten check-outs, family
 * phones, no network, signed sheets), and fakes of six kinds among them. It sets nothing but what the program itself would
 * have on hand, and knows nothing of the rule.
 */
final class InventedTown {

    /** The kinds of fakes. */
    enum Fake {
        /** Hours sold by entering strangers by hand. */
        SOLD_ENTRY,
        /** The code sent to a friend's phone, which acts for many from home. */
        FORWARDED_CODE,
        /** Absent people ticked on the roster of a real activity. */
        ROSTER_ABSENT,
        /** An activity that never was: everybody ticked and attested by one account. */
        GHOST,
        /** A working day handed in afterwards. */
        OVERLONG_MAKEUP,
        /** A whole class by one phone, or by cards read out one after another. */
        ONE_HAND_FOR_A_CLASS
    }

    /** An activity with what is known about it. */
    record Scene(List<RecordFacts> crew, Known known) {}

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final RegionCode REGION = new RegionCode("420102015001");
    private static final int ORGANIZATIONS = 12;

    private final Random random;
    private final Map<RecordKey, Fake> fakes = new HashMap<>();
    private final Map<Long, List<RecordFacts>> crews = new LinkedHashMap<>();
    private final Map<Long, Map<Long, Long>> devices = new HashMap<>();
    private final Set<RecordKey> known = new HashSet<>();
    private final List<List<Known.Checked>> histories = new ArrayList<>();
    private long ids = 1;
    private long deviceIds = 1;

    InventedTown(long seed) {
        random = new Random(seed);
        for (int o = 0; o < ORGANIZATIONS; o++) {
            List<Known.Checked> history = new ArrayList<>();
            // A third of the organizations is too young to have been checked.
            for (int i = 0; o % 3 != 0 && i < 15 + random.nextInt(30); i++) {
                history.add(new Known.Checked(LocalDate.of(2026, 6, 1).plusDays(random.nextInt(120)), !chance(1.5)));
            }
            histories.add(history);
        }
    }

    /** So many records, of which so many are fakes. */
    static InventedTown of(long seed, int records, int fakes) {
        InventedTown town = new InventedTown(seed);
        int[] each = new int[Fake.values().length];
        for (int i = 0; i < fakes; i++) {
            each[i % each.length]++;
        }
        town.plant(each);
        while (town.size() < records) {
            town.honest(town.activity(), Math.min(records - town.size(), town.crewSize()));
        }
        return town;
    }

    Map<RecordKey, Fake> fakes() {
        return fakes;
    }

    List<Scene> scenes() {
        List<Scene> scenes = new ArrayList<>();
        crews.forEach((activity, crew) -> {
            Map<Long, Long> used = devices.getOrDefault(activity, Map.of());
            Map<Long, Integer> groups = new HashMap<>();
            used.forEach((person, device) -> groups.put(
                    person, (int) used.values().stream().filter(device::equals).count()));
            Known.Voices voices = chance(20) && crew.stream().noneMatch(r -> fakes.get(r.key()) == Fake.GHOST)
                    ? new Known.Voices(1 + random.nextInt(4), chance(4) ? 1 : 0)
                    : Known.Voices.NONE;
            scenes.add(new Scene(
                    crew,
                    new Known(
                            groups,
                            known,
                            voices,
                            Map.of(),
                            histories.get((int) crew.getFirst().organizationId()),
                            Known.Sanctioned.NONE)));
        });
        return scenes;
    }

    private int size() {
        return crews.values().stream().mapToInt(List::size).sum();
    }

    private int crewSize() {
        return chance(20) ? 2 + random.nextInt(3) : 5 + random.nextInt(30);
    }

    private void plant(int[] each) {
        Activity market = activity();
        honest(market, 12 + random.nextInt(15));
        sold(market, each[Fake.SOLD_ENTRY.ordinal()]);
        Activity park = activity();
        honest(park, 12 + random.nextInt(15));
        forwarded(park, each[Fake.FORWARDED_CODE.ordinal()]);
        Activity school = activity();
        honest(school, 12 + random.nextInt(15));
        ticked(school, each[Fake.ROSTER_ABSENT.ordinal()]);
        ghost(activity(), each[Fake.GHOST.ordinal()]);
        for (int i = 0; i < each[Fake.OVERLONG_MAKEUP.ordinal()]; i++) {
            Activity fair = activity();
            honest(fair, 4 + random.nextInt(8));
            overlong(fair);
        }
        oneHand(activity(), each[Fake.ONE_HAND_FOR_A_CLASS.ordinal()]);
    }

    // --- honest people -------------------------------------------------------------------------------------------

    private void honest(Activity a, int people) {
        boolean sheet = chance(2.5);
        // A sheet has fifteen lines.
        int left = sheet ? Math.min(15, people) : people;
        if (!sheet && chance(45)) {
            leader(a);
            left--;
        }
        Instant cards = a.shift.start().minusSeconds(600);
        Instant cardsOut = a.shift.end();
        Instant attest = a.shift.end().plus(Duration.ofHours(20 + random.nextInt(20)));
        while (left > 0) {
            double dice = random.nextDouble() * 100;
            if (sheet || dice < 1.5) {
                entered(
                        a,
                        Origin.PAPER,
                        chance(65),
                        60 + random.nextInt(150),
                        a.shift.end().plus(Duration.ofDays(2)));
            } else if (dice < 2.5) {
                entered(
                        a,
                        Origin.MANUAL,
                        chance(85),
                        60 + random.nextInt(120),
                        a.shift.end().plus(Duration.ofDays(3)));
            } else if (dice < 4) {
                entered(
                        a,
                        Origin.MAKEUP,
                        chance(85),
                        60 + random.nextInt(180),
                        a.shift.end().plus(Duration.ofDays(9)));
            } else if (dice < 5) {
                entered(
                        a,
                        Origin.TRANSFER,
                        false,
                        60 + random.nextInt(180),
                        a.shift.end().plus(Duration.ofDays(40)));
            } else if (dice < 8) {
                elderOnRoster(a);
            } else if (dice < 20) {
                cards = cards.plusSeconds(5 + random.nextInt(20));
                cardsOut = cardsOut.plusSeconds(5 + random.nextInt(20));
                Evidence end = new Evidence(Way.SCANNED_CARD, null, false, null, a.leader);
                add(a, ids++, new Period(cards, cardsOut), end, end, cardsOut);
            } else {
                left -= byPhone(a, left, attest);
                attest = attest.plusSeconds(10 + random.nextInt(30));
                continue;
            }
            left--;
        }
    }

    /** A person, or a family, by their own phone; how many they are. */
    private int byPhone(Activity a, int most, Instant attest) {
        int family = chance(6) ? Math.min(most, 2 + random.nextInt(2)) : 1;
        long device = deviceIds++;
        Integer gps = chance(68) ? random.nextInt(160) : null;
        boolean forgot = chance(8);
        boolean late = chance(3);
        Instant came = a.shift.start().minusSeconds(900).plusSeconds(random.nextInt(1500));
        Instant left = a.shift.end().minusSeconds(300).plusSeconds(random.nextInt(900));
        for (int i = 0; i < family; i++) {
            long person = ids++;
            devices.computeIfAbsent(a.id, x -> new HashMap<>()).put(person, device);
            Evidence in = phone(person, gps, i > 0, late, came);
            Instant in1 = came.plusSeconds(20L * i);
            if (forgot) {
                add(
                        a,
                        person,
                        new Period(in1, a.shift.end()),
                        in,
                        new Evidence(Way.ATTESTED, null, false, "忘记签退", a.leader),
                        attest);
            } else {
                Integer gpsOut = gps != null && chance(93) ? Integer.valueOf(random.nextInt(200)) : null;
                Instant out1 = left.plusSeconds(20L * i);
                add(a, person, new Period(in1, out1), in, phone(person, gpsOut, family > 1, chance(3), left), out1);
            }
        }
        return family;
    }

    private Evidence phone(long person, @Nullable Integer gps, boolean reused, boolean late, Instant at) {
        Way way = chance(18) ? Way.TYPED_CODE : Way.SCANNED_CODE;
        // Once in a while a phone believes to be elsewhere.
        Integer metres = gps != null && chance(0.7) ? Integer.valueOf(600 + random.nextInt(900)) : gps;
        return new Evidence(way, metres, reused, null, person, late ? at.minusSeconds(240) : null);
    }

    private void elderOnRoster(Activity a) {
        Instant came = a.shift.start().minusSeconds(600).plusSeconds(random.nextInt(1200));
        Instant left = a.shift.end().minusSeconds(60).plusSeconds(random.nextInt(600));
        Evidence tick = new Evidence(Way.ROSTER, null, false, "老人没有手机", a.leader);
        add(a, ids++, new Period(came, left), tick, tick, left);
    }

    private void leader(Activity a) {
        Integer gps = chance(75) ? random.nextInt(80) : null;
        Evidence own = new Evidence(Way.OWN_CODE, gps, false, null, a.leader);
        Instant came = a.shift.start().minusSeconds(1200).plusSeconds(random.nextInt(600));
        Instant left = a.shift.end().plusSeconds(random.nextInt(900));
        add(a, a.leader, new Period(came, left), own, own, left);
    }

    private RecordFacts entered(Activity a, Origin origin, boolean knownHere, int minutes, Instant at) {
        Instant from = a.shift.start();
        RecordFacts record =
                record(a, ids++, origin, new Period(from, from.plus(Duration.ofMinutes(minutes))), null, null, at);
        if (knownHere) {
            known.add(record.key());
        }
        return record;
    }

    // --- fakes ---------------------------------------------------------------------------------------------------

    private void sold(Activity a, int people) {
        Instant at = a.shift.end().plus(Duration.ofHours(30));
        for (int i = 0; i < people; i++) {
            at = at.plusSeconds(60 + random.nextInt(120));
            fake(entered(a, Origin.MANUAL, false, 300, at), Fake.SOLD_ENTRY);
        }
    }

    private void forwarded(Activity a, int people) {
        long device = deviceIds++;
        boolean hidden = chance(50);
        Instant came = a.shift.start();
        Instant left = a.shift.end();
        for (int i = 0; i < people; i++) {
            long person = ids++;
            devices.computeIfAbsent(a.id, x -> new HashMap<>()).put(person, device);
            came = came.plusSeconds(15 + random.nextInt(30));
            left = left.plusSeconds(15 + random.nextInt(30));
            Integer metres = hidden ? null : Integer.valueOf(2_000 + random.nextInt(20_000));
            Way way = chance(50) ? Way.TYPED_CODE : Way.SCANNED_CODE;
            fake(
                    add(
                            a,
                            person,
                            new Period(came, left),
                            new Evidence(way, metres, i > 0, null, person),
                            new Evidence(way, metres, true, null, person),
                            left),
                    Fake.FORWARDED_CODE);
        }
    }

    private void ticked(Activity a, int people) {
        Instant came = a.shift.start().plusSeconds(random.nextInt(600));
        Instant left = a.shift.end().plusSeconds(random.nextInt(600));
        Evidence tick = new Evidence(Way.ROSTER, null, false, "手机没电", a.leader);
        for (int i = 0; i < people; i++) {
            came = came.plusSeconds(2 + random.nextInt(8));
            left = left.plusSeconds(2 + random.nextInt(8));
            fake(add(a, ids++, new Period(came, left), tick, tick, left), Fake.ROSTER_ABSENT);
        }
    }

    private void ghost(Activity a, int people) {
        Instant came = a.shift.start();
        Instant made = a.shift.end().plus(Duration.ofHours(3));
        for (int i = 0; i < people; i++) {
            came = came.plusSeconds(random.nextInt(15));
            made = made.plusSeconds(2 + random.nextInt(10));
            fake(
                    add(
                            a,
                            ids++,
                            new Period(came, a.shift.end()),
                            new Evidence(Way.ROSTER, null, false, "集体签到", a.leader),
                            new Evidence(Way.ATTESTED, null, false, "集体签退", a.leader),
                            made),
                    Fake.GHOST);
        }
    }

    private void overlong(Activity a) {
        fake(
                entered(
                        a,
                        Origin.MAKEUP,
                        chance(50),
                        480 + random.nextInt(120),
                        a.shift.end().plus(Duration.ofDays(12))),
                Fake.OVERLONG_MAKEUP);
    }

    private void oneHand(Activity a, int people) {
        boolean cards = chance(50);
        long device = deviceIds++;
        Instant came = a.shift.start();
        Instant left = a.shift.end();
        for (int i = 0; i < people; i++) {
            long person = ids++;
            came = came.plusSeconds(cards ? 2 + random.nextInt(2) : 20 + random.nextInt(20));
            left = left.plusSeconds(cards ? 2 + random.nextInt(2) : 20 + random.nextInt(20));
            Evidence in;
            Evidence out;
            if (cards) {
                in = new Evidence(Way.SCANNED_CARD, null, false, null, a.leader);
                out = in;
            } else {
                devices.computeIfAbsent(a.id, x -> new HashMap<>()).put(person, device);
                in = new Evidence(Way.SCANNED_CODE, 12, i > 0, null, person);
                out = new Evidence(Way.SCANNED_CODE, 15, true, null, person);
            }
            fake(add(a, person, new Period(came, left), in, out, left), Fake.ONE_HAND_FOR_A_CLASS);
        }
    }

    // --- making them ---------------------------------------------------------------------------------------------

    private record Activity(long id, long organizationId, long leader, Period shift) {}

    private Activity activity() {
        Instant start = LocalDate.of(2026, 9, 1)
                .plusDays(random.nextInt(60))
                .atTime(8 + random.nextInt(8), 0)
                .atZone(ZONE)
                .toInstant();
        return new Activity(
                ids++,
                random.nextInt(ORGANIZATIONS),
                ids++,
                new Period(start, start.plus(Duration.ofMinutes(90 + 30L * random.nextInt(5)))));
    }

    private RecordFacts add(Activity a, long person, Period served, Evidence in, Evidence out, Instant madeAt) {
        return record(a, person, Origin.ATTENDANCE, served, in, out, madeAt);
    }

    private RecordFacts record(
            Activity a,
            long person,
            Origin origin,
            Period served,
            @Nullable Evidence in,
            @Nullable Evidence out,
            Instant madeAt) {
        RecordFacts record = new RecordFacts(
                new RecordKey(person, ids++),
                origin,
                a.id,
                "活动",
                a.organizationId,
                "队伍",
                List.of(a.organizationId),
                REGION,
                a.shift,
                served,
                served.minutes(),
                a.shift.start().atZone(ZONE).toLocalDate(),
                in,
                out,
                false,
                in != null && in.isTwoSided() && out != null && out.isTwoSided() ? TimeKind.CREDIT : TimeKind.HONOUR,
                a.leader,
                madeAt,
                RecordState.NOTICE);
        crews.computeIfAbsent(a.id, x -> new ArrayList<>()).add(record);
        return record;
    }

    private void fake(RecordFacts record, Fake kind) {
        fakes.put(record.key(), kind);
    }

    private boolean chance(double percent) {
        return random.nextDouble() * 100 < percent;
    }
}
