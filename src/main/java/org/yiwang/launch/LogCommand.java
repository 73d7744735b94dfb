package org.yiwang.launch;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.springframework.context.ApplicationContext;
import org.yiwang.kernel.Ids;
import org.yiwang.record.Divergence;
import org.yiwang.record.RecordKey;
import org.yiwang.record.Sealing;
import org.yiwang.seal.SealAudit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** {@code log}: the sealed log of records. */
@Command(
        name = "log",
        description = "The sealed log of service records. With the embedded PostgreSQL stop the server first.",
        mixinStandardHelpOptions = true,
        subcommands = LogCommand.Verify.class)
final class LogCommand implements Callable<Integer> {

    @ParentCommand
    private Launcher launcher;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // picocli fills the fields in
    LogCommand() {}

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return 2;
    }

    /** {@code log verify}: recomputes every hash from the stored records; 1 when something does not agree. */
    @Command(
            name = "verify",
            description =
                    "Recomputes the log from the stored records and compares it with every signed head, then compares"
                            + " how every record stands, and the totals, with what was recorded.",
            mixinStandardHelpOptions = true,
            exitCodeListHeading = "%nExit code:%n",
            exitCodeList = {"0:everything agrees", "1:something was changed; the first ones are named"},
            footer = "Settings as --name=value, for example --spring.datasource.url=…; see docs/settings.md.")
    static final class Verify implements Callable<Integer> {

        private static final int NAMED = 20;

        @ParentCommand
        private LogCommand parent;

        @Spec
        private CommandSpec spec;

        @Unmatched
        private List<String> settings = new ArrayList<>();

        private boolean agrees;

        @SuppressWarnings("NullAway.Init") // picocli fills the fields in
        Verify() {}

        @Override
        public Integer call() {
            List<String> words = new ArrayList<>(settings);
            words.add("--yiwang.demo=false");
            Batch.run(new Start(parent.launcher), spec.commandLine(), words, this::verify);
            return agrees ? 0 : 1;
        }

        private void verify(ApplicationContext program, PrintWriter out) {
            Sealing.Verified result = program.getBean(Sealing.class).verify(done -> {
                out.println("  " + done + " leaves");
                out.flush();
            });
            agrees = result.agrees();
            int wrong = result.found().size() + result.divergences().size();
            out.println(result.leaves() + " leaves and " + result.heads() + " signed heads compared: "
                    + (agrees ? "everything agrees." : wrong + " do not agree."));
            result.found().stream().limit(NAMED).forEach(d -> out.println("  " + words(d)));
            result.divergences().stream().limit(NAMED).forEach(d -> out.println("  " + words(d)));
        }

        private static String words(Divergence found) {
            String volunteer = "volunteer " + Ids.text(found.volunteerId());
            Long number = found.recordId();
            String record = number == null ? volunteer : "record " + Ids.text(number) + " of " + volunteer;
            return record
                    + switch (found.what()) {
                        case NO_ENTRY -> ": stands in the lists, but its entry is gone";
                        case NO_STANDING -> ": its entry is kept, but it stands in no list";
                        case DIFFERS -> ": does not stand as it was recorded (" + found.detail() + ")";
                        case NOT_SEALED -> ": neither sealed nor waiting to be";
                        case TOTAL -> ": total of " + found.detail() + " is not the sum of what counts";
                    };
        }

        private static String words(Sealing.Disagreement found) {
            SealAudit.Finding finding = found.finding();
            String where = switch (finding.what()) {
                case LEAF -> "leaf " + finding.at() + ": the stored record is not what was sealed";
                case TILE -> "tree above leaf " + finding.at() + ": not what its leaves make";
                case HEAD -> "head of " + finding.at() + " leaves: another root was signed" + since(finding);
                case SIGNATURE ->
                    "head of " + finding.at() + " leaves: not signed by a key of this city" + since(finding);
                case MISSING -> "head of " + finding.at() + " leaves: there are fewer";
            };
            RecordKey first = found.first();
            RecordKey last = found.last();
            if (first == null || last == null) {
                return where;
            }
            return where + " (" + name(first) + (first.equals(last) ? "" : " to " + name(last)) + ")";
        }

        /** What may have been changed, where only a head tells. */
        private static String since(SealAudit.Finding finding) {
            return "; since the last good head: leaves " + finding.from() + " to " + (finding.at() - 1);
        }

        private static String name(RecordKey record) {
            return "record " + Ids.text(record.recordId()) + " of volunteer " + Ids.text(record.volunteerId());
        }
    }
}
