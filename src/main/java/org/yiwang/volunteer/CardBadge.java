package org.yiwang.volunteer;

import java.util.List;
import java.util.Optional;

/**
 * Something that a module above puts on people's cards, such as a star. Shown to the person and on the printed card, never to
 * whoever scans the code.
 */
public interface CardBadge {

    /** What this person has; empty for nothing. */
    Optional<Badge> of(long volunteerId);

    /**
     * A badge.
     *
     * @param icon its drawing
     * @param key message that says what it is
     * @param args what the message names
     */
    record Badge(String icon, String key, List<Object> args) {

        /** What the message names. */
        public Object[] values() {
            return args.toArray();
        }
    }
}
