package org.yiwang.testing;

import org.springframework.context.ApplicationContext;

/** The one running program of the {@link CityTest}s, for fixtures that are not Spring beans. */
public final class City {

    private static volatile ApplicationContext context;

    private City() {}

    static void is(ApplicationContext running) {
        context = running;
    }

    /** A bean of the program. */
    public static <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** The port it listens on. */
    public static int port() {
        return Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
    }
}
