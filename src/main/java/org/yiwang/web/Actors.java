package org.yiwang.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.yiwang.kernel.Actor;

/** Where the person behind a request is kept while it is answered. */
public final class Actors {

    private static final String ATTRIBUTE = Actor.class.getName();

    private Actors() {}

    /** Notes who is behind the request; called once, by whatever proves it. */
    public static void put(HttpServletRequest request, Actor actor) {
        request.setAttribute(ATTRIBUTE, actor);
    }

    /** Who is behind the request, null if nobody is signed in. */
    @Nullable
    public static Actor find(HttpServletRequest request) {
        return (Actor) request.getAttribute(ATTRIBUTE);
    }
}
