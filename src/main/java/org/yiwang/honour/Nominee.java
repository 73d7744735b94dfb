package org.yiwang.honour;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiwang.volunteer.VolunteerView;

/**
 * Somebody who was nominated.
 *
 * @param id id of the nomination
 * @param roundId the round
 * @param person who
 * @param nominatorAccountId by whom
 * @param capacity in which capacity
 * @param state where it stands
 * @param showName whether the person agreed to be named in full in public
 * @param facts facts, as of {@code factsAt}
 * @param factsAt when they were read
 * @param statements what the nominator says beside them
 * @param nominatedAt when
 * @param why why removed, null unless so
 * @param tieOrder where a judge put the person among those with the same total, null unless one did
 * @param result what came of the review, null before
 * @param commendationId the entry in the person's dossier, null before
 * @param asked whether the person was asked; not where a stranger nominated somebody who cannot be, and is not told so
 */
public record Nominee(
        long id,
        long roundId,
        VolunteerView person,
        long nominatorAccountId,
        Capacity capacity,
        State state,
        boolean showName,
        List<Fact> facts,
        Instant factsAt,
        List<Statement> statements,
        Instant nominatedAt,
        @Nullable String why,
        @Nullable Integer tieOrder,
        @Nullable Result result,
        @Nullable Long commendationId,
        boolean asked) {

    /** The name as everybody may read it: in full for as long as that is agreed to and the registration is valid. */
    public String publicName() {
        return showName && person.state() == VolunteerView.State.VALID ? person.name() : person.maskedName();
    }

    /** A claim as everybody may read it: it does not say who somebody is who is not named in full. */
    public String publicWords(Statement claim) {
        return publicName().equals(person.name()) ? claim.words() : Claims.masked(claim.words(), person);
    }

    /** What the nominator wrote anew and the nominee has not agreed to. */
    public List<Statement> waiting() {
        return statements.stream()
                .filter(s -> s.state() == Statement.State.WAITING)
                .toList();
    }

    /** What is said and not doubted. */
    public List<Statement> supported() {
        return statements.stream()
                .filter(s -> s.state() == Statement.State.SAID)
                .toList();
    }

    /** What a judge doubts and the nominator has not answered. */
    public List<Statement> doubted() {
        return statements.stream()
                .filter(s -> s.state() == Statement.State.DOUBTED)
                .toList();
    }

    /** Whether the person is among the first so many. */
    public boolean isPlaced(int places) {
        return state == State.AGREED && result != null && result.place() <= places;
    }

    /**
     * What came of the review.
     *
     * @param total the result in points, as the stated rule computes it
     * @param place place, from 1; each has its own once ties are decided
     * @param tied how many had the same total, the person among them
     */
    public record Result(int total, int place, int tied) {}

    /** Where a nomination stands. */
    public enum State {
        /** The person has not answered. */
        ASKED,
        /** The person agreed. */
        AGREED,
        /** The person said no; nothing follows from it. */
        DECLINED,
        /** Who nominated took it back. */
        WITHDRAWN,
        /** The person had not answered when the review began. */
        LAPSED,
        /** Taken out, with a reason. */
        REMOVED
    }
}
