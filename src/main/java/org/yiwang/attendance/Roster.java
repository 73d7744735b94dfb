package org.yiwang.attendance;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yiwang.activity.ActivityView;
import org.yiwang.activity.ShiftView;
import org.yiwang.signup.SignUpView;
import org.yiwang.volunteer.VolunteerView;

/** Puts places, people and checks together, by shift and name. */
final class Roster {

    private Roster() {}

    static List<RosterLine> of(
            ActivityView activity,
            List<SignUpView> places,
            List<PairView> pairs,
            Function<Collection<Long>, Map<Long, VolunteerView>> look,
            CheckingRule rule) {
        Map<Long, ShiftView> shifts =
                activity.shifts().stream().collect(Collectors.toMap(ShiftView::id, Function.identity()));
        Map<Long, VolunteerView> people = look.apply(
                places.stream().map(SignUpView::volunteerId).distinct().toList());
        return places.stream()
                .filter(p -> shifts.containsKey(p.shiftId()) && people.containsKey(p.volunteerId()))
                .map(p -> line(p, shifts, people, pairs, rule))
                .sorted(Comparator.comparing(
                                (RosterLine l) -> l.shift().period().start())
                        .thenComparing(l -> l.shift().id())
                        .thenComparing(l -> l.volunteer().number()))
                .toList();
    }

    private static RosterLine line(
            SignUpView place,
            Map<Long, ShiftView> shifts,
            Map<Long, VolunteerView> people,
            List<PairView> pairs,
            CheckingRule rule) {
        List<PairView> mine = pairs.stream()
                .filter(x -> x.volunteerId() == place.volunteerId() && x.shiftId() == place.shiftId())
                .toList();
        return new RosterLine(
                java.util.Objects.requireNonNull(shifts.get(place.shiftId())),
                java.util.Objects.requireNonNull(people.get(place.volunteerId())),
                mine,
                mine.stream().anyMatch(x -> x.state() == PairView.State.OPEN),
                place.state() == SignUpView.State.NO_SHOW,
                any(mine, e -> e.distanceMetres() != null && e.distanceMetres() >= rule.farMetres()),
                any(mine, Evidence::deviceReused),
                any(mine, Evidence::late));
    }

    private static boolean any(List<PairView> pairs, Predicate<Evidence> test) {
        return pairs.stream().flatMap(p -> both(p.in(), p.out())).anyMatch(test);
    }

    private static Stream<Evidence> both(Evidence in, @Nullable Evidence out) {
        return out == null ? Stream.of(in) : Stream.of(in, out);
    }
}
