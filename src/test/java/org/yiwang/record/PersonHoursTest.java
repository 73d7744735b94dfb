package org.yiwang.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiwang.kernel.Slice;
import org.yiwang.record.EffectiveRecords.Effective;
import org.yiwang.record.PersonHours.Busy;
import org.yiwang.record.PersonHours.Minutes;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.Hours;
import org.yiwang.testing.TestClock;
import org.yiwang.testing.VolunteerFixture;
import org.yiwang.volunteer.VolunteerView;

/** What people's records come to, in each of the ways in which it is asked. */
@CityTest
class PersonHoursTest {

    private static final LocalDate EVER = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 11, 20);

    @Autowired
    private PersonHours hours;

    @Autowired
    private EffectiveRecords effective;

    @Autowired
    private Records records;

    @Autowired
    private TestClock clock;

    @Test
    void is_the_same_by_person_by_record_and_of_everybody_and_leaves_out_what_does_not_count() {
        clock.reset();
        VolunteerView person = VolunteerFixture.adult("数时长");
        Hours.give(person, TimeKind.CREDIT, 130 * 60, LAST);
        List<RecordKey> honour = Hours.give(person, TimeKind.HONOUR, 80 * 60, LAST);
        Hours.take(honour.subList(0, 1));
        Minutes all = hours.of(person.id(), EVER, LAST);
        List<Total> totals = records.totalsOf(person.id());
        assertThat(all)
                .isEqualTo(new Minutes(130 * 60, 70 * 60))
                .isEqualTo(new Minutes(
                        totals.stream().mapToLong(Total::creditMinutes).sum(),
                        totals.stream().mapToLong(Total::honourMinutes).sum()));
        List<Effective> each = effective.of(List.of(person.id()), EVER, LAST);
        assertThat(each).hasSize(20).allMatch(r -> r.minutes() == 600).doesNotHaveDuplicates();
        assertThat(sum(each)).isEqualTo(all);
        assertThat(effective.of(List.of(person.id()))).containsOnly(Map.entry(person.id(), each));
        assertThat(effective.inFull(person.id()).stream().map(RecordView::key))
                .containsExactlyInAnyOrderElementsOf(
                        each.stream().map(Effective::key).toList());
        assertThat(effective.between(EVER, LAST, person.id() - 1, 1).stream().map(Counted::key))
                .containsExactlyInAnyOrderElementsOf(
                        each.stream().map(Effective::key).toList());
        assertThat(effective.ofDays(person.id(), effective.daysOf(person.id()))).hasSize(20);
        assertThat(effective.peopleAfter(person.id() - 1, 1)).containsExactly(person.id());
        assertThat(effective.peopleOfYear(LAST.getYear(), person.id() - 1, 1)).containsExactly(person.id());
        assertThat(effective.of(List.of(person.id()), LAST.plusDays(1), LAST.plusDays(9)))
                .isEmpty();
        Map<Long, Minutes> everybody = new HashMap<>();
        hours.ofAll(
                EVER,
                LAST,
                (id, minutes) -> assertThat(everybody.put(id, minutes)).isNull());
        assertThat(everybody).containsEntry(person.id(), all);
        assertThat(busy(130 * 60)).contains(new Busy(person.id(), 130 * 60));
        assertThat(busy(130 * 60 + 1)).extracting(Busy::volunteerId).doesNotContain(person.id());
        assertThat(hours.of(person.id(), EVER, LAST.minusDays(12))).isEqualTo(new Minutes(600, 0));
        assertThat(hours.of(person.id(), LAST, LAST)).isEqualTo(new Minutes(600, 0));
        assertThat(hours.ofRecords(honour.subList(0, 3), EVER, LAST)).containsEntry(person.id(), new Minutes(0, 1200));
        assertThat(all.minus(new Minutes(60, 30))).isEqualTo(new Minutes(129 * 60, 70 * 60 - 30));
    }

    private List<Busy> busy(int creditMinutes) {
        List<Busy> all = new ArrayList<>();
        Slice<Busy> slice;
        int page = 1;
        do {
            slice = hours.atLeast(creditMinutes, EVER, LAST, List.of(), page++, 500);
            all.addAll(slice.items());
        } while (slice.more());
        return all;
    }

    private static Minutes sum(List<Effective> records) {
        return records.stream()
                .map(r -> r.kind() == TimeKind.CREDIT ? new Minutes(r.minutes(), 0) : new Minutes(0, r.minutes()))
                .reduce(Minutes.NONE, Minutes::plus);
    }
}
