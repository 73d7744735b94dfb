package org.yiwang.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Permission;

/**
 * Things of one kind that wait for somebody to decide or answer them. Modules offer theirs as beans, and the doors list them,
 * so that a door need not know who has something waiting.
 *
 * @param door behind which door they wait
 * @param permission who may have any
 * @param icon its drawing
 * @param key message that says what they are; volunteers and team leaders read it with how many and the last day, offices alone
 * @param urgent whether it comes first and is marked
 * @param waiting what waits for this person; empty if nothing of the kind can
 */
public record Queue(
        Door door,
        Permission permission,
        String icon,
        String key,
        boolean urgent,
        Function<Actor, Optional<Waiting>> waiting) {

    /** Things of one kind, all handled at one address. */
    public static Queue of(
            Door door, Permission permission, String icon, String key, String link, ToIntFunction<Actor> count) {
        return new Queue(
                door,
                permission,
                icon,
                key,
                false,
                actor -> Optional.of(new Waiting(count.applyAsInt(actor), link, null)));
    }

    /** The same, marked and before the others. */
    public Queue first() {
        return new Queue(door, permission, icon, key, true, waiting);
    }

    /** What waits for this person; empty if nothing of the kind can, or the person may not decide it. */
    public Optional<Waiting> of(Actor actor) {
        return actor.may(permission) ? waiting.apply(actor) : Optional.empty();
    }

    /** The doors at which things wait. */
    public enum Door {
        /** Of the volunteer. */
        MINE,
        /** Of those who run teams. */
        DESK,
        /** Of offices. */
        OFFICE
    }

    /**
     * How much waits.
     *
     * @param count how many
     * @param link where they are handled
     * @param until the last day for the first of them, null if none is set
     */
    public record Waiting(int count, String link, @Nullable LocalDate until) {

        /** What the message names. */
        public List<Object> args() {
            return until == null ? List.of(count) : List.of(count, until);
        }
    }
}
