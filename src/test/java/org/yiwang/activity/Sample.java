package org.yiwang.activity;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.yiwang.activity.ActivityView.Place;
import org.yiwang.activity.ActivityView.State;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Period;
import org.yiwang.kernel.RegionCode;
import org.yiwang.testing.ActivityFixture;

/** An activity without a database, in which nothing is missing, to be spoilt in one place by a test. */
record Sample(ActivityDraft draft, Conditions conditions, List<Period> shifts, int capacity, boolean passCode) {

    static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");
    static final RegionCode WUHAN = new RegionCode("4201");

    static Sample good() {
        return new Sample(
                ActivityFixture.draft(7, new RegionCode("420102011001")),
                Conditions.NONE,
                List.of(period(Duration.ofDays(1), Duration.ofHours(2))),
                10,
                false);
    }

    static Period period(Duration fromNow, Duration length) {
        return new Period(NOW.plus(fromNow), NOW.plus(fromNow).plus(length));
    }

    Sample draft(UnaryOperator<Texts> change) {
        return new Sample(change.apply(new Texts(draft)).draft, conditions, shifts, capacity, passCode);
    }

    Sample conditions(Conditions next) {
        return new Sample(draft, next, shifts, capacity, passCode);
    }

    Sample shifts(Period... next) {
        return new Sample(draft, conditions, List.of(next), capacity, passCode);
    }

    Sample capacity(int next) {
        return new Sample(draft, conditions, shifts, next, passCode);
    }

    Activity activity() {
        List<ShiftView> views = shifts.stream()
                .map(p -> new ShiftView(Ids.next(), 1, 2, "清洁员", p, capacity, conditions))
                .toList();
        byte @Nullable [] sealed = passCode ? new byte[] {1} : null;
        return new Activity(
                1,
                List.of(draft.organizationId()),
                draft,
                sealed,
                List.of(new PostView(2, "清洁员", "清扫与分类", conditions, views)),
                State.DRAFT,
                true,
                new Activity.Marks(NOW, null, null, null, null, null),
                3,
                1);
    }

    /** One change of a draft at a time. */
    record Texts(ActivityDraft draft) {
        Texts title(String to) {
            return new Texts(new ActivityDraft(
                    draft.organizationId(),
                    null,
                    draft.region(),
                    to,
                    draft.categories(),
                    draft.objects(),
                    draft.protections(),
                    draft.description(),
                    draft.place(),
                    draft.contact(),
                    draft.risk(),
                    draft.recruitment(),
                    draft.terms()));
        }

        Texts region(String to) {
            return new Texts(new ActivityDraft(
                    draft.organizationId(),
                    null,
                    new RegionCode(to),
                    draft.title(),
                    draft.categories(),
                    draft.objects(),
                    draft.protections(),
                    draft.description(),
                    draft.place(),
                    draft.contact(),
                    draft.risk(),
                    draft.recruitment(),
                    draft.terms()));
        }

        Texts categories(String... to) {
            return new Texts(new ActivityDraft(
                    draft.organizationId(),
                    null,
                    draft.region(),
                    draft.title(),
                    List.of(to),
                    draft.objects(),
                    draft.protections(),
                    draft.description(),
                    draft.place(),
                    draft.contact(),
                    draft.risk(),
                    draft.recruitment(),
                    draft.terms()));
        }

        Texts objects(String... to) {
            return new Texts(new ActivityDraft(
                    draft.organizationId(),
                    null,
                    draft.region(),
                    draft.title(),
                    draft.categories(),
                    Set.of(to),
                    draft.protections(),
                    draft.description(),
                    draft.place(),
                    draft.contact(),
                    draft.risk(),
                    draft.recruitment(),
                    draft.terms()));
        }

        Texts description(String to) {
            return new Texts(new ActivityDraft(
                    draft.organizationId(),
                    null,
                    draft.region(),
                    draft.title(),
                    draft.categories(),
                    draft.objects(),
                    draft.protections(),
                    to,
                    draft.place(),
                    draft.contact(),
                    draft.risk(),
                    draft.recruitment(),
                    draft.terms()));
        }

        Texts place(Place to) {
            return new Texts(new ActivityDraft(
                    draft.organizationId(),
                    null,
                    draft.region(),
                    draft.title(),
                    draft.categories(),
                    draft.objects(),
                    draft.protections(),
                    draft.description(),
                    to,
                    draft.contact(),
                    draft.risk(),
                    draft.recruitment(),
                    draft.terms()));
        }

        Texts contact(Contact to) {
            return new Texts(draft.with(to));
        }

        Texts risk(Risk to) {
            return new Texts(new ActivityDraft(
                    draft.organizationId(),
                    null,
                    draft.region(),
                    draft.title(),
                    draft.categories(),
                    draft.objects(),
                    draft.protections(),
                    draft.description(),
                    draft.place(),
                    draft.contact(),
                    to,
                    draft.recruitment(),
                    draft.terms()));
        }

        Texts recruitment(Recruitment to) {
            return new Texts(draft.with(to));
        }

        Texts terms(Terms to) {
            return new Texts(new ActivityDraft(
                    draft.organizationId(),
                    null,
                    draft.region(),
                    draft.title(),
                    draft.categories(),
                    draft.objects(),
                    draft.protections(),
                    draft.description(),
                    draft.place(),
                    draft.contact(),
                    draft.risk(),
                    draft.recruitment(),
                    to));
        }
    }
}
