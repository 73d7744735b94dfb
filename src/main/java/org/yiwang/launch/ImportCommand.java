package org.yiwang.launch;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.springframework.context.ApplicationContext;
import org.yiwang.region.RegionImport;
import org.yiwang.region.Regions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** {@code import}: brings data into the database. */
@Command(
        name = "import",
        description = "Brings data into the database. With the embedded PostgreSQL stop the server first.",
        mixinStandardHelpOptions = true,
        subcommands = ImportCommand.OfRegions.class)
final class ImportCommand implements Callable<Integer> {

    @ParentCommand
    private Launcher launcher;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // picocli fills the fields in
    ImportCommand() {}

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return 2;
    }

    /** {@code import regions}: the divisions of the configured city, or of the whole nation. */
    @Command(
            name = "regions",
            description = "The administrative divisions: the nation to the county, the city to the community.",
            mixinStandardHelpOptions = true,
            footer = "Settings as --name=value, for example --spring.datasource.url=…; see docs/settings.md.")
    static final class OfRegions implements Callable<Integer> {

        @ParentCommand
        private ImportCommand parent;

        @Spec
        private CommandSpec spec;

        @Option(names = "--all", description = "All 665,276 divisions, down to every community and village.")
        private boolean all;

        @Unmatched
        private List<String> settings = new ArrayList<>();

        @SuppressWarnings("NullAway.Init") // picocli fills the fields in
        OfRegions() {}

        @Override
        public Integer call() {
            List<String> words = new ArrayList<>(settings);
            words.add("--yiwang.demo=false");
            return Batch.run(new Start(parent.launcher), spec.commandLine(), words, this::bring);
        }

        private void bring(ApplicationContext program, PrintWriter out) {
            RegionImport regions = program.getBean(RegionImport.class);
            int added = all
                    ? regions.all(sent -> {
                        out.println("  " + sent + " divisions");
                        out.flush();
                    })
                    : regions.city(program.getBean(Regions.class).city().code());
            out.println(added == 0 ? "All of them were there already." : added + " divisions are new.");
        }
    }
}
