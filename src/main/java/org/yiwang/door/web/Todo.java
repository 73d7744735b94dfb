package org.yiwang.door.web;

import java.util.List;
import org.yiwang.kernel.Actor;
import org.yiwang.web.Queue;

/**
 * Something that waits for the person.
 *
 * @param icon its drawing
 * @param key message that says what it is
 * @param args what the message names
 * @param link where it is done
 * @param urgent whether it comes first and is marked
 */
public record Todo(String icon, String key, List<Object> args, String link, boolean urgent) {

    static Todo of(String icon, String key, String link, Object... args) {
        return new Todo(icon, key, List.of(args), link, false);
    }

    /** What the modules say waits for the person behind a door. */
    static List<Todo> of(List<Queue> queues, Queue.Door door, Actor actor) {
        return queues.stream()
                .filter(queue -> queue.door() == door)
                .flatMap(queue -> queue
                        .of(actor)
                        .filter(waiting -> waiting.count() > 0)
                        .map(waiting ->
                                new Todo(queue.icon(), queue.key(), waiting.args(), waiting.link(), queue.urgent()))
                        .stream())
                .toList();
    }

    static Todo urgent(String icon, String key, String link, Object... args) {
        return new Todo(icon, key, List.of(args), link, true);
    }
}
