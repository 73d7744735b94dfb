package org.yiwang.launch;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.springframework.context.ApplicationContext;
import org.yiwang.kernel.Ids;
import org.yiwang.ledger.Ledger;
import org.yiwang.ledger.LedgerDivergence;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** {@code ledger}: the books of points and the like. */
@Command(
        name = "ledger",
        description = "The books of points and the like. With the embedded PostgreSQL stop the server first.",
        mixinStandardHelpOptions = true,
        subcommands = LedgerCommand.Verify.class)
final class LedgerCommand implements Callable<Integer> {

    @ParentCommand
    private Launcher launcher;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // picocli fills the fields in
    LedgerCommand() {}

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return 2;
    }

    /** {@code ledger verify}: computes everything from the entries anew; 1 when something does not agree. */
    @Command(
            name = "verify",
            description =
                    "Computes all balances, holds and lots from the entries anew and compares them with what stands.",
            mixinStandardHelpOptions = true,
            exitCodeListHeading = "%nExit code:%n",
            exitCodeList = {"0:everything agrees", "1:something does not; the first ones of each sort are named"},
            footer = "Settings as --name=value, for example --spring.datasource.url=…; see docs/settings.md.")
    static final class Verify implements Callable<Integer> {

        @ParentCommand
        private LedgerCommand parent;

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
            List<LedgerDivergence> found = program.getBean(Ledger.class).divergences();
            agrees = found.isEmpty();
            out.println(agrees ? "All books agree with their entries." : found.size() + " do not agree.");
            found.forEach(divergence -> out.println("  " + words(divergence)));
        }

        private static String words(LedgerDivergence found) {
            String id = Ids.text(found.id());
            String name = switch (found.what()) {
                case TRANSFER_SUM -> "transfer " + id + ": its legs do not sum to zero";
                case TRANSFER_LEGS -> "transfer " + id + ": some of its legs are missing";
                case BALANCE -> "account " + id + ": its balance is not the sum of its entries";
                case ENTRIES -> "account " + id + ": entries are missing, or more than it counts";
                case RUNNING_BALANCE -> "account " + id + ": the balance after an entry is not the sum so far";
                case HELD -> "account " + id + ": holds another amount than its open holds";
                case LIMIT -> "account " + id + ": has less than its limit";
                case LOT -> "lot " + id + ": what is left is not what went in less what went out";
                case LOT_HELD -> "lot " + id + ": holds another amount than its open holds";
                case LOTS_OF_ACCOUNT -> "account " + id + ": its lots are more than what is free";
                case CAPTURED -> "hold " + id + ": what was captured is not what was moved";
            };
            return name + " (expected " + found.expected() + ", found " + found.found() + ")";
        }
    }
}
