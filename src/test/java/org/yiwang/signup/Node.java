package org.yiwang.signup;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.activity.ActivityView;
import org.yiwang.activity.Conditions;
import org.yiwang.activity.ShiftView;
import org.yiwang.kernel.Label;
import org.yiwang.kernel.Period;
import org.yiwang.kernel.RegionCode;
import org.yiwang.platform.Combiner;
import org.yiwang.signup.Applications.Answer;
import org.yiwang.volunteer.Qualifications;
import org.yiwang.volunteer.VolunteerView;

/** One node of the program as far as places go: a combiner on a database, with activities and people made up. */
final class Node implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    static final SignUpRules RULES = new SignUpRules(5, 24, 10_000, 18, 2);

    final JdbcClient jdbc;
    final PlaceStore places;
    final SignUpStore signUps;
    final Applications applications;
    private final Map<Long, ActivityView> activities;
    private final Combiner<Application, Answer> combiner;

    private Node(DataSource database, Map<Long, ActivityView> activities) {
        this.activities = activities;
        jdbc = JdbcClient.create(database);
        places = new PlaceStore(jdbc);
        signUps = new SignUpStore(jdbc);
        applications = new Applications(
                places,
                signUps,
                new Facts(
                        Node::people,
                        new Facts.ActivityByRevision() {
                            @Override
                            public @Nullable ActivityView find(long id, long revision) {
                                return Node.this.activities.get(id);
                            }
                        },
                        Node::held,
                        code -> new Label(code, code),
                        () -> RULES,
                        ZONE),
                new TransactionTemplate(new DataSourceTransactionManager(database)),
                event -> {},
                Clock.fixed(NOW, ZONE));
        combiner = new Combiner<>("node", 2, 512, 20_000, together -> {
            Supplier<List<Answer>> step = applications.prepare(together);
            return () -> step.get().stream()
                    .<Combiner.Outcome<Answer>>map(Combiner.Outcome.Done::new)
                    .toList();
        });
    }

    static Node on(DataSource database) {
        return new Node(database, new ConcurrentHashMap<>());
    }

    /** Another node that knows the same activities. */
    Node sibling(DataSource database) {
        return new Node(database, activities);
    }

    /** Publishes an activity with one shift per hour offset, each two hours long. */
    void publish(long activityId, int capacity, boolean reviewed, int... hoursFromNow) {
        List<ShiftView> shifts = java.util.Arrays.stream(hoursFromNow)
                .mapToObj(h -> shift(activityId, activityId * 100 + h, capacity, h))
                .toList();
        activities.put(activityId, activity(activityId, shifts, reviewed, ActivityView.RecruitScope.PUBLIC, 0));
        places.put(shifts);
    }

    static ShiftView shift(long activityId, long shiftId, int capacity, int hoursFromNow) {
        Instant start = NOW.plus(hoursFromNow, ChronoUnit.HOURS);
        return new ShiftView(
                shiftId,
                activityId,
                1,
                "post",
                new Period(start, start.plus(2, ChronoUnit.HOURS)),
                capacity,
                Conditions.NONE);
    }

    static ActivityView activity(
            long id, List<ShiftView> shifts, boolean reviewed, ActivityView.RecruitScope scope, int risk) {
        return new ActivityView(
                id,
                1,
                List.of(1L),
                new RegionCode("4201"),
                "activity " + id,
                "1",
                ActivityView.State.PUBLISHED,
                shifts.getFirst().period(),
                new ActivityView.Place("here", null, null),
                risk,
                new Period(NOW.minus(1, ChronoUnit.DAYS), NOW.plus(30, ChronoUnit.DAYS)),
                scope,
                reviewed,
                shifts);
    }

    static VolunteerView person(long id) {
        return new VolunteerView(
                id,
                "N" + id,
                "人" + id,
                LocalDate.of(1990, 1, 1),
                new RegionCode("420102001001"),
                VolunteerView.State.VALID,
                id,
                null,
                Set.of());
    }

    private static Map<Long, VolunteerView> people(Collection<Long> ids) {
        return ids.stream().distinct().collect(Collectors.toMap(id -> id, Node::person));
    }

    private static Map<Long, List<Qualifications.Held>> held(Collection<Long> ids) {
        throw new AssertionError("no post asks for a qualification, but they were read");
    }

    Decision apply(long volunteer, long activity, int hoursFromNow, @Nullable String key) {
        return combiner.call(activity, application(volunteer, activity, hoursFromNow, key))
                .decision();
    }

    static Application application(long volunteer, long activity, int hoursFromNow, @Nullable String key) {
        return new Application(
                volunteer,
                volunteer,
                new Shift.Key(activity, activity * 100 + hoursFromNow),
                ActivityView.RecruitScope.PUBLIC,
                -1,
                key == null ? null : Admission.digest(key));
    }

    @Override
    public void close() {
        combiner.close();
    }
}
