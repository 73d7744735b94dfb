package org.yiwang.points;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.dossier.Qualities;
import org.yiwang.dossier.Qualities.Service;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Permission;
import org.yiwang.kernel.Refusal;
import org.yiwang.points.Preview.Band;
import org.yiwang.points.Preview.Example;
import org.yiwang.points.Preview.Person;
import org.yiwang.record.Counted;
import org.yiwang.record.EffectiveRecords;
import org.yiwang.record.RecordKey;
import org.yiwang.record.TimeKind;
import org.yiwang.record.TrustGrade;
import org.yiwang.rules.RuleBook;
import org.yiwang.rules.RuleVersion;
import org.yiwang.rules.Rules;
import org.yiwang.trust.TrustGrades;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.volunteer.Volunteers;
import tools.jackson.databind.json.JsonMapper;

/**
 * New versions of the formula: tried on a past month, then adopted. Trying keeps nothing; adopting is a version of the rule
 * like any other and changes nothing of the past. Refuses with {@code access.not-allowed} who may not edit rules.
 */
@Component
public class FormulaDrafts {

    private static final int PEOPLE = 1_000;
    private static final int NAMED = 10;
    private static final long[] BANDS = {0, 1, 20, 50, 100, 200, 500};

    private final EffectiveRecords records;
    private final TrustGrades grades;
    private final Qualities qualities;
    private final Volunteers volunteers;
    private final Rules rules;
    private final RuleBook book;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();

    FormulaDrafts(
            EffectiveRecords records,
            TrustGrades grades,
            Qualities qualities,
            Volunteers volunteers,
            Rules rules,
            RuleBook book,
            Clock clock) {
        this.records = records;
        this.grades = grades;
        this.qualities = qualities;
        this.volunteers = volunteers;
        this.rules = rules;
        this.book = book;
        this.clock = clock;
    }

    /** The month that is looked at unless another is chosen: the last one that is over. */
    public YearMonth lastMonth() {
        return YearMonth.now(clock).minusMonths(1);
    }

    /**
     * Works out a month by the formula that holds today and by a draft. Refuses with {@code points.month} for one that is not
     * over.
     */
    @Transactional(readOnly = true)
    public Preview preview(Actor actor, Formula draft, YearMonth month) {
        if (!actor.may(Permission.CODES_EDIT)) {
            throw new Refusal(Actor.AccessProblem.NOT_ALLOWED);
        }
        if (month.isAfter(lastMonth()) || month.isBefore(lastMonth().minusYears(10))) {
            throw new Refusal(PointsProblem.MONTH).at("month");
        }
        Formula now = rules.current(Formula.KEY, Formula.class).value();
        Tally tally = new Tally();
        List<Counted> some = records.between(month.atDay(1), month.atEndOfMonth(), Long.MIN_VALUE, PEOPLE);
        while (!some.isEmpty()) {
            add(tally, some, now, draft);
            long last = some.getLast().key().volunteerId();
            some = records.between(month.atDay(1), month.atEndOfMonth(), last, PEOPLE);
        }
        return tally.preview(month, examples(now, draft), FormulaChange.between(now, draft));
    }

    /** The version that is adopted for the latest day: a draft begins with it, so that nothing adopted is undone by oversight. */
    public RuleVersion latest() {
        return book.versions(Formula.KEY).stream()
                .max(Comparator.comparing(RuleVersion::effectiveFrom).thenComparing(RuleVersion::version))
                .orElseThrow();
    }

    /**
     * Makes a draft the formula for service from a day on. Refuses with {@code points.same-formula}, {@code
     * rules.in-the-past}.
     *
     * @return its version
     */
    @Transactional
    public int adopt(Actor actor, Formula draft, LocalDate from, String note) {
        if (draft.equals(rules.on(from, Formula.KEY, Formula.class).value())) {
            throw new Refusal(PointsProblem.SAME_FORMULA);
        }
        return book.add(actor, Formula.KEY, from, json.writeValueAsString(draft), note);
    }

    private void add(Tally tally, List<Counted> some, Formula now, Formula draft) {
        Map<RecordKey, TrustGrade> graded =
                grades.of(some.stream().map(Counted::key).toList());
        Map<Service, String> said =
                qualities.of(some.stream().map(FormulaDrafts::service).toList());
        Map<Long, long[]> sums = new HashMap<>();
        Map<Day, long[]> used = new HashMap<>();
        for (Counted record : some) {
            TrustGrade grade = graded.get(record.key());
            Worked.Service service = new Worked.Service(
                    record.serviceMinutes(),
                    record.category(),
                    record.kind(),
                    said.get(service(record)),
                    grade == null ? null : grade.name());
            long[] day =
                    used.computeIfAbsent(new Day(record.key().volunteerId(), record.serviceDate()), _ -> new long[2]);
            Worked before = Worked.of(now, service, day[0]);
            Worked after = Worked.of(draft, service, day[1]);
            day[0] += before.counted();
            day[1] += after.counted();
            long[] sum = sums.computeIfAbsent(record.key().volunteerId(), _ -> new long[2]);
            sum[0] += before.sum();
            sum[1] += after.sum();
        }
        tally.records += some.size();
        sums.forEach((person, sum) -> tally.add(person, sum[0], sum[1]));
    }

    private record Day(long volunteerId, LocalDate day) {}

    private static Service service(Counted record) {
        return new Service(record.key().volunteerId(), record.activityId());
    }

    private static List<Example> examples(Formula now, Formula draft) {
        return Stream.of(
                        new Worked.Service(120, "01", TimeKind.CREDIT, "2", "A"),
                        new Worked.Service(180, "04", TimeKind.CREDIT, "1", "A"),
                        new Worked.Service(240, "13", TimeKind.CREDIT, "1", "B"),
                        new Worked.Service(180, "01", TimeKind.HONOUR, "3", "C"),
                        new Worked.Service(600, "18", TimeKind.CREDIT, "1", "A"))
                .map(service -> new Example(
                        service.minutes(),
                        service.category(),
                        service.kind(),
                        String.valueOf(service.evaluation()),
                        String.valueOf(service.grade()),
                        Worked.of(now, service, 0).parts(),
                        Worked.of(draft, service, 0).parts()))
                .toList();
    }

    /** What people come to, added up. */
    private final class Tally {

        private record One(long volunteerId, long now, long then) {
            long difference() {
                return then - now;
            }
        }

        private long records;
        private long people;
        private long now;
        private long then;
        private long more;
        private long fewer;
        private final long[] bandsNow = new long[BANDS.length];
        private final long[] bandsThen = new long[BANDS.length];
        private List<One> gains = new ArrayList<>();
        private List<One> losses = new ArrayList<>();

        void add(long volunteerId, long byNow, long byDraft) {
            One one = new One(volunteerId, byNow, byDraft);
            people++;
            now += byNow;
            then += byDraft;
            bandsNow[band(byNow)]++;
            bandsThen[band(byDraft)]++;
            if (one.difference() > 0) {
                more++;
                gains = most(
                        gains, one, Comparator.comparingLong(One::difference).reversed());
            } else if (one.difference() < 0) {
                fewer++;
                losses = most(losses, one, Comparator.comparingLong(One::difference));
            }
        }

        private static List<One> most(List<One> named, One another, Comparator<One> order) {
            named.add(another);
            named.sort(order.thenComparingLong(One::volunteerId));
            return new ArrayList<>(named.subList(0, Math.min(NAMED, named.size())));
        }

        private static int band(long points) {
            int band = BANDS.length - 1;
            while (points < BANDS[band]) {
                band--;
            }
            return band;
        }

        Preview preview(YearMonth month, List<Example> examples, List<FormulaChange> changes) {
            List<Band> bands = new ArrayList<>();
            for (int i = 0; i < BANDS.length; i++) {
                long to = i + 1 < BANDS.length ? BANDS[i + 1] - 1 : Long.MAX_VALUE;
                bands.add(new Band(BANDS[i], to, bandsNow[i], bandsThen[i]));
            }
            return new Preview(
                    month,
                    records,
                    people,
                    now,
                    then,
                    more,
                    fewer,
                    bands,
                    named(gains),
                    named(losses),
                    examples,
                    changes);
        }

        private List<Person> named(List<One> some) {
            Map<Long, VolunteerView> views =
                    volunteers.getAll(some.stream().map(One::volunteerId).toList());
            return some.stream()
                    .map(one -> {
                        VolunteerView view = views.get(one.volunteerId);
                        return new Person(view == null ? "*" : view.maskedName(), one.now, one.then);
                    })
                    .toList();
        }
    }
}
