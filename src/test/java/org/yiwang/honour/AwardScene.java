package org.yiwang.honour;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.RegionCode;
import org.yiwang.kernel.Role;
import org.yiwang.record.RecordFixture;
import org.yiwang.record.TimeKind;
import org.yiwang.testing.City;
import org.yiwang.testing.PeopleFixture;
import org.yiwang.testing.TestClock;
import org.yiwang.testing.VolunteerFixture;
import org.yiwang.volunteer.VolunteerView;

/** A district office with award rounds, and people for them. */
final class AwardScene {

    private static final AtomicInteger NAMES = new AtomicInteger();
    private static final RegionCode DISTRICT = new RegionCode("420102");

    final Actor office = PeopleFixture.staff(Role.DISTRICT_OFFICE, DISTRICT.value());
    /** Nominates; who did so takes no further step in the round. */
    final Actor clerk = PeopleFixture.staff(Role.DISTRICT_OFFICE, DISTRICT.value());

    final RoundDesk desk = City.bean(RoundDesk.class);
    final PanelDesk panelDesk = City.bean(PanelDesk.class);
    final Nominations nominations = City.bean(Nominations.class);
    final OwnNominations own = City.bean(OwnNominations.class);
    final Judging judging = City.bean(Judging.class);
    final Awards awards = City.bean(Awards.class);
    final ObjectionDesk objections = City.bean(ObjectionDesk.class);
    final TestClock clock = City.bean(TestClock.class);
    final List<VolunteerView> judges = new ArrayList<>();

    /** Somebody whose name nobody else bears. */
    static VolunteerView person() {
        return VolunteerFixture.adult("荣" + Character.toString(0x4E00 + NAMES.incrementAndGet()));
    }

    /** Somebody who served that many hours in October. */
    static VolunteerView served(int hours) {
        VolunteerView person = person();
        LocalDate day = LocalDate.of(2026, 10, 1);
        for (int left = hours; left > 0; left -= 8) {
            RecordFixture.effective(person.id(), day, Math.min(left, 8) * 60, TimeKind.CREDIT, "花桥志愿队", "清洁家园");
            day = day.plusDays(1);
        }
        return person;
    }

    /** Opens a round today, without a minimum of hours. */
    long open(int places, Scoring scoring, String... criteria) {
        return open(terms(places, scoring, criteria));
    }

    long open(RoundTerms terms) {
        long id = desk.create(office, DISTRICT, "finest", terms);
        desk.open(office, id);
        return id;
    }

    RoundTerms terms(int places, Scoring scoring, String... criteria) {
        LocalDate today = LocalDate.now(clock);
        return new RoundTerms(
                "2026 最美志愿者",
                2026,
                "岸政〔2026〕33号",
                places,
                List.of(Capacity.values()),
                today,
                today.plusDays(6),
                today.plusDays(13),
                5,
                LocalDate.of(2026, 1, 1),
                LocalDate.of(2026, 10, 31),
                0,
                0,
                Conflict.TEAM,
                scoring,
                List.of(criteria),
                "");
    }

    RoundTerms withHours(RoundTerms t, int hours) {
        return new RoundTerms(
                t.name(),
                t.year(),
                t.documentNumber(),
                t.places(),
                t.nominators(),
                t.opensOn(),
                t.nominateUntil(),
                t.reviewUntil(),
                t.noticeDays(),
                t.countedFrom(),
                t.countedTo(),
                hours * 60,
                t.ageFrom(),
                t.conflict(),
                t.scoring(),
                t.criteria(),
                t.words());
    }

    /** Nominated by the office and agreed. */
    long agreed(long round, VolunteerView person) {
        long id = nominations.nominate(clerk, round, person.number(), List.of());
        own.agree(VolunteerFixture.actor(person), id, false);
        return id;
    }

    void panel(long round, int size) {
        for (int i = 0; i < size; i++) {
            VolunteerView judge = person();
            judges.add(judge);
            panelDesk.name(office, round, judge.number());
        }
    }

    /** Every judge gives this nominee these points, one judge each. */
    void score(long nomination, int... points) {
        for (int i = 0; i < points.length; i++) {
            judging.score(VolunteerFixture.actor(judges.get(i)), nomination, List.of(points[i]));
        }
    }

    /** Days pass, and the job runs. */
    void pass(int days) {
        clock.advance(Duration.ofDays(days));
        City.bean(RoundClock.class).tick();
    }

    List<Objection> said(long round) {
        return objections.list(office, desk.get(office, round).round(), 1).items();
    }

    RoundState state(long round) {
        return desk.get(office, round).round().state();
    }

    Nominee nominee(long nomination) {
        return City.bean(NominationStore.class).find(nomination).orElseThrow();
    }
}
