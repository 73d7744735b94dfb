package org.yiwang.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiwang.activity.ActivityFilter.Wanted;
import org.yiwang.activity.ActivityView.Place;
import org.yiwang.activity.ActivityView.RecruitScope;
import org.yiwang.kernel.RegionCode;
import org.yiwang.testing.ActivityFixture;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.TestClock;

@CityTest
class ActivitySearchTest {

    private static final RegionCode STREET = new RegionCode("420102015");

    @Autowired
    private ActivitySearch search;

    @Autowired
    private Activities activities;

    @Autowired
    private ActivityFixture fixture;

    @Autowired
    private TestClock clock;

    private long team;

    @BeforeEach
    void begin() {
        clock.reset();
        team = Organizer.approved().id();
    }

    private long titled(String title, ShiftDraft... shifts) {
        ActivityDraft draft = new Sample.Texts(fixture.draft(team)).title(title).draft();
        return fixture.published(
                        draft,
                        ActivityFixture.post(
                                Conditions.NONE,
                                shifts.length == 0
                                        ? new ShiftDraft[] {fixture.shift(Duration.ofDays(1), 60, 5)}
                                        : shifts))
                .id();
    }

    private static ActivityFilter words(String words) {
        return new ActivityFilter(STREET, null, null, null, Wanted.ALL, words, null);
    }

    private List<Long> found(ActivityFilter filter) {
        return search.list(filter, 1).items().stream().map(ActivityCard::id).toList();
    }

    @Test
    void finds_words_of_two_characters_and_of_one_in_chinese() {
        long chess = titled("象棋对弈陪伴夜");
        assertThat(found(words("对弈"))).containsExactly(chess);
        assertThat(found(words("弈"))).containsExactly(chess);
        assertThat(found(words("弈对"))).isEmpty();
        assertThat(found(words("对弈　象棋"))).containsExactly(chess);
        assertThat(found(words("对弈 足球"))).isEmpty();
    }

    @Test
    void finds_no_text_that_has_the_pairs_but_not_the_word() {
        titled("蒲公英 公英草 英草坪");
        assertThat(found(words("蒲公英草坪"))).isEmpty();
        assertThat(found(words("蒲公英"))).hasSize(1);
    }

    @Test
    void reads_rare_characters_full_width_letters_and_signs_as_they_are() {
        long rare = titled("𠮷祥里 ＢＢＱ 100% 清理_日");
        assertThat(found(words("𠮷祥"))).containsExactly(rare);
        assertThat(found(words("bbq"))).containsExactly(rare);
        assertThat(found(words("100%"))).containsExactly(rare);
        assertThat(found(words("理_日"))).containsExactly(rare);
        assertThat(found(words("理%日"))).isEmpty();
        assertThat(found(words("\\"))).isEmpty();
    }

    @Test
    void filters_by_region_category_day_and_free_places() {
        long id = titled("候鸟观测记录", fixture.shift(Duration.ofDays(2), 60, 5), fixture.shift(Duration.ofDays(9), 60, 5));
        LocalDate monday = LocalDate.of(2026, 11, 23);
        ActivityFilter all = words("候鸟观测");
        assertThat(found(all)).containsExactly(id);
        assertThat(found(with(all, new RegionCode("420103"), null, null, null, false)))
                .isEmpty();
        assertThat(found(with(all, new RegionCode("4201"), null, null, null, false)))
                .containsExactly(id);
        assertThat(found(with(all, STREET, "06", null, null, false))).containsExactly(id);
        assertThat(found(with(all, STREET, "11", null, null, false))).isEmpty();
        assertThat(found(with(all, STREET, null, monday, monday, false))).containsExactly(id);
        assertThat(found(with(all, STREET, null, monday.plusDays(1), monday.plusDays(6), false)))
                .isEmpty();
        assertThat(found(with(all, STREET, null, monday.plusDays(7), null, false)))
                .containsExactly(id);
        assertThat(found(with(all, STREET, null, null, null, true))).containsExactly(id);
        activities.noteFree(id, false);
        assertThat(found(with(all, STREET, null, null, null, true))).isEmpty();
        assertThat(found(all)).containsExactly(id);
    }

    private static ActivityFilter with(
            ActivityFilter filter,
            RegionCode region,
            @Nullable String category,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            boolean free) {
        return new ActivityFilter(region, category, from, to, free ? Wanted.FREE : Wanted.ALL, filter.words(), null);
    }

    @Test
    void shows_the_next_shift_and_drops_what_is_over() {
        long id = titled("夜跑领跑员", fixture.shift(Duration.ofHours(2), 60, 5), fixture.shift(Duration.ofDays(3), 60, 5));
        assertThat(search.list(words("夜跑领跑"), 1).items()).singleElement().satisfies(c -> {
            assertThat(c.shifts()).isEqualTo(2);
            assertThat(c.next().start()).isEqualTo(clock.instant().plus(Duration.ofHours(2)));
            assertThat(c.open()).isTrue();
        });
        clock.advance(Duration.ofHours(5));
        assertThat(search.list(words("夜跑领跑"), 1).items())
                .singleElement()
                .satisfies(c -> assertThat(c.shifts()).isEqualTo(1));
        clock.advance(Duration.ofDays(4));
        assertThat(found(words("夜跑领跑"))).doesNotContain(id);
    }

    @Test
    void hides_what_is_private_a_draft_or_called_off() {
        ActivityDraft draft =
                new Sample.Texts(fixture.draft(team)).title("内部演练观察").draft();
        fixture.published(
                draft.with(new Recruitment(null, null, RecruitScope.PRIVATE, null, List.of(), false)),
                ActivityFixture.post(Conditions.NONE, fixture.shift(Duration.ofDays(1), 60, 5)));
        assertThat(found(words("内部演练"))).isEmpty();
    }

    @Test
    void lists_the_nearest_first() {
        Place near = new Place("江滩一期喷泉广场", 30.600, 114.300);
        Place far = new Place("东湖绿道磨山门", 30.550, 114.410);
        long there = placed("漂流瓶捡拾", far);
        long here = placed("漂流瓶捡拾", near);
        ActivityFilter filter = new ActivityFilter(
                STREET, null, null, null, Wanted.ALL, "漂流瓶", new ActivityFilter.Point(30.601, 114.301));
        assertThat(found(filter)).containsExactly(here, there);
        assertThat(search.list(filter, 1).items().getFirst().distanceMetres()).isBetween(100, 200);
        assertThat(search.list(filter, 1).items().getLast().distanceMetres()).isBetween(11_000, 12_500);
    }

    private long placed(String title, Place place) {
        ActivityDraft draft =
                new Sample.Texts(fixture.draft(team)).title(title).place(place).draft();
        return fixture.published(draft, ActivityFixture.post(Conditions.NONE, fixture.shift(Duration.ofDays(1), 60, 5)))
                .id();
    }

    @Test
    void shows_a_month_by_days() {
        RegionCode region = fixture.draft(team).region();
        YearMonth month = YearMonth.of(2027, 3);
        Duration toMarch = Duration.between(
                clock.instant(),
                LocalDate.of(2027, 3, 6).atTime(9, 0).atZone(clock.getZone()).toInstant());
        for (int i = 0; i < 6; i++) {
            titled("三月清明前清扫 " + i, fixture.shift(toMarch.plusMinutes(i), 60, 5));
        }
        List<CalendarDay> days = search.calendar(month, region, null);
        assertThat(days)
                .filteredOn(d -> d.day().equals(LocalDate.of(2027, 3, 6)))
                .singleElement()
                .satisfies(d -> {
                    assertThat(d.entries()).hasSize(4);
                    assertThat(d.more()).isGreaterThanOrEqualTo(2);
                    assertThat(d.entries().getFirst().title()).isEqualTo("三月清明前清扫 0");
                });
        assertThat(search.calendar(YearMonth.of(2027, 4), region, null)).isEmpty();
    }
}
