package org.yiwang.launch;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.springframework.context.ApplicationContext;
import org.yiwang.entry.Quotas;
import org.yiwang.kernel.Ids;
import org.yiwang.record.RecordKey;
import org.yiwang.record.Records;
import org.yiwang.trust.TrustGrades;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** {@code rebuild}: computes anew what is kept beside the records. */
@Command(
        name = "rebuild",
        description =
                "Computes anew what is kept beside the records. With the embedded PostgreSQL stop the server first.",
        mixinStandardHelpOptions = true,
        subcommands = {Rebuild.OfTotals.class, Rebuild.OfStandings.class, Rebuild.OfGrades.class, Rebuild.OfQuotas.class
        })
final class Rebuild implements Callable<Integer> {

    @ParentCommand
    private Launcher launcher;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // picocli fills the fields in
    Rebuild() {}

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return 2;
    }

    /** {@code rebuild totals}: the totals of people and of activities, from their records. */
    @Command(
            name = "totals",
            description = "The totals of service hours, of people and of activities, from the records.",
            mixinStandardHelpOptions = true,
            footer = "Settings as --name=value, for example --spring.datasource.url=…; see docs/settings.md.")
    static final class OfTotals implements Callable<Integer> {

        @ParentCommand
        private Rebuild parent;

        @Spec
        private CommandSpec spec;

        @Unmatched
        private List<String> settings = new ArrayList<>();

        @SuppressWarnings("NullAway.Init") // picocli fills the fields in
        OfTotals() {}

        @Override
        public Integer call() {
            List<String> words = new ArrayList<>(settings);
            words.add("--yiwang.demo=false");
            return Batch.run(new Start(parent.launcher), spec.commandLine(), words, OfTotals::rebuild);
        }

        private static void rebuild(ApplicationContext program, PrintWriter out) {
            out.println(program.getBean(Records.class).rebuildTotals() + " totals computed.");
        }
    }

    /** {@code rebuild standings}: how records stand, from their entries and steps. */
    @Command(
            name = "standings",
            description =
                    "How every record stands, from its entry and its steps; names those that stood otherwise. Then the totals.",
            mixinStandardHelpOptions = true,
            footer = "Settings as --name=value, for example --spring.datasource.url=…; see docs/settings.md.")
    static final class OfStandings implements Callable<Integer> {

        @ParentCommand
        private Rebuild parent;

        @Spec
        private CommandSpec spec;

        @Unmatched
        private List<String> settings = new ArrayList<>();

        @SuppressWarnings("NullAway.Init") // picocli fills the fields in
        OfStandings() {}

        @Override
        public Integer call() {
            List<String> words = new ArrayList<>(settings);
            words.add("--yiwang.demo=false");
            return Batch.run(new Start(parent.launcher), spec.commandLine(), words, OfStandings::rebuild);
        }

        private static void rebuild(ApplicationContext program, PrintWriter out) {
            Records.Mended mended = program.getBean(Records.class).rebuildStandings();
            mended.records().forEach(key -> out.println(name(key) + " stood otherwise than its steps say."));
            mended.lost().forEach(key -> out.println(name(key) + " has no standing: restore it from a backup."));
            out.println(mended.records().size() + " standings mended, "
                    + mended.lost().size() + " lost.");
        }

        private static String name(RecordKey key) {
            return "Record " + Ids.text(key.recordId()) + " of volunteer " + Ids.text(key.volunteerId());
        }
    }

    /** {@code rebuild grades}: the trust grades of all records, from their evidence. */
    @Command(
            name = "grades",
            description = "The trust grades of all records, from their evidence and the rules of their days.",
            mixinStandardHelpOptions = true,
            footer = "Settings as --name=value, for example --spring.datasource.url=…; see docs/settings.md.")
    static final class OfGrades implements Callable<Integer> {

        @ParentCommand
        private Rebuild parent;

        @Spec
        private CommandSpec spec;

        @Unmatched
        private List<String> settings = new ArrayList<>();

        @SuppressWarnings("NullAway.Init") // picocli fills the fields in
        OfGrades() {}

        @Override
        public Integer call() {
            List<String> words = new ArrayList<>(settings);
            words.add("--yiwang.demo=false");
            return Batch.run(new Start(parent.launcher), spec.commandLine(), words, OfGrades::rebuild);
        }

        private static void rebuild(ApplicationContext program, PrintWriter out) {
            out.println(program.getBean(TrustGrades.class).rebuild() + " grades computed.");
        }
    }

    /** {@code rebuild quotas}: what organizations used of their quota of entry by hand, from every use. */
    @Command(
            name = "quotas",
            description =
                    "What organizations used of their quota of entry by hand, from every use and what was given back.",
            mixinStandardHelpOptions = true,
            footer = "Settings as --name=value, for example --spring.datasource.url=…; see docs/settings.md.")
    static final class OfQuotas implements Callable<Integer> {

        @ParentCommand
        private Rebuild parent;

        @Spec
        private CommandSpec spec;

        @Unmatched
        private List<String> settings = new ArrayList<>();

        @SuppressWarnings("NullAway.Init") // picocli fills the fields in
        OfQuotas() {}

        @Override
        public Integer call() {
            List<String> words = new ArrayList<>(settings);
            words.add("--yiwang.demo=false");
            return Batch.run(new Start(parent.launcher), spec.commandLine(), words, OfQuotas::rebuild);
        }

        private static void rebuild(ApplicationContext program, PrintWriter out) {
            out.println(program.getBean(Quotas.class).rebuild() + " weeks mended.");
        }
    }
}
