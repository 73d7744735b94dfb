package org.yiwang.trust.web;

import static org.yiwang.kernel.Permission.ANYONE;
import static org.yiwang.kernel.Permission.SIGNED_IN;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Slice;
import org.yiwang.kernel.Tsid;
import org.yiwang.record.RecordKey;
import org.yiwang.record.TrustGrade;
import org.yiwang.trust.GradeFact;
import org.yiwang.trust.Graded;
import org.yiwang.trust.PublishedSamples;
import org.yiwang.trust.SampleView;
import org.yiwang.trust.Scored;
import org.yiwang.trust.TrustGrades;
import org.yiwang.web.Access;

/** Trust grades and published spot checks over the API. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "trust", description = "How well records are borne out: trust grades and spot checks")
class TrustApi {

    private final TrustGrades grades;
    private final PublishedSamples samples;

    TrustApi(TrustGrades grades, PublishedSamples samples) {
        this.grades = grades;
        this.samples = samples;
    }

    @GetMapping("/volunteers/{volunteer}/records/{record}/grade")
    @Access(SIGNED_IN)
    @Operation(summary = "The trust grade of a record with every fact and what it weighs")
    Grade grade(Actor actor, @PathVariable @Tsid long volunteer, @PathVariable @Tsid long record) {
        return Grade.of(grades.get(actor, new RecordKey(volunteer, record)).graded());
    }

    @GetMapping("/spot-checks")
    @Access(ANYONE)
    @Operation(summary = "Published spot checks, the latest month first, with what is needed to draw them again")
    Slice<Sample> samples(@RequestParam(defaultValue = "1") int page) {
        return samples.list(page).map(Sample::of);
    }

    /**
     * A grade as sent.
     *
     * @param grade A to D
     * @param points the sum of the facts, from 0 to 100
     * @param ruleVersion version of the rule {@code trust.grade}
     * @param facts what it was computed from
     */
    record Grade(TrustGrade grade, int points, int ruleVersion, List<Fact> facts) {

        static Grade of(Graded g) {
            return new Grade(
                    g.grade(),
                    g.points(),
                    g.ruleVersion(),
                    g.facts().stream()
                            .map(f -> new Fact(f.fact(), f.end(), f.points(), f.number()))
                            .toList());
        }
    }

    /**
     * A fact as sent.
     *
     * @param fact what is known
     * @param end at which end, null for the whole record
     * @param points what it adds
     * @param number metres, people or percent that go with it, null if none
     */
    record Fact(
            GradeFact fact,
            Scored.@Nullable End end,
            int points,
            @Nullable Integer number) {}

    /** A spot check as sent. */
    record Sample(
            String id,
            String month,
            String region,
            long headSize,
            String headRoot,
            Instant headAt,
            @Nullable Instant madeFrom,
            String seed,
            int records,
            int drawn,
            int reached,
            int confirmed,
            int wrongTime,
            int notThere) {

        static Sample of(SampleView s) {
            return new Sample(
                    Ids.text(s.id()),
                    s.month().toString(),
                    s.region().value(),
                    s.headSize(),
                    s.headRoot(),
                    s.headAt(),
                    s.madeFrom(),
                    s.seed(),
                    s.records(),
                    s.tally().drawn(),
                    s.tally().reached(),
                    s.tally().confirmed(),
                    s.tally().wrongTime(),
                    s.tally().notThere());
        }
    }
}
