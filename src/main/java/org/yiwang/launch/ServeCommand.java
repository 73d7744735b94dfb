package org.yiwang.launch;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** {@code serve}: the server, until it is told to stop. */
@Command(
        name = "serve",
        description = "Serves until stopped. Without spring.datasource.url it runs its own PostgreSQL on yiwang.data.",
        mixinStandardHelpOptions = true,
        footer = "Settings as --name=value: see docs/settings.md.")
final class ServeCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @ParentCommand
    private Launcher launcher;

    @Unmatched
    private List<String> settings = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // picocli fills the fields in
    ServeCommand() {}

    @Override
    public Integer call() {
        Start start = new Start(launcher);
        start.program().addListeners((ApplicationListener<ApplicationReadyEvent>) ready ->
                Greeting.print(ready.getApplicationContext(), spec.commandLine().getOut()));
        start.run(Settings.checked(spec.commandLine(), settings));
        return -1;
    }
}
