package org.yiwang.region;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.yiwang.kernel.RegionCode;
import org.yiwang.testing.ServerProcess;
import org.yiwang.testing.TestDatabase;

/** {@code import regions} as somebody types it. */
class ImportCommandTest {

    @TempDir
    private Path folder;

    @Test
    void brings_all_divisions_of_the_nation_and_nothing_twice_and_they_are_found_without_holding_them_in_memory()
            throws Exception {
        Base64.Encoder base64 = Base64.getEncoder();
        Files.writeString(
                keys(),
                "seal.1=" + base64.encodeToString("sixteen bytes of".getBytes(UTF_8)) + "\ndigest="
                        + base64.encodeToString("thirty-two bytes of nothing real".getBytes(UTF_8)) + "\n");
        String url = TestDatabase.freshUrl();
        DataSource database = new DriverManagerDataSource(url, "postgres", "postgres");
        RegionStore store = new RegionStore(JdbcClient.create(database));
        RegionMemory memory = new RegionMemory(store, new RegionImport(database), "420100");
        try {
            int held = memory.get().byCode().size();
            ServerProcess.SecondStart all = run(url);
            assertThat(all.said()).contains("665276 divisions").contains(665_276 - held + " divisions are new.");
            assertThat(all.code()).isZero();
            memory.changed();
            assertThat(memory.get().byCode()).hasSize(held);
            assertFound(new Regions(memory, store));
        } finally {
            memory.close();
        }
        assertThat(run(url).said()).contains("All of them were there already.");
    }

    private static void assertFound(Regions regions) {
        assertThat(regions.get("110101001001").fullName()).isEqualTo("北京市东城区东华门街道多福巷社区居委会");
        assertThat(regions.children(new RegionCode("110101"))).hasSizeGreaterThan(10);
        assertThat(regions.search("东华门", new RegionCode("11"), 5))
                .extracting(RegionView::name)
                .startsWith("东华门街道");
        assertThat(regions.search("东城 多福", null, 5))
                .extracting(RegionView::name)
                .contains("多福巷社区居委会");
        assertThat(regions.search("100%", null, 5)).isEmpty();
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
