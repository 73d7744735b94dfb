package org.yiwang.launch;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.context.MessageSource;
import org.yiwang.bulk.CityPlan;
import org.yiwang.bulk.Generator;
import org.yiwang.kernel.Refusal;
import org.yiwang.platform.Projection;
import org.yiwang.record.Sealing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** {@code generate}: fills an empty database with an invented city of volunteers, for measurements and trials. */
@Command(
        name = "generate",
        description = {
            "Fills an empty database with an invented city of volunteers on the divisions of the configured city: people,"
                    + " teams, activities, places, check-ins and records of years, by the program's own rules. The same"
                    + " numbers and the same last day give the same city. Nobody in it exists: its mobile numbers and"
                    + " identity numbers are of ranges that nobody is given.",
            "Cut off half-way it leaves a database on which nothing starts any more: delete it and generate again."
        },
        mixinStandardHelpOptions = true,
        footer = "Settings as --name=value, for example --spring.datasource.url=…; see docs/settings.md.")
final class GenerateCommand implements Callable<Integer> {

    @ParentCommand
    private Launcher launcher;

    @Spec
    private CommandSpec spec;

    @Option(names = "--volunteers", paramLabel = "N", description = "How many (default: ${DEFAULT-VALUE}).")
    private int volunteers = CityPlan.VOLUNTEERS;

    @Option(
            names = "--hours",
            paramLabel = "N",
            description = "About how many hours of service in all (default: 6,730,000 for 1,550,000 volunteers, and in"
                    + " proportion for others).")
    @Nullable
    private Long hours;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Where all chance comes from (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(names = "--years", paramLabel = "N", description = "Years of service (default: ${DEFAULT-VALUE}).")
    private int years = 2;

    @Option(
            names = "--until",
            paramLabel = "DAY",
            description = "The day before which all of it has happened, as 2026-11-22 (default: today).")
    @Nullable
    private LocalDate until;

    @Option(
            names = "--boards",
            paramLabel = "SHARE",
            description = "Share of those who take part in boards, from 0 to 1 (default: ${DEFAULT-VALUE}).")
    private double boards = CityPlan.BOARDS;

    @Option(names = "--seal", description = "Also seals the records, which a server would do in the background.")
    private boolean seal;

    @Option(
            names = "--rebuild",
            paramLabel = "WHAT",
            split = ",",
            description = "Also computes these, as `rebuild` does: grades, points …")
    private List<String> rebuild = new ArrayList<>();

    @Unmatched
    private List<String> settings = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // picocli fills the fields in
    GenerateCommand() {}

    @Override
    public Integer call() {
        for (String word : rebuild) {
            if (!Rebuild.WORDS.contains(word)) {
                throw new ParameterException(spec.commandLine(), "Nothing is called " + word);
            }
        }
        List<String> words = new ArrayList<>(settings);
        words.add("--yiwang.demo=false");
        words.add("--yiwang.first-admin=");
        return Batch.run(new Start(launcher), spec.commandLine(), words, this::generate);
    }

    private void generate(ApplicationContext program, PrintWriter out) {
        CityPlan plan = plan(program.getBean(Clock.class));
        long begun = System.nanoTime();
        long rows;
        try {
            rows = program.getBean(Generator.class).generate(plan, new ProgressBar(out, System.console() != null));
        } catch (Refusal refusal) {
            throw new LaunchFailure(program.getBean(MessageSource.class)
                    .getMessage("problem." + refusal.problem().code(), null, Locale.ENGLISH));
        }
        out.printf(
                Locale.ROOT,
                "%,d volunteers with all that belongs to them, %,d rows, in %s.%n",
                plan.volunteers(),
                rows,
                ProgressBar.span((System.nanoTime() - begun) / 1e9));
        if (seal) {
            out.printf(
                    Locale.ROOT,
                    "%,d records sealed.%n",
                    program.getBean(Sealing.class).seal());
        }
        for (String word : rebuild) {
            program.getBeanProvider(Projection.class).stream()
                    .filter(projection -> projection.word().equals(word))
                    .forEach(projection -> projection.rebuild(out::println));
        }
    }

    private CityPlan plan(Clock clock) {
        LocalDate day = until == null ? LocalDate.now(clock) : until;
        if (day.isAfter(LocalDate.now(clock))) {
            throw new ParameterException(spec.commandLine(), "--until is not in the future");
        }
        try {
            return new CityPlan(
                    seed, volunteers, hours == null ? CityPlan.hoursFor(volunteers) : hours, years, day, boards);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }
}
