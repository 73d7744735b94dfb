package org.yiwang.star;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiwang.testing.Refusals.refused;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Role;
import org.yiwang.record.TimeKind;
import org.yiwang.record.TrustGrade;
import org.yiwang.star.Rehearsal.Count;
import org.yiwang.star.Rehearsal.State;
import org.yiwang.star.Rehearsals.Line;
import org.yiwang.star.StarScheme.Asks;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.Hours;
import org.yiwang.testing.PeopleFixture;
import org.yiwang.testing.TeamFixture;
import org.yiwang.testing.TestClock;
import org.yiwang.testing.VolunteerFixture;
import org.yiwang.volunteer.VolunteerView;

/** What a new scheme would mean, before anybody decides by it. */
@CityTest
class RehearsalsTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final LocalDate LAST = LocalDate.of(2026, 11, 20);

    /** Nobody else's tests go there. */
    private static final LocalDate FAR = LocalDate.of(2041, 1, 1);

    @Autowired
    private Rehearsals rehearsals;

    @Autowired
    private RehearsalRunner runner;

    @Autowired
    private StarSchemes schemes;

    @Autowired
    private StarApplications applications;

    @Autowired
    private StarReview review;

    @Autowired
    private StarNotice notice;

    @Autowired
    private Stars stars;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    private Actor city;

    @BeforeEach
    void people() {
        clock.reset();
        city = PeopleFixture.staff(Role.CITY_OFFICE, "4201");
    }

    @AfterEach
    void back() {
        clock.reset();
    }

    @Test
    void counts_everybody_under_both_schemes_and_names_who_would_gain_or_lose_and_why() {
        VolunteerView gains = person("赵得", 80, 0);
        VolunteerView loses = person("钱失", 50, 60);
        VolunteerView same = person("孙同", 400, 0);
        long id = rehearse(scheme(80, 20, Set.of()), null);
        Rehearsal done = rehearsals.get(city, id);
        assertThat(done.state()).isEqualTo(State.DONE);
        Map<Long, Line> lines = all(city, id);
        assertThat(lines).doesNotContainKey(same.id());
        assertThat(line(lines, gains).change())
                .extracting(Rehearsal.Change::starNow, Rehearsal.Change::starThen)
                .containsExactly(0, 1);
        assertThat(line(lines, gains).who()).isEqualTo("赵*");
        assertThat(Objects.requireNonNull(line(lines, gains).now()).missing()).isEqualTo(20 * 60);
        assertThat(Objects.requireNonNull(line(lines, gains).then()).missing()).isZero();
        assertThat(line(lines, loses).change())
                .extracting(Rehearsal.Change::starNow, Rehearsal.Change::starThen)
                .containsExactly(1, 0);
        assertThat(Objects.requireNonNull(line(lines, loses).then()).honourCounted())
                .isEqualTo(16 * 60);
        assertThat(rehearsals.counts(city, id)).isEqualTo(bruteForce(done));
        assertThat(lines).hasSize((int) (done.gain() + done.lose()));
        assertThat(all(PeopleFixture.staff(Role.DISTRICT_OFFICE, "420103"), id))
                .as("people of another district")
                .doesNotContainKey(gains.id());
        refused(
                Actor.AccessProblem.OUT_OF_SCOPE,
                () -> rehearsals.get(TeamFixture.team().admin(), id));
        refused(
                Actor.AccessProblem.NOT_ALLOWED,
                () -> rehearsals.start(
                        PeopleFixture.staff(Role.DISTRICT_OFFICE, "420102"), scheme(1, 1, Set.of()), null, LAST));
    }

    @Test
    void looks_at_the_service_of_the_chosen_days_only_and_leaves_out_grades() {
        VolunteerView person = person("李年", 120, 0);
        long before = rehearse(scheme(80, 50, Set.of()), LocalDate.of(2026, 11, 12));
        assertThat(line(all(city, before), person).change())
                .as("nine days of ten hours")
                .extracting(Rehearsal.Change::starNow, Rehearsal.Change::starThen)
                .containsExactly(0, 1);
        jdbc.sql("""
                        insert into trust_grade
                        select volunteer_id, record_id, activity_id, 'D', 0, '[]', 1, now() from record_current
                        where volunteer_id = :person and service_date > '2026-11-15'
                        on conflict (volunteer_id, record_id) do update set grade = 'D'""").param("person", person.id()).update();
        long without = rehearse(scheme(80, 50, Set.of(TrustGrade.D)), null);
        assertThat(line(all(city, without), person).change())
                .as("70 of 120 hours are left")
                .extracting(
                        Rehearsal.Change::starNow,
                        Rehearsal.Change::starThen,
                        c -> c.minutesThen().creditMinutes())
                .containsExactly(1, 0, 70L * 60);
    }

    @Test
    void begins_anew_after_a_stop_and_fails_after_some() {
        person("周断", 80, 0);
        long id = rehearsals.start(city, scheme(80, 50, Set.of()), null, LAST);
        jdbc.sql("update star_rehearsal set state = 'RUNNING', tries = 1, done = 7 where id = :id")
                .param("id", id)
                .update();
        jdbc.sql("insert into star_rehearsal_line values (:id, 1, '4201', 5, 0, 1, 1, 1, 1)")
                .param("id", id)
                .update();
        runner.run();
        Rehearsal done = rehearsals.get(city, id);
        assertThat(done.state()).isEqualTo(State.DONE);
        assertThat(all(city, id)).doesNotContainKey(1L);
        assertThat(rehearsals.counts(city, id)).isEqualTo(bruteForce(done));
        long broken = rehearsals.start(city, scheme(80, 50, Set.of()), null, LAST);
        jdbc.sql("update star_rehearsal set state = 'RUNNING', tries = 3 where id = :id")
                .param("id", broken)
                .update();
        runner.run();
        assertThat(rehearsals.get(city, broken).state()).isEqualTo(State.FAILED);
        refused(StarProblem.REHEARSAL_NOT_DONE, () -> rehearsals.adopt(city, broken, FAR, "改"));
    }

    @Test
    void is_adopted_from_a_day_on_and_changes_no_star_that_somebody_has() {
        Actor community = PeopleFixture.staff(Role.COMMUNITY_STAFF, TeamFixture.COMMUNITY);
        VolunteerView holder = person("吴先", 120, 0);
        long granted = applications.apply(VolunteerFixture.actor(holder), holder.id(), 1, null, "");
        review.approve(community, granted, "");
        clock.advance(Duration.ofDays(8));
        notice.grantDue();
        Star star = stars.highest(holder.id()).orElseThrow();
        VolunteerView waiting = person("郑后", 120, 0);
        long waits = applications.apply(VolunteerFixture.actor(waiting), waiting.id(), 1, null, "");
        long id = rehearse(scheme(200, 50, Set.of()), null);
        long audited = audited(id);
        List<Line> exported = new ArrayList<>();
        rehearsals.export(city, id, exported::add);
        assertThat(audited(id)).isEqualTo(audited + 1);
        assertThat(exported).extracting(l -> l.change().volunteerId()).contains(holder.id(), waiting.id());
        refused("rules.in-the-past", () -> rehearsals.adopt(city, id, LAST, "从前"));
        int version = rehearsals.adopt(city, id, FAR, "和别的城市一致");
        refused(StarProblem.ADOPTED_ALREADY, () -> rehearsals.adopt(city, id, FAR, "再来"));
        assertThat(schemes.current().version()).as("not yet").isNotEqualTo(version);
        clock.set(FAR.atTime(9, 0).atZone(ZONE).toInstant());
        assertThat(schemes.current().version()).isEqualTo(version);
        refused(StarProblem.BELOW_THRESHOLD, () -> review.approve(community, waits, ""));
        assertThat(stars.highest(holder.id())).contains(star);
    }

    private VolunteerView person(String name, int creditHours, int honourHours) {
        VolunteerView person = VolunteerFixture.adult(name);
        Hours.give(person, TimeKind.CREDIT, creditHours * 60, LAST);
        Hours.give(person, TimeKind.HONOUR, honourHours * 60, LAST);
        return person;
    }

    private static Line line(Map<Long, Line> lines, VolunteerView person) {
        return Objects.requireNonNull(lines.get(person.id()));
    }

    private long rehearse(StarScheme scheme, @Nullable LocalDate from) {
        long id = rehearsals.start(city, scheme, from, LAST);
        runner.run();
        return id;
    }

    private static StarScheme scheme(int first, int honourPercent, Set<TrustGrade> excluded) {
        return new StarScheme(
                List.of(
                        new Asks(1, first, List.of(ReviewLevel.COMMUNITY)),
                        new Asks(2, 300, List.of(ReviewLevel.COMMUNITY))),
                honourPercent,
                excluded,
                EnumSet.allOf(StarScheme.Path.class),
                StarScheme.CutOff.DAY,
                7,
                30,
                10);
    }

    private Map<Long, Line> all(Actor reader, long id) {
        Map<Long, Line> all = new HashMap<>();
        List<Line> some = rehearsals.lines(reader, id, null, 0);
        while (!some.isEmpty()) {
            some.forEach(l -> all.put(l.change().volunteerId(), l));
            some = rehearsals.lines(reader, id, null, some.getLast().change().volunteerId());
        }
        return all;
    }

    private long audited(long id) {
        return jdbc.sql("select count(*) from account_audit where what = 'star.rehearsal-export' and subject = :s")
                .param("s", "star-rehearsal:" + org.yiwang.kernel.Ids.text(id))
                .query(Long.class)
                .single();
    }

    /** Person by person, record by record, in memory. */
    private List<Count> bruteForce(Rehearsal rehearsal) {
        Map<Long, long[]> people = new HashMap<>();
        jdbc.sql("select volunteer_id, time_kind, service_minutes, service_date, state from record_current")
                .query((row, i) -> {
                    LocalDate day = row.getObject("service_date", LocalDate.class);
                    if (row.getString("state").equals("EFFECTIVE")
                            && !day.isBefore(rehearsal.from())
                            && !day.isAfter(rehearsal.upTo())) {
                        people.computeIfAbsent(row.getLong("volunteer_id"), v -> new long[2])[
                                        row.getString("time_kind").equals("CREDIT") ? 0 : 1] +=
                                row.getInt("service_minutes");
                    }
                    return 0;
                })
                .list();
        StarScheme now = schemes.version(rehearsal.againstVersion()).value();
        int highest = Math.max(now.stars().size(), rehearsal.scheme().stars().size());
        return IntStream.rangeClosed(0, highest)
                .mapToObj(star -> new Count(
                        star,
                        people.values().stream()
                                .filter(m -> highest(m, now) == star)
                                .count(),
                        people.values().stream()
                                .filter(m -> highest(m, rehearsal.scheme()) == star)
                                .count()))
                .toList();
    }

    private static int highest(long[] minutes, StarScheme scheme) {
        int star = 0;
        for (Asks asks : scheme.stars()) {
            double threshold = asks.hours() * 60.0;
            double honour = Math.min(minutes[1], Math.floor(threshold * scheme.honourPercent() / 100));
            star = minutes[0] + honour >= threshold ? asks.star() : star;
        }
        return star;
    }
}
