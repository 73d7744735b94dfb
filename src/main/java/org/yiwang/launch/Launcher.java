package org.yiwang.launch;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;

/** The command line of the program: {@code serve}, which is also what happens when no command is named, and the rest. */
@Command(
        name = "yiwang",
        description = "Yiwang 义网: the volunteer-service platform of a city.",
        mixinStandardHelpOptions = true,
        versionProvider = Launcher.Version.class,
        subcommands = {
            ServeCommand.class,
            DemoCommand.class,
            ImportCommand.class,
            Rebuild.class,
            GenerateCommand.class,
            LogCommand.class,
            LedgerCommand.class,
            HelpCommand.class
        })
public final class Launcher implements Callable<Integer> {

    private final Class<?> program;

    private Launcher(Class<?> program) {
        this.program = program;
    }

    /** The class from which Spring starts. */
    Class<?> program() {
        return program;
    }

    /**
     * Carries a command line out.
     *
     * @param program the class from which Spring starts
     * @return the code to exit with once the command is over, or -1 while a server goes on serving
     */
    public static int run(Class<?> program, String... words) {
        boolean named = words.length > 0
                && (!words[0].startsWith("--") || words[0].equals("--help") || words[0].equals("--version"));
        CommandLine commands = new CommandLine(new Launcher(program));
        commands.setExecutionExceptionHandler((thrown, command, parsed) -> {
            if (thrown instanceof Start.Logged) {
                return 1;
            }
            LaunchFailure failure = Reporter.sayable(thrown);
            if (failure == null) {
                throw thrown;
            }
            command.getErr().println("yiwang: " + failure.getMessage());
            return 1;
        });
        if (named) {
            return commands.execute(words);
        }
        String[] serve = new String[words.length + 1];
        serve[0] = "serve";
        System.arraycopy(words, 0, serve, 1, words.length);
        return commands.execute(serve);
    }

    @Override
    public Integer call() {
        CommandLine.usage(this, System.err);
        return 2;
    }

    /** Says which release this is. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Launcher.class.getPackage().getImplementationVersion();
            return new String[] {
                "Yiwang " + (version == null ? "(from sources)" : version), "Java " + Runtime.version(),
            };
        }
    }
}
