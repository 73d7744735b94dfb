package org.yiwang.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnfinishedDemoTest {

    @TempDir
    private Path root;

    @Test
    void a_half_written_city_makes_way_for_a_new_one() throws Exception {
        try (DataFolder folder = folder(true)) {
            UnfinishedDemo.settle(folder, true);
            assertThat(folder.database()).doesNotExist();
            assertThat(folder.database().resolveSibling("db.unfinished-demo")).doesNotExist();
        }
    }

    @Test
    void without_the_demo_what_is_there_stays_and_from_then_on_is_kept() throws Exception {
        try (DataFolder folder = folder(true)) {
            UnfinishedDemo.settle(folder, false);
            UnfinishedDemo.settle(folder, true);
            assertThat(folder.database().resolve("base/1")).hasContent("rows");
        }
    }

    @Test
    void a_database_without_the_mark_is_never_touched() throws Exception {
        try (DataFolder folder = folder(false)) {
            UnfinishedDemo.settle(folder, true);
            assertThat(folder.database().resolve("base/1")).hasContent("rows");
        }
    }

    @Test
    void a_removal_that_was_cut_off_itself_is_finished() throws Exception {
        try (DataFolder folder = folder(false)) {
            Path aside = folder.database().resolveSibling("db.unfinished-demo");
            Files.createDirectories(aside.resolve("base"));
            UnfinishedDemo.settle(folder, false);
            assertThat(aside).doesNotExist();
            assertThat(folder.database().resolve("base/1")).exists();
        }
    }

    private DataFolder folder(boolean marked) throws Exception {
        DataFolder folder = DataFolder.open(root);
        Files.createDirectories(folder.database().resolve("base"));
        Files.writeString(folder.database().resolve("base/1"), "rows");
        if (marked) {
            Files.writeString(UnfinishedDemo.markIn(folder.database()), "");
        }
        return folder;
    }
}
