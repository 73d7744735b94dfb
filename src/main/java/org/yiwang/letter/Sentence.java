package org.yiwang.letter;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.yiwang.letter.Fact.Count;
import org.yiwang.letter.Fact.Day;
import org.yiwang.letter.Fact.Words;

/**
 * A sentence of a year letter or a story card: facts and what they rest on, no more. Nothing is compared with others, ranked or asked for
 * (domain §5 no. 23). Its text is the message {@code letter.says.<key>} with the facts in their order.
 */
public sealed interface Sentence {

    /** Which text. */
    String key();

    /** What it names. */
    List<Fact> facts();

    /** What it rests on; only a sentence whose parts carry everything that is said has none of its own. */
    List<Source> sources();

    /** Its parts, each with what it rests on; most sentences have none. */
    default List<Part> parts() {
        return List.of();
    }

    /**
     * One of several things that a sentence lists. Its text is the message {@code letter.part.<key>}.
     *
     * @param key which text
     * @param facts what it names
     * @param source what it rests on
     */
    record Part(String key, List<Fact> facts, Source source) {}

    /** Nothing stands here. */
    record Nothing() implements Sentence {
        @Override
        public String key() {
            return "nothing";
        }

        @Override
        public List<Fact> facts() {
            return List.of();
        }

        @Override
        public List<Source> sources() {
            return List.of(new Source.Services(Selection.YEAR));
        }
    }

    /** The first service of the year. */
    record First(Service service) implements Sentence {
        @Override
        public String key() {
            return "first";
        }

        @Override
        public List<Fact> facts() {
            return List.of(new Day(service.day()), new Words(service.organizationName()), new Words(service.title()));
        }

        @Override
        public List<Source> sources() {
            return List.of(new Source.OneRecord(service.recordId()));
        }
    }

    /** How many times, on how many days. */
    record Times(int times, int days) implements Sentence {
        @Override
        public String key() {
            return "times";
        }

        @Override
        public List<Fact> facts() {
            return List.of(new Count(times), new Count(days));
        }

        @Override
        public List<Source> sources() {
            return List.of(new Source.Services(Selection.YEAR));
        }
    }

    /** The team that the person has served with longest; the first service with it lies a year back or more. */
    record Friend(String name, String team, LocalDate since, long firstRecord, int times) implements Sentence {
        @Override
        public String key() {
            return "friend";
        }

        @Override
        public List<Fact> facts() {
            return List.of(new Words(name), new Day(since), new Count(times));
        }

        @Override
        public List<Source> sources() {
            return List.of(
                    new Source.OneRecord(firstRecord), new Source.Services(new Selection(Selection.What.FRIEND, team)));
        }
    }

    /** How many words of thanks came for services of the year, and the latest of them. */
    record Thanked(int times, List<Part> parts) implements Sentence {
        @Override
        public String key() {
            return "thanked";
        }

        @Override
        public List<Fact> facts() {
            return List.of(new Count(times));
        }

        @Override
        public List<Source> sources() {
            return List.of(new Source.AllThanks());
        }
    }

    /** Things of one kind, each with what it rests on: hours, teams, categories, those served, trainings, commendations. */
    record Listed(Kind kind, List<Part> parts) implements Sentence {

        /** What is listed. */
        public enum Kind {
            /** Credit and honour time apart. */
            HOURS,
            /** Teams served with. */
            TEAMS,
            /** Kinds of service. */
            CATEGORIES,
            /** Those served, as far as activities say. */
            SERVED,
            /** Trainings. */
            TRAININGS,
            /** Commendations. */
            COMMENDATIONS
        }

        @Override
        public String key() {
            return kind.name().toLowerCase(Locale.ROOT);
        }

        @Override
        public List<Fact> facts() {
            return List.of();
        }

        @Override
        public List<Source> sources() {
            return List.of();
        }
    }

    /** A sentence of a story card, which speaks of one service. */
    record Told(String key, List<Fact> facts, List<Source> sources, List<Part> parts) implements Sentence {

        /** One with one source and no parts. */
        Told(String key, Source source, Fact... facts) {
            this(key, List.of(facts), List.of(source), List.of());
        }
    }
}
