package org.yiwang.entry;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Refusal;
import org.yiwang.record.RecordQuery;
import org.yiwang.record.RecordSearch;
import org.yiwang.record.RecordSum;
import org.yiwang.rules.Rules;
import org.yiwang.trust.Honesty;

/**
 * How much an organization may enter by hand, on forms and on paper together: a small share of what it checks in, by
 * week and by year, less the more of its samples were wrong (rule {@code entry.quota}).
 *
 * <p>Minutes are used when a second person confirms; what nobody confirmed has used none. They are given back, to the week
 * that they were used in, when nothing came on record and nobody said a word against it: the entry lapsed, or a record was
 * there already. They are not given back when the volunteer or the district said no, nor when a decision declared the record
 * void: the quota bounds what an organization asks others to believe, and whoever asked wrongly does not get to ask again
 * for the same minutes.
 */
@Component
public class Quotas {

    private final QuotaStore store;
    private final RecordSearch records;
    private final Honesty honesty;
    private final Rules rules;
    private final Clock clock;

    Quotas(QuotaStore store, RecordSearch records, Honesty honesty, Rules rules, Clock clock) {
        this.store = store;
        this.records = records;
        this.honesty = honesty;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * Uses minutes of the organization's quota in the week of that day, in the caller's transaction; two at once never
     * use more than there is. Refuses with {@code entry.quota}, naming the minutes left, and then uses nothing.
     */
    @Transactional
    public void use(long organizationId, LocalDate day, int minutes) {
        LocalDate week = monday(day);
        QuotaRule.Limits limits = limits(organizationId, day, rule());
        if (!store.use(organizationId, week, minutes, limits, clock.instant())) {
            throw new Refusal(
                    EntryProblem.QUOTA, left(organizationId, day, rule()).leftMinutes(), minutes);
        }
    }

    /**
     * As {@link #use(long, LocalDate, int)}, with the week and the limits as {@link #left(long, Instant)} told them: for
     * batches that ask again and again. What is used meanwhile still counts.
     */
    @Transactional
    public void use(long organizationId, QuotaView told, int minutes) {
        QuotaRule.Limits limits = new QuotaRule.Limits(told.limitMinutes(), told.yearLimitMinutes(), told.weeks());
        if (!store.use(organizationId, told.week(), minutes, limits, clock.instant())) {
            throw new Refusal(
                    EntryProblem.QUOTA,
                    left(organizationId, told.week(), rule()).leftMinutes(),
                    minutes);
        }
    }

    /** Gives back minutes that were used on that day and of which nothing came. */
    @Transactional
    void giveBack(long organizationId, LocalDate day, int minutes) {
        store.giveBack(organizationId, monday(day), minutes, clock.instant());
    }

    /**
     * Computes what was used anew, from every use and what was given back.
     *
     * @return how many weeks stood otherwise
     */
    @Transactional
    public int rebuild() {
        return store.rebuild();
    }

    /** What is left for what was confirmed at that moment: in its week, by the rule that held then. */
    @Transactional(readOnly = true)
    public QuotaView left(long organizationId, Instant at) {
        return left(
                organizationId,
                LocalDate.ofInstant(at, clock.getZone()),
                rules.at(at, QuotaRule.KEY, QuotaRule.class).value());
    }

    private QuotaView left(long organizationId, LocalDate day, QuotaRule rule) {
        LocalDate week = monday(day);
        QuotaRule.Limits limits = limits(organizationId, day, rule);
        return new QuotaView(
                week,
                store.usedInWeek(organizationId, week),
                limits.weekMinutes(),
                store.usedInYear(organizationId, week, limits.weeks()),
                limits.yearMinutes(),
                limits.weeks(),
                honesty.of(organizationId).checked());
    }

    /** What is left in the week of now. */
    @Transactional(readOnly = true)
    public QuotaView left(long organizationId) {
        return left(organizationId, LocalDate.now(clock), rule());
    }

    private QuotaRule rule() {
        return rules.current(QuotaRule.KEY, QuotaRule.class).value();
    }

    private QuotaRule.Limits limits(long organizationId, LocalDate day, QuotaRule rule) {
        Honesty.View samples = honesty.of(organizationId);
        return rule.limits(checkedInMinutes(organizationId, day, rule.weeks()), samples.checked(), samples.confirmed());
    }

    /** Credit time of so many weeks: both sides were there, of the organization itself and not of those below it. */
    private long checkedInMinutes(long organizationId, LocalDate day, int weeks) {
        RecordQuery query = RecordQuery.of(day.minusWeeks(weeks), day).within(organizationId);
        String key = String.valueOf(organizationId);
        return records.sums(Actor.SYSTEM, RecordSearch.Reader.TEAM, query, RecordSum.By.ORGANIZATION).stream()
                .filter(sum -> sum.key().equals(key))
                .mapToLong(RecordSum::creditMinutes)
                .sum();
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
