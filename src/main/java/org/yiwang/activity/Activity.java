package org.yiwang.activity;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiwang.activity.ActivityView.State;
import org.yiwang.kernel.Period;

/**
 * An activity as stored, with its posts and shifts.
 *
 * @param id its id
 * @param ancestors ids of the organization and all above it
 * @param draft what the organizer wrote; the pass-code is left out
 * @param sealedPassCode the pass-code, sealed; null if none
 * @param posts posts with their shifts; at least one shift
 * @param state where it stands
 * @param free whether any shift still has a place
 * @param marks dates of its life
 * @param createdBy account that wrote it first
 * @param version counts the changes
 */
record Activity(
        long id,
        List<Long> ancestors,
        ActivityDraft draft,
        byte @Nullable [] sealedPassCode,
        List<PostView> posts,
        State state,
        boolean free,
        Marks marks,
        long createdBy,
        int version) {

    /**
     * Dates of its life.
     *
     * @param createdAt when it was first saved
     * @param publishedAt when it became public
     * @param announcedUntil end of the last day announced; shifts added later must end by then
     * @param extendedAt when it was extended
     * @param closedAt when it was closed
     * @param correctedAt when a text was last corrected after publication or it was cut short
     */
    record Marks(
            Instant createdAt,
            @Nullable Instant publishedAt,
            @Nullable Instant announcedUntil,
            @Nullable Instant extendedAt,
            @Nullable Instant closedAt,
            @Nullable Instant correctedAt) {

        Marks published(Instant at, Instant until) {
            return new Marks(createdAt, at, until, extendedAt, closedAt, correctedAt);
        }

        Marks announced(Instant until) {
            return new Marks(createdAt, publishedAt, until, extendedAt, closedAt, correctedAt);
        }

        Marks extended(Instant at, Instant until) {
            return new Marks(createdAt, publishedAt, until, at, closedAt, correctedAt);
        }

        Marks corrected(Instant at) {
            return new Marks(createdAt, publishedAt, announcedUntil, extendedAt, closedAt, at);
        }

        Marks closed(Instant at) {
            return new Marks(createdAt, publishedAt, announcedUntil, extendedAt, at, correctedAt);
        }
    }

    List<ShiftView> shifts() {
        return posts.stream()
                .flatMap(p -> p.shifts().stream())
                .sorted(Comparator.comparing((ShiftView s) -> s.period().start())
                        .thenComparing(ShiftView::id))
                .toList();
    }

    Period period() {
        return span(shifts());
    }

    static Period span(List<ShiftView> shifts) {
        Instant start = shifts.stream()
                .map(s -> s.period().start())
                .min(Comparator.naturalOrder())
                .orElseThrow();
        Instant end = shifts.stream()
                .map(s -> s.period().end())
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return new Period(start, end);
    }

    static Instant lastStart(List<ShiftView> shifts) {
        return shifts.stream()
                .map(s -> s.period().start())
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** When sign-up is open: as written, otherwise from publication until the last shift starts. */
    Period recruitment() {
        Recruitment r = draft.recruitment();
        Instant to = r.to() != null ? r.to() : lastStart(shifts());
        Instant published = marks.publishedAt();
        Instant from = r.from() != null ? r.from() : published != null ? published : marks.createdAt();
        // A draft may lie in the past altogether; it is refused when it is to be published, not when it is shown.
        return new Period(from.isBefore(to) ? from : to.minus(Duration.ofMinutes(1)), to);
    }

    ActivityView view() {
        return new ActivityView(
                id,
                draft.organizationId(),
                ancestors,
                draft.region(),
                draft.title(),
                draft.categories().getFirst(),
                state,
                period(),
                draft.place(),
                draft.risk().level(),
                recruitment(),
                draft.recruitment().scope(),
                draft.recruitment().reviewed(),
                shifts());
    }

    /** The same in another state. */
    Activity in(State next) {
        return new Activity(id, ancestors, draft, sealedPassCode, posts, next, free, marks, createdBy, version);
    }

    /** The same with other texts and, where it is not null, another pass-code. */
    Activity with(ActivityDraft next, List<Long> nextAncestors, byte @Nullable [] passCode) {
        return new Activity(
                id,
                nextAncestors,
                next,
                passCode != null ? passCode : sealedPassCode,
                posts,
                state,
                free,
                marks,
                createdBy,
                version);
    }

    /** The same with other dates. */
    Activity with(Marks next) {
        return new Activity(id, ancestors, draft, sealedPassCode, posts, state, free, next, createdBy, version);
    }

    /** The same with sign-up open until then. */
    Activity recruitingUntil(Instant to) {
        Recruitment r = draft.recruitment();
        return with(
                draft.with(new Recruitment(r.from(), to, r.scope(), r.passCode(), r.teams(), r.reviewed())),
                ancestors,
                null);
    }
}
