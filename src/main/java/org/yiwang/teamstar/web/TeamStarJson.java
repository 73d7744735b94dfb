package org.yiwang.teamstar.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yiwang.kernel.Ids;
import org.yiwang.record.TeamYears;
import org.yiwang.teamstar.Obstacle;
import org.yiwang.teamstar.Part;
import org.yiwang.teamstar.PublishedStars;
import org.yiwang.teamstar.RatingView;
import org.yiwang.teamstar.RunView;
import org.yiwang.teamstar.StarRehearsals;
import org.yiwang.teamstar.StepView;
import org.yiwang.teamstar.TeamStarDesk;
import org.yiwang.teamstar.TeamStarRuns;

/** JSON shapes of stars of teams. */
final class TeamStarJson {

    private TeamStarJson() {}

    /** A team with stars. */
    record Published(
            String organizationId,
            String name,
            String region,
            int stars,
            @Nullable LocalDate onNoticeUntil) {

        static Published of(PublishedStars.Line l) {
            return new Published(
                    Ids.text(l.organizationId()), l.name(), l.region().value(), l.stars(), l.noticeUntil());
        }
    }

    /** A run. */
    record Run(
            String id,
            int year,
            String region,
            RunView.State state,
            int schemeVersion,
            LocalDate figuresUntil,
            int teams,
            int done,
            @Nullable LocalDate speakUntil,
            @Nullable LocalDate noticeUntil,
            @Nullable Instant publishedAt) {

        static Run of(RunView r) {
            return new Run(
                    Ids.text(r.id()),
                    r.year(),
                    r.region().value(),
                    r.state(),
                    r.schemeVersion(),
                    r.figuresUntil(),
                    r.teams(),
                    r.done(),
                    r.speakUntil(),
                    r.noticeUntil(),
                    r.publishedAt());
        }
    }

    /** A run with how many teams have how many stars. */
    record Overview(Run run, Map<Integer, Integer> stars, int setAside, int undecided) {

        static Overview of(TeamStarRuns.Overview o) {
            return new Overview(Run.of(o.run()), o.stars(), o.setAside(), o.undecided());
        }
    }

    /** A rating in a list. */
    record Rated(
            String organizationId,
            int year,
            String name,
            String region,
            RatingView.State state,
            @Nullable Integer computedStars,
            @Nullable Integer stars,
            @Nullable Integer raiseTo,
            @Nullable String question,
            boolean answered,
            @Nullable Aside aside) {

        static Rated of(RatingView r) {
            return new Rated(
                    Ids.text(r.organizationId()),
                    r.year(),
                    r.name(),
                    r.region().value(),
                    r.state(),
                    r.computedStars(),
                    r.stars(),
                    r.raiseTo(),
                    r.question(),
                    r.answered(),
                    Aside.of(r.aside()));
        }
    }

    /** That stars on public notice are to be taken away. */
    record Aside(
            boolean found,
            String why,
            LocalDate until,
            @Nullable String reply) {

        static @Nullable Aside of(RatingView.@Nullable Aside a) {
            return a == null ? null : new Aside(a.isFound(), a.why(), a.until(), a.reply());
        }
    }

    /** A rating of a run, and whether the records behind a published one say something else today. */
    record Row(Rated rating, boolean figuresChanged) {

        static Row of(TeamStarRuns.Row r) {
            return new Row(Rated.of(r.rating()), r.changed());
        }
    }

    /** A part: its measure (a number, minutes or thousandths), out of what, and the points. */
    record Scored(Part part, Part.Unit unit, @Nullable Long measure, long count, long base, int points, int weight) {}

    /** What happened. */
    record Step(
            StepView.What what,
            @Nullable Integer stars,
            @Nullable String words,
            Instant at) {}

    /** A rating with every part. */
    record Sheet(
            Rated rating,
            Run run,
            int total,
            int quality,
            int lost,
            List<Obstacle> obstacles,
            List<Scored> parts,
            List<Step> steps,
            boolean figuresChanged) {

        static Sheet of(TeamStarDesk.Sheet s) {
            return new Sheet(
                    Rated.of(s.rating()),
                    Run.of(s.run()),
                    s.computed().total(),
                    s.computed().quality(),
                    s.computed().lost(),
                    s.computed().obstacles(),
                    s.computed().parts().stream()
                            .map(p -> new Scored(
                                    p.part(),
                                    p.part().unit(),
                                    p.measure(),
                                    s.figures().count(p.part()),
                                    s.figures().base(p.part()),
                                    p.points(),
                                    p.weight()))
                            .toList(),
                    s.steps().stream()
                            .map(t -> new Step(t.what(), t.stars(), t.words(), t.at()))
                            .toList(),
                    s.now() != null);
        }
    }

    /** An activity behind the numbers. */
    record Held(
            String activityId,
            String title,
            LocalDate endedOn,
            LocalDate dueOn,
            @Nullable LocalDate settledOn,
            int people,
            long creditMinutes,
            long honourMinutes) {

        static Held of(TeamYears.Held h) {
            return new Held(
                    Ids.text(h.activityId()),
                    h.title(),
                    h.endedOn(),
                    h.dueOn(),
                    h.settledOn(),
                    h.people(),
                    h.creditMinutes(),
                    h.honourMinutes());
        }
    }

    /** A team that would have other stars. */
    record Change(
            String organizationId, String name, int before, int after, int total, int quality, List<Part> parts) {}

    /** What a draft would change. */
    record Outcome(
            int year,
            int teams,
            int gained,
            int lost,
            List<Integer> before,
            List<Integer> after,
            List<Change> changes) {

        static Outcome of(StarRehearsals.Outcome o) {
            return new Outcome(
                    o.year(),
                    o.teams(),
                    o.gained(),
                    o.lost(),
                    o.before(),
                    o.after(),
                    o.changes().stream()
                            .map(c -> new Change(
                                    Ids.text(c.rating().organizationId()),
                                    c.rating().name(),
                                    c.before(),
                                    c.rated().stars(),
                                    c.rated().total(),
                                    c.rated().quality(),
                                    c.parts()))
                            .toList());
        }
    }
}
