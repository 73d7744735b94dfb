package org.yiwang.entry;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yiwang.trust.Outcome;

/**
 * The calls about a makeup sheet: who was drawn by lot, and what they said.
 *
 * @param draws the draws, the first first; none while nobody had to be called
 * @param people everybody who was in a draw, in the order of the lot
 * @param needed how many of those drawn must confirm before others are approved
 */
public record MakeupSample(List<Drawing> draws, List<Person> people, int needed) {

    /** Whether anybody was drawn. */
    public boolean isDrawn() {
        return !draws.isEmpty();
    }

    /** Those who are called, in the order of the lot. */
    public List<Person> drawn() {
        return people.stream().filter(Person::drawn).toList();
    }

    /** How many confirmed. */
    public int confirmed() {
        return (int) people.stream()
                .filter(person -> person.outcome() == Outcome.CONFIRMED)
                .count();
    }

    /** Whether somebody is left who can be drawn for one who is not reached. */
    public boolean canDrawMore() {
        return people.stream().anyMatch(person -> !person.drawn());
    }

    /** What is known of somebody; empty for who was in no draw. */
    public Optional<Person> find(long volunteerId) {
        return people.stream()
                .filter(person -> person.volunteerId() == volunteerId)
                .findFirst();
    }

    /**
     * One draw. Everybody can draw again from what it says.
     *
     * @param no from 1; later ones, by the same head, for lines that came to the district later
     * @param headSize size of the sealed log at its head
     * @param headRoot root of that head
     * @param headAt when it was published
     * @param seed what the order comes from
     * @param lines how many lines it was drawn from
     * @param at when it was drawn
     */
    public record Drawing(int no, long headSize, String headRoot, Instant headAt, String seed, int lines, Instant at) {}

    /**
     * Somebody in a draw.
     *
     * @param volunteerId who
     * @param drawn whether to be called
     * @param outcome what came out last, null while nobody called
     * @param calls all calls, the first first
     */
    public record Person(
            long volunteerId, boolean drawn, @Nullable Outcome outcome, List<Call> calls) {}

    /**
     * A call.
     *
     * @param outcome what came out
     * @param note what was said
     * @param byAccountId who called
     * @param at when
     */
    public record Call(Outcome outcome, String note, long byAccountId, Instant at) {}
}
