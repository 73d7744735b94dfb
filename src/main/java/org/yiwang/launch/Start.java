package org.yiwang.launch;

import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts Spring, with a database of its own where the settings name none. */
final class Start {

    private final SpringApplication program;

    Start(Launcher launcher) {
        program = new SpringApplication(launcher.program());
        program.addInitializers(new EmbeddedDatabase());
    }

    /** For what is to be done while it starts. */
    SpringApplication program() {
        return program;
    }

    /**
     * Starts it.
     *
     * @throws LaunchFailure if it does not start for a reason that one line can say
     * @throws Logged if it does not start for another, which Spring has then written to the log
     */
    ConfigurableApplicationContext run(List<String> settings) {
        try {
            return program.run(Settings.lastOfEach(settings).toArray(String[]::new));
        } catch (SpringApplication.AbandonedRunException e) {
            throw e;
        } catch (RuntimeException e) {
            LaunchFailure failure = Reporter.sayable(e);
            throw failure == null ? new Logged(e) : failure;
        }
    }

    /** Nothing more need be said about it. */
    static final class Logged extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Logged(Throwable cause) {
            super(cause);
        }
    }
}
