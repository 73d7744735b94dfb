package org.yiwang.launch;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine;

/** Runs one piece of work inside the whole program, which listens to nobody and runs no jobs meanwhile. */
final class Batch {

    private static final List<String> QUIET = List.of("--server.port=-1", "--yiwang.jobs=false");

    private Batch() {}

    /**
     * Starts the program, does the work, closes the program.
     *
     * @return 0; what goes wrong is thrown
     */
    static int run(
            Start start, CommandLine command, List<String> settings, BiConsumer<ApplicationContext, PrintWriter> work) {
        List<String> words = new ArrayList<>(Settings.checked(command, settings));
        words.addAll(QUIET);
        try (ConfigurableApplicationContext context = start.run(words)) {
            work.accept(context, command.getOut());
            command.getOut().flush();
        }
        return 0;
    }
}
