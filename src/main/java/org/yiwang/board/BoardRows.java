package org.yiwang.board;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.volunteer.VolunteerRows;

/**
 * Who takes part in boards, by COPY, for filling an empty database: what {@link TakingPart} writes for one, written for
 * thousands, by the same rule of whose word it takes; and afterwards what all of them have, at once. Moments are the
 * caller's, and the audit trail has nothing of it.
 */
@Component
public class BoardRows {

    /** The large tables that {@link #join} writes. */
    public static final List<String> TABLES = List.of("board_member");

    /** The large tables that {@link #fill} writes. */
    public static final List<String> COUNTED = List.of("board_score", "board_tally", "board_head");

    private final BoardMemberStore members;
    private final BoardFill fill;
    private final VolunteerRows volunteers;
    private final Clock clock;

    BoardRows(BoardMemberStore members, BoardFill fill, VolunteerRows volunteers, Clock clock) {
        this.members = members;
        this.fill = fill;
        this.volunteers = volunteers;
        this.clock = clock;
    }

    /**
     * Lets people take part, minors by their guardians; in the caller's transaction. Whoever has come of age since a guardian
     * spoke has been let go, and is left out.
     *
     * @param until the moment at which the city stands
     * @return how many rows
     */
    public long join(List<NewMember> people, Instant until) {
        LocalDate today = LocalDate.ofInstant(until, clock.getZone());
        List<Member> joined = new ArrayList<>(people.size());
        for (NewMember person : people) {
            LocalDate grown = volunteers.comesOfAge(person.born);
            boolean minor = LocalDate.ofInstant(person.since, clock.getZone()).isBefore(grown);
            Long by = minor ? person.guardianAccountId : person.accountId;
            if (by != null && !(minor && !today.isBefore(grown))) {
                joined.add(new Member(person.id, person.since, by, minor ? grown : null));
            }
        }
        return members.copy(joined);
    }

    /**
     * Computes scores, tallies and heads of everybody who takes part, of which nothing is there yet; in a transaction of its own.
     *
     * @param people told now and then how many have been computed
     * @return how many rows
     */
    public long fill(LongConsumer people) {
        long rows = fill.fill(people);
        if (rows < 0) {
            throw new IllegalStateException("there are scores already");
        }
        return rows;
    }

    /**
     * Somebody who takes part.
     *
     * @param id of the volunteer
     * @param since since when
     * @param accountId the own account, null for a child that a guardian registered
     * @param guardianAccountId account of the guardian, null for whoever registered as an adult
     */
    public record NewMember(
            long id,
            Instant since,
            LocalDate born,
            @Nullable Long accountId,
            @Nullable Long guardianAccountId) {}
}
