package org.yiwang.launch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiwang.Yiwang;
import org.yiwang.testing.TestDatabase;

/** {@code import regions} as somebody types it. */
class ImportCommandTest {

    @Test
    void brings_all_divisions_of_the_nation_and_nothing_twice() {
        String url = TestDatabase.freshUrl();
        assertThat(run(url, "--all")).isZero();
        assertThat(divisions(url)).isEqualTo(665_276);
        assertThat(run(url)).isZero();
        assertThat(divisions(url)).isEqualTo(665_276);
    }

    private static int run(String url, String... more) {
        String[] words = {
            "import",
            "regions",
            "--spring.datasource.url=" + url,
            "--spring.datasource.username=postgres",
            "--spring.datasource.password=postgres",
            "--yiwang.keys=throw-away",
            "--yiwang.jobs=false"
        };
        return Launcher.run(
                Yiwang.class,
                java.util.stream.Stream.concat(java.util.Arrays.stream(words), java.util.Arrays.stream(more))
                        .toArray(String[]::new));
    }

    private static long divisions(String url) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        return JdbcClient.create(source)
                .sql("select count(*) from region")
                .query(Long.class)
                .single();
    }
}
