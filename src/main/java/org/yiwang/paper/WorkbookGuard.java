package org.yiwang.paper;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.yiwang.kernel.Refusal;

/**
 * Looks through a workbook before anything reads it: unpacks it once, counting, and refuses what swells, what carries
 * programs, links or files within, what declares entities, and what makes a reader reserve memory ({@link MarkupScan}).
 * Neither what the archive says of its own sizes nor what a part is called is believed.
 */
final class WorkbookGuard {

    private static final int MOST_PARTS = 300;

    /** 200,000 lines of nine cells come to some 100 MB. */
    private static final long MOST_BYTES = 400L * 1024 * 1024;

    /** Everything but the sheets is held in memory, first of all the texts that cells share. */
    private static final long MOST_HELD = 60L * 1024 * 1024;

    private static final String SHEETS = "xl/worksheets/";

    /** Tables shrink to a tenth or a twentieth; bombs to a thousandth. */
    private static final int MOST_TIMES = 150;

    private static final long SMALL = 4L * 1024 * 1024;
    private static final List<String> ACTIVE = List.of(
            "vbaproject",
            "externallinks/",
            "activex",
            "embeddings/",
            "macrosheets/",
            "oleobject",
            "connections.xml",
            "querytables/",
            "ctrlprops/",
            "webextensions/");
    private static final byte[] DECLARATION = {'<', '!', 'D', 'O', 'C', 'T', 'Y', 'P', 'E'};

    private WorkbookGuard() {}

    static void require(byte[] file) {
        boolean workbook = false;
        long all = 0;
        int parts = 0;
        byte[] buffer = new byte[1 << 16];
        try (ZipFile zip = archive(file)) {
            for (ZipArchiveEntry part : Collections.list(zip.getEntries())) {
                String name = part.getName().replace('\\', '/').toLowerCase(Locale.ROOT);
                if (++parts > MOST_PARTS) {
                    throw new Refusal(PaperProblem.SWOLLEN);
                }
                if (ACTIVE.stream().anyMatch(name::contains)) {
                    throw new Refusal(PaperProblem.ACTIVE_CONTENT);
                }
                workbook |= name.equals("xl/workbook.xml");
                try (InputStream content = zip.getInputStream(part)) {
                    all += unpack(content, name, buffer, MOST_BYTES - all);
                }
                if (all > SMALL && all > file.length * (long) MOST_TIMES) {
                    throw new Refusal(PaperProblem.SWOLLEN);
                }
            }
        } catch (IOException | IllegalArgumentException _) {
            throw new Refusal(PaperProblem.BROKEN);
        }
        if (!workbook) {
            throw new Refusal(PaperProblem.KIND);
        }
    }

    /** The archive as the reader of workbooks opens it: by its directory, so that both see the same parts. */
    private static ZipFile archive(byte[] file) throws IOException {
        return ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(file))
                .get();
    }

    /** How many bytes the part has; no declaration may be among them, across the edge of two pieces either. */
    private static long unpack(InputStream zip, String name, byte[] buffer, long most) throws IOException {
        boolean xml = name.endsWith(".xml") || name.endsWith(".rels");
        boolean sheet = name.startsWith(SHEETS);
        MarkupScan scan = new MarkupScan();
        long size = 0;
        int matched = 0;
        for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
            size += read;
            scan.take(buffer, read);
            if (size > most || size > MOST_HELD && (!sheet || scan.isShared())) {
                throw new Refusal(PaperProblem.SWOLLEN);
            }
            for (int i = 0; xml && i < read; i++) {
                byte b = buffer[i];
                if (b == DECLARATION[matched]) {
                    if (++matched == DECLARATION.length) {
                        throw new Refusal(PaperProblem.ACTIVE_CONTENT);
                    }
                } else {
                    matched = b == DECLARATION[0] ? 1 : 0;
                }
            }
        }
        return size;
    }
}
