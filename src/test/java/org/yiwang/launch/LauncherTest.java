package org.yiwang.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command line as typed; what the commands do once Spring runs is tested with servers that really start. */
class LauncherTest {

    @ParameterizedTest
    @CsvSource({
        "--version, 0, Yiwang",
        "--help, 0, serve",
        "help, 0, import",
        "help serve, 0, yiwang.data",
        "import regions --help, 0, --all",
        "import, 2, regions",
        "demo --help, 0, empty database",
        "demo --force, 2, Not a setting: --force",
        "rebuild, 2, standings",
        "rebuild --help, 0, check-ins",
        "rebuild house, 2, Nothing is called house",
        "sevre, 2, serve",
        "serve --port=8101, 2, Not a setting: --port=8101",
        "serve now, 2, Not a setting: now",
        "--verbose, 2, Not a setting: --verbose",
        "import regions --al, 2, Not a setting: --al",
    })
    void says_what_it_can_do_and_what_it_was_not_meant_to(String words, int code, String said) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(printed, true, StandardCharsets.UTF_8);
        PrintStream out = System.out;
        PrintStream err = System.err;
        System.setOut(stream);
        System.setErr(stream);
        try {
            assertThat(Launcher.run(Object.class, words.split(" "))).isEqualTo(code);
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains(said);
    }
}
