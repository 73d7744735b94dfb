package org.yiwang.launch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiwang.testing.ServerProcess;
import org.yiwang.testing.TestDatabase;

/** {@code import regions} as somebody types it. */
class ImportCommandTest {

    @TempDir
    private Path folder;

    @Test
    void brings_all_divisions_of_the_nation_and_nothing_twice() throws Exception {
        Base64.Encoder base64 = Base64.getEncoder();
        Files.writeString(
                keys(),
                "seal.1=" + base64.encodeToString("sixteen bytes of".getBytes(UTF_8)) + "\ndigest="
                        + base64.encodeToString("thirty-two bytes of nothing real".getBytes(UTF_8)) + "\n");
        String url = TestDatabase.freshUrl();
        ServerProcess.SecondStart all = run(url);
        assertThat(all.said()).contains("665276 divisions").contains("divisions are new.");
        assertThat(all.code()).isZero();
        assertThat(run(url).said()).contains("All of them were there already.");
    }

    private Path keys() {
        return folder.resolve("keys");
    }

    private ServerProcess.SecondStart run(String url) {
        return ServerProcess.run(
                "import",
                "regions",
                "--all",
                "--spring.datasource.url=" + url,
                "--spring.datasource.username=postgres",
                "--spring.datasource.password=postgres",
                "--yiwang.key-file=" + keys(),
                "--yiwang.jobs=false");
    }
}
