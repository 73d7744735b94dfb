package org.yiwang.launch;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.yiwang.platform.Projection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** {@code rebuild WHAT}: computes anew what is kept beside the truth, a {@link Projection}. */
@Command(
        name = "rebuild",
        description = {
            "Computes anew what is kept beside the truth, and says what was otherwise. With the embedded PostgreSQL stop"
                    + " the server first.",
            "  totals     of service hours, of people and of activities, from the records",
            "  standings  of records, from their entries and steps; then the totals",
            "  grades     of trust, from the evidence and the rules of the day",
            "  places     taken in shifts, and what people are committed to, from sign-ups",
            "  check-ins  who is checked in now, from the pairs that are open",
            "  quotas     of entry by hand that organizations used, from every use and what was given back",
            "  points     from records, formulas, evaluations and grades: posts what is missing, takes back what is wrong",
            "  boards     scores, tallies and heads, from the records and residences of those who take part"
        },
        mixinStandardHelpOptions = true,
        footer = "Settings as --name=value, for example --spring.datasource.url=…; see docs/settings.md.")
final class Rebuild implements Callable<Integer> {

    static final List<String> WORDS =
            List.of("totals", "standings", "grades", "places", "check-ins", "quotas", "points", "boards");

    @ParentCommand
    private Launcher launcher;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "WHAT", description = "One of those named above.")
    @Nullable
    private String what;

    @Unmatched
    private List<String> settings = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // picocli fills the fields in
    Rebuild() {}

    @Override
    public Integer call() {
        String word = what;
        if (word == null) {
            spec.commandLine().usage(spec.commandLine().getErr());
            return 2;
        }
        if (!WORDS.contains(word)) {
            throw new ParameterException(spec.commandLine(), "Nothing is called " + word);
        }
        List<String> words = new ArrayList<>(settings);
        words.add("--yiwang.demo=false");
        return Batch.run(new Start(launcher), spec.commandLine(), words, (program, out) -> rebuild(program, out, word));
    }

    private static void rebuild(ApplicationContext program, PrintWriter out, String word) {
        program.getBeanProvider(Projection.class).stream()
                .filter(projection -> projection.word().equals(word))
                .forEach(projection -> projection.rebuild(out::println));
    }
}
