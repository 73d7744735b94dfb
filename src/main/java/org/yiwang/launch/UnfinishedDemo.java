package org.yiwang.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A demo city that was cut off while it was written. The writing leaves a mark inside the database's own folder and
 * takes it away when the city stands, so the mark tells of exactly this database and of nothing that anybody did in it:
 * the doors open only afterwards. A start that is to serve the demo city again writes it anew; one that is not keeps
 * what is there, which from then on is somebody's own.
 */
final class UnfinishedDemo {

    private static final Logger log = LoggerFactory.getLogger(UnfinishedDemo.class);

    private UnfinishedDemo() {}

    /** Where the mark lies. */
    static Path markIn(Path database) {
        return database.resolve("yiwang.demo-unfinished");
    }

    /** Settles what an earlier start left behind; the server of the folder does not run. Afterwards there may be no database. */
    static void settle(DataFolder folder, boolean demo) throws IOException {
        Path database = folder.database();
        Path aside = database.resolveSibling("db.unfinished-demo");
        DataFolder.remove(aside);
        Path mark = markIn(database);
        if (!Files.exists(mark)) {
            return;
        }
        if (!demo) {
            log.warn("The demo city in {} was cut off while it was written; what is there stays", database);
            Files.delete(mark);
            return;
        }
        log.info("The demo city in {} was cut off while it was written: it is written anew", database);
        Files.move(database, aside, StandardCopyOption.ATOMIC_MOVE);
        DataFolder.remove(aside);
    }
}
