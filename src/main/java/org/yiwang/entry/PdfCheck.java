package org.yiwang.entry;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.springframework.stereotype.Component;
import org.yiwang.kernel.Refusal;

/**
 * Looks into a PDF before it is kept: begins and ends as one, needs no password, and holds pages only: no scripts, no
 * other files, nothing that acts when it is opened. Its compressed parts are measured before they are read, so that a
 * small file cannot fill the memory. Few at a time.
 */
@Component
class PdfCheck {

    private static final byte[] HEADER = "%PDF-".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] STREAM = "stream".getBytes(StandardCharsets.US_ASCII);
    private static final int TRAILER_WITHIN = 1024;
    private static final long MOST_INFLATED = 192L * 1024 * 1024;
    private static final long MOST_MEMORY = 64L * 1024 * 1024;
    private static final int MOST_OBJECTS = 200_000;
    private static final int AT_ONCE = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Names of what acts or carries something else. */
    private static final Set<String> ACTIVE = Set.of(
            "JavaScript",
            "JS",
            "EmbeddedFile",
            "EmbeddedFiles",
            "Filespec",
            "Launch",
            "RichMedia",
            "XFA",
            "SubmitForm",
            "ImportData",
            "GoToE",
            "GoToR",
            "Movie",
            "Sound",
            "Rendition",
            "Collection");

    /** Packed in a way that is not measured below: twice, by another method, or by one whose name is written in disguise. */
    private static final Pattern ODDLY_PACKED =
            Pattern.compile("/(?:Flate|ASCIIHex|ASCII85|RunLength)Decode[\\s\\x00]*+"
                    + "/(?:Flate|ASCIIHex|ASCII85|RunLength)Decode"
                    + "|/LZWDecode|/[A-Za-z0-9]*+#[0-9A-Fa-f#A-Za-z]*ecode"
                    + "|/Filter[\\s\\x00]*+\\[?+[\\s\\x00]*+/[A-Za-z0-9]*+#");

    /** Packed parts do not overlap: unpacking them all reads the file once, and a little for what only looks like one. */
    private static final int MOST_READINGS = 4;

    private final Semaphore free = new Semaphore(AT_ONCE, true);

    /** Whether it says that it is a PDF. */
    static boolean looksLikePdf(byte[] raw) {
        return startsWith(raw, 0, HEADER);
    }

    /**
     * Refuses with {@code entry.proof-broken}, {@code entry.proof-active}, {@code entry.proof-pages} or
     * {@code entry.proof-busy}.
     */
    void require(byte[] raw, int mostPages) {
        try {
            if (!free.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new Refusal(EntryProblem.PROOF_BUSY);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new Refusal(EntryProblem.PROOF_BUSY);
        }
        try {
            look(raw, mostPages);
        } finally {
            free.release();
        }
    }

    private static void look(byte[] raw, int mostPages) {
        String end = new String(
                raw,
                Math.max(0, raw.length - TRAILER_WITHIN),
                Math.min(raw.length, TRAILER_WITHIN),
                StandardCharsets.ISO_8859_1);
        if (!looksLikePdf(raw) || !end.contains("%%EOF")) {
            throw new Refusal(EntryProblem.PROOF_BROKEN);
        }
        requireModest(raw);
        try (PDDocument document =
                Loader.loadPDF(raw, "", null, null, MemoryUsageSetting.setupMainMemoryOnly(MOST_MEMORY).streamCache)) {
            if (document.isEncrypted()) {
                throw new Refusal(EntryProblem.PROOF_ACTIVE);
            }
            requirePassive(document.getDocument().getTrailer());
            int pages = document.getNumberOfPages();
            if (pages < 1) {
                throw new Refusal(EntryProblem.PROOF_BROKEN);
            }
            if (pages > mostPages) {
                throw new Refusal(EntryProblem.PROOF_PAGES, mostPages);
            }
        } catch (org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException _) {
            throw new Refusal(EntryProblem.PROOF_ACTIVE);
        } catch (IOException | IllegalArgumentException | ClassCastException | IndexOutOfBoundsException _) {
            throw new Refusal(EntryProblem.PROOF_BROKEN);
        }
    }

    /** Unpacks every stream that can be unpacked, keeping nothing, and adds up what goes in and what comes out. */
    private static void requireModest(byte[] raw) {
        if (ODDLY_PACKED.matcher(new String(raw, StandardCharsets.ISO_8859_1)).find()) {
            throw new Refusal(EntryProblem.PROOF_BROKEN);
        }
        long total = 0;
        long consumed = 0;
        byte[] sink = new byte[64 * 1024];
        Inflater inflater = new Inflater();
        try {
            for (int at = find(raw, 0); at >= 0; at = find(raw, at + STREAM.length)) {
                int from = at + STREAM.length;
                while (from < raw.length && (raw[from] == '\r' || raw[from] == '\n' || raw[from] == ' ')) {
                    from++;
                }
                inflater.reset();
                inflater.setInput(raw, from, raw.length - from);
                total += unpacked(inflater, sink, MOST_INFLATED - total);
                consumed += inflater.getBytesRead();
                if (total >= MOST_INFLATED || consumed > (long) MOST_READINGS * raw.length) {
                    throw new Refusal(EntryProblem.PROOF_BROKEN);
                }
            }
        } finally {
            inflater.end();
        }
    }

    private static long unpacked(Inflater inflater, byte[] sink, long most) {
        long out = 0;
        try {
            while (!inflater.finished() && out < most) {
                int some = inflater.inflate(sink);
                if (some == 0) {
                    return out;
                }
                out += some;
            }
        } catch (DataFormatException _) {
            // Not packed this way: a picture, or plain text.
            return out;
        }
        return out;
    }

    /** Walks everything that the trailer leads to. */
    private static void requirePassive(COSDictionary trailer) throws IOException {
        Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<COSBase> todo = new ArrayDeque<>();
        todo.add(trailer);
        while (!todo.isEmpty()) {
            COSBase next = todo.removeLast();
            COSBase one = next instanceof COSObject reference ? reference.getObject() : next;
            if (one == null || !seen.add(one)) {
                continue;
            }
            if (seen.size() > MOST_OBJECTS) {
                throw new IOException("too many objects");
            }
            switch (one) {
                case COSDictionary dictionary ->
                    dictionary.entrySet().forEach(entry -> {
                        requirePassive(entry.getKey());
                        todo.add(entry.getValue());
                    });
                case COSArray array -> array.forEach(todo::add);
                case COSName name -> requirePassive(name);
                default -> {
                    // Numbers and texts do nothing.
                }
            }
        }
    }

    private static void requirePassive(COSName name) {
        if (ACTIVE.contains(name.getName())) {
            throw new Refusal(EntryProblem.PROOF_ACTIVE);
        }
    }

    private static int find(byte[] raw, int from) {
        for (int at = from; at <= raw.length - STREAM.length; at++) {
            if (raw[at] == 's' && startsWith(raw, at, STREAM)) {
                return at;
            }
        }
        return -1;
    }

    private static boolean startsWith(byte[] raw, int at, byte[] what) {
        if (raw.length - at < what.length) {
            return false;
        }
        for (int i = 0; i < what.length; i++) {
            if (raw[at + i] != what[i]) {
                return false;
            }
        }
        return true;
    }
}
