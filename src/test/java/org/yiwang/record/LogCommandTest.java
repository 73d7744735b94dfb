package org.yiwang.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.Yiwang;
import org.yiwang.kernel.Ids;
import org.yiwang.launch.Launcher;
import org.yiwang.seal.TestLogs;
import org.yiwang.testing.ServerProcess;
import org.yiwang.testing.TestDatabase;
import tools.jackson.databind.json.JsonMapper;

/** {@code log verify} as somebody types it. */
class LogCommandTest {

    @TempDir
    private Path folder;

    @Test
    void ends_with_nought_when_all_agrees_and_with_one_naming_the_record_that_was_changed() throws Exception {
        Base64.Encoder base64 = Base64.getEncoder();
        Files.writeString(
                keys(),
                "seal.1=" + base64.encodeToString("sixteen bytes of".getBytes(UTF_8)) + "\ndigest="
                        + base64.encodeToString("thirty-two bytes of nothing real".getBytes(UTF_8)) + "\n");
        String url = TestDatabase.freshUrl();
        var database = new DriverManagerDataSource(url, "postgres", "postgres");
        JdbcClient jdbc = JdbcClient.create(database);
        Entry record = SealingTest.entry();
        new RecordStore(jdbc, JsonMapper.builder().build(), new ActivityTotalStore(jdbc))
                .insert(record, Standing.EFFECTIVE, null);
        new Sealing(
                        new SealingStore(jdbc),
                        new DivergenceStore(jdbc),
                        TestLogs.on(jdbc),
                        new TransactionTemplate(new DataSourceTransactionManager(database)))
                .seal();
        ServerProcess.SecondStart clean = verify(url);
        assertThat(clean.said()).contains("1 leaves and 1 signed heads compared: everything agrees.");
        assertThat(clean.code()).isZero();
        jdbc.sql("update record_current set service_minutes = 600").update();
        jdbc.sql("update seal_tile set hashes = set_byte(hashes, 0, get_byte(hashes, 0) # 1)")
                .update();
        String name = "record " + Ids.text(record.recordId()) + " of volunteer " + Ids.text(record.volunteerId());
        ServerProcess.SecondStart tampered = verify(url);
        assertThat(tampered.said())
                .contains(name + ": does not stand as it was recorded (service_minutes)")
                .contains("head of 1 leaves: another root was signed; since the last good head: leaves 0 to 0 (" + name
                        + ")");
        assertThat(tampered.code()).isEqualTo(1);
        assertThat(rebuildStandings(url))
                .contains("Record " + Ids.text(record.recordId()) + " of volunteer " + Ids.text(record.volunteerId())
                        + " stood otherwise than its steps say.")
                .contains("1 standings mended, 0 lost.");
        assertThat(jdbc.sql("select service_minutes from record_current")
                        .query(Integer.class)
                        .single())
                .isEqualTo(record.serviceMinutes());
    }

    private Path keys() {
        return folder.resolve("keys");
    }

    private ServerProcess.SecondStart verify(String url) {
        return ServerProcess.run(words("log", "verify", url));
    }

    /** In this process, which has loaded most of it already. */
    private String rebuildStandings(String url) {
        PrintStream out = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, UTF_8));
        try {
            assertThat(Launcher.run(Yiwang.class, words("rebuild", "standings", url)))
                    .isZero();
        } finally {
            System.setOut(out);
        }
        return printed.toString(UTF_8);
    }

    private String[] words(String command, String what, String url) {
        return new String[] {
            command,
            what,
            "--spring.datasource.url=" + url,
            "--spring.datasource.username=postgres",
            "--spring.datasource.password=postgres",
            "--yiwang.data=" + folder,
            "--yiwang.key-file=" + keys()
        };
    }
}
