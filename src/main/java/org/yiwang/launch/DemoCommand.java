package org.yiwang.launch;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.support.GenericApplicationContext;
import org.yiwang.account.Accounts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** {@code demo}: writes the demo city and ends; this is how an external database is asked to take it. */
@Command(
        name = "demo",
        description = "Writes the demo city into an empty database, also into an external one, and ends.",
        mixinStandardHelpOptions = true,
        footer = "Settings as --name=value, for example --spring.datasource.url=…; see docs/settings.md.")
final class DemoCommand implements Callable<Integer> {

    @ParentCommand
    private Launcher launcher;

    @Spec
    private CommandSpec spec;

    @Unmatched
    private List<String> settings = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // picocli fills the fields in
    DemoCommand() {}

    @Override
    public Integer call() {
        List<String> words = new ArrayList<>(settings);
        words.add("--yiwang.demo=true");
        words.add("--yiwang.demo.external=true");
        Start start = new Start(launcher);
        start.program()
                .addInitializers(context -> ((GenericApplicationContext) context)
                        .registerBean(LookBefore.class, () -> new LookBefore(context.getBean(Accounts.class))));
        return Batch.run(start, spec.commandLine(), words, DemoCommand::say);
    }

    private static void say(ApplicationContext program, PrintWriter out) {
        out.println(
                program.getBean(LookBefore.class).wasEmpty
                        ? "The demo city is written. Serve it with --yiwang.demo=true."
                        : "There are people in this database already: nothing was written.");
    }

    /** Notes whether anybody was there before the demo city was written, which happens while the program starts. */
    static final class LookBefore implements SmartLifecycle {

        private final Accounts accounts;
        private volatile boolean wasEmpty;
        private volatile boolean running;

        LookBefore(Accounts accounts) {
            this.accounts = accounts;
        }

        @Override
        public void start() {
            wasEmpty = accounts.isEmpty();
            running = true;
        }

        @Override
        public void stop() {
            running = false;
        }

        @Override
        public boolean isRunning() {
            return running;
        }

        @Override
        public int getPhase() {
            return Integer.MIN_VALUE;
        }
    }
}
