package org.yiwang.honour.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yiwang.dossier.AwardLevel;
import org.yiwang.honour.Awards;
import org.yiwang.honour.Capacity;
import org.yiwang.honour.Conflict;
import org.yiwang.honour.Fact;
import org.yiwang.honour.Judging;
import org.yiwang.honour.Nominee;
import org.yiwang.honour.Objection;
import org.yiwang.honour.OwnNominations;
import org.yiwang.honour.RoundDesk;
import org.yiwang.honour.RoundState;
import org.yiwang.honour.RoundTerms;
import org.yiwang.honour.RoundView;
import org.yiwang.honour.Scoring;
import org.yiwang.honour.Statement;
import org.yiwang.kernel.Ids;

/** Awards as JSON. */
final class HonourJson {

    private HonourJson() {}

    static String text(@Nullable String given) {
        return Objects.requireNonNullElse(given, "");
    }

    static long id(@Nullable String given) {
        return Ids.parse(text(given)).orElse(0L);
    }

    /** A round. */
    record Round(
            String id,
            String region,
            String kind,
            int ruleVersion,
            @Nullable AwardLevel level,
            RoundState state,
            @Nullable LocalDate noticeUntil,
            RoundTerms terms) {

        static Round of(RoundView r) {
            return new Round(
                    Ids.text(r.id()),
                    r.region().value(),
                    r.kind(),
                    r.ruleVersion(),
                    r.level(),
                    r.state(),
                    r.noticeUntil(),
                    r.terms());
        }
    }

    /** A round as everybody sees it. */
    record Shown(Round round, List<Placed> placed) {

        static Shown of(Awards.Shown s) {
            return new Shown(
                    Round.of(s.round()), s.placed().stream().map(Placed::of).toList());
        }
    }

    /** Somebody to be awarded, as everybody sees it. */
    record Placed(String nomination, String name, List<Fact> facts, List<String> claims) {

        static Placed of(Nominee n) {
            return new Placed(
                    Ids.text(n.id()),
                    n.publicName(),
                    n.facts(),
                    n.supported().stream().map(n::publicWords).toList());
        }
    }

    /** A nomination as its nominee or nominator sees it. */
    record Nomination(
            String id,
            Round round,
            String name,
            boolean own,
            Capacity capacity,
            Nominee.State state,
            boolean showName,
            List<Fact> facts,
            List<Statement> statements,
            @Nullable String why,
            List<Told> told,
            List<String> found,
            OwnNominations.@Nullable Explained explained) {

        static Nomination of(OwnNominations.File f) {
            Nominee n = f.nominee();
            return new Nomination(
                    Ids.text(n.id()),
                    Round.of(f.round()),
                    f.own() ? n.person().name() : n.person().maskedName(),
                    f.own(),
                    n.capacity(),
                    n.state(),
                    n.showName(),
                    f.showFacts() ? n.facts() : List.of(),
                    n.statements(),
                    n.why(),
                    f.told().stream().map(Told::of).toList(),
                    f.found(),
                    f.explained());
        }
    }

    /** A removal of which the nominee was told. */
    record Told(
            String objection,
            @Nullable String reason,
            @Nullable LocalDate removeOn,
            @Nullable String reply) {

        static Told of(Objection o) {
            return new Told(Ids.text(o.id()), o.reason(), o.removeOn(), o.reply());
        }
    }

    /** A line in the list of one's nominations. */
    record Line(String id, String roundId, String name, Nominee.State state, int doubted) {

        static Line of(Nominee n, boolean own) {
            return new Line(
                    Ids.text(n.id()),
                    Ids.text(n.roundId()),
                    own ? n.person().name() : n.person().maskedName(),
                    n.state(),
                    n.doubted().size());
        }
    }

    /** What a judge has to do in a round. */
    record Work(Round round, int recused, int toScore, List<Sheet> sheets, List<Tied> tied) {

        static Work of(Judging.Work w) {
            return new Work(
                    Round.of(w.round()),
                    w.recused(),
                    w.toScore(),
                    w.sheets().stream().map(Sheet::of).toList(),
                    w.tied().stream()
                            .map(n -> new Tied(Ids.text(n.id()), n.person().name()))
                            .toList());
        }
    }

    /** Somebody whose place is tied. */
    record Tied(String nomination, String name) {}

    /** A nominee with the judge's own scores. */
    record Sheet(String nomination, String name, List<Fact> facts, List<Statement> statements, List<Integer> scores) {

        static Sheet of(Judging.Sheet s) {
            return new Sheet(
                    Ids.text(s.nominee().id()),
                    s.nominee().person().name(),
                    s.nominee().facts(),
                    s.nominee().statements().stream().filter(Statement::isLive).toList(),
                    s.scores());
        }
    }

    /** A round as its office sees it. */
    record File(
            Round round,
            List<Nominated> nominees,
            List<Step> steps,
            boolean tied,
            @Nullable String holds) {

        static File of(RoundDesk.File f) {
            return new File(
                    Round.of(f.round()),
                    f.nominees().stream().map(Nominated::of).toList(),
                    f.steps().stream()
                            .map(s -> new Step(s.what(), s.at(), s.why()))
                            .toList(),
                    f.tied(),
                    f.holds());
        }
    }

    /** Somebody nominated, as the office sees it. */
    record Nominated(
            String id,
            String name,
            String number,
            Capacity capacity,
            Nominee.State state,
            @Nullable String why,
            Nominee.@Nullable Result result) {

        static Nominated of(Nominee n) {
            return new Nominated(
                    Ids.text(n.id()),
                    n.person().name(),
                    n.person().number(),
                    n.capacity(),
                    n.state(),
                    n.why(),
                    n.result());
        }
    }

    /** Something done about a round. */
    record Step(String what, Instant at, @Nullable String why) {}

    /** The terms of a round as sent by an office. */
    record Terms(
            @Nullable String region,
            @Nullable String kind,
            @Nullable String name,
            int year,
            @Nullable String documentNumber,
            int places,
            @Nullable List<Capacity> nominators,
            @Nullable LocalDate opensOn,
            @Nullable LocalDate nominateUntil,
            @Nullable LocalDate reviewUntil,
            int noticeDays,
            @Nullable LocalDate countedFrom,
            @Nullable LocalDate countedTo,
            int creditMinutes,
            int ageFrom,
            @Nullable Conflict conflict,
            @Nullable Scoring scoring,
            @Nullable List<String> criteria,
            @Nullable String words) {

        RoundTerms terms() {
            return new RoundTerms(
                    text(name),
                    year,
                    documentNumber,
                    places,
                    Objects.requireNonNullElse(nominators, List.of()),
                    day(opensOn),
                    day(nominateUntil),
                    day(reviewUntil),
                    noticeDays,
                    day(countedFrom),
                    day(countedTo),
                    creditMinutes,
                    ageFrom,
                    Objects.requireNonNullElse(conflict, Conflict.TEAM),
                    Objects.requireNonNullElse(scoring, Scoring.POINTS),
                    Objects.requireNonNullElse(criteria, List.of()),
                    text(words));
        }

        private static LocalDate day(@Nullable LocalDate given) {
            return Objects.requireNonNullElse(given, LocalDate.EPOCH);
        }
    }

    /** An objection as the office sees it. */
    record Objected(
            String id,
            @Nullable String nomination,
            String words,
            @Nullable String contact,
            Objection.State state,
            @Nullable String reply,
            @Nullable String reason,
            @Nullable LocalDate removeOn,
            boolean found) {

        static Objected of(Objection o) {
            Long nomination = o.nominationId();
            return new Objected(
                    Ids.text(o.id()),
                    nomination == null ? null : Ids.text(nomination),
                    o.words(),
                    o.contact(),
                    o.state(),
                    o.reply(),
                    o.reason(),
                    o.removeOn(),
                    o.found());
        }
    }

    /** Something made. */
    record Made(String id) {}

    /** Words, or a reason. */
    record Said(@Nullable String text) {}
}
