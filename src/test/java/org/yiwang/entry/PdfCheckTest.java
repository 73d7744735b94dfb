package org.yiwang.entry;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.zip.Deflater;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.junit.jupiter.api.Test;

/** Which PDF is taken as a scanned proof. */
class PdfCheckTest {

    private final PdfCheck check = new PdfCheck();

    @Test
    void pages_are_taken_and_too_many_are_not() throws IOException {
        assertThatCode(() -> check.require(pdf(pages(20)), 20)).doesNotThrowAnyException();
        refused("entry.proof-pages", pdf(pages(21)));
    }

    @Test
    void what_acts_when_opened_is_refused() throws IOException {
        PDDocument script = pages(1);
        script.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert(1)"));
        refused("entry.proof-active", pdf(script));

        PDDocument carrier = pages(1);
        PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
        PDComplexFileSpecification file = new PDComplexFileSpecification();
        file.setFile("other.exe");
        tree.setNames(Map.of("other", file));
        PDDocumentNameDictionary names = new PDDocumentNameDictionary(carrier.getDocumentCatalog());
        names.setEmbeddedFiles(tree);
        carrier.getDocumentCatalog().setNames(names);
        refused("entry.proof-active", pdf(carrier));

        PDDocument launch = pages(1);
        launch.getPage(0).getCOSObject().setItem(COSName.getPDFName("Tabs"), COSName.getPDFName("Launch"));
        refused("entry.proof-active", pdf(launch));
    }

    @Test
    void what_needs_a_password_is_refused() throws IOException {
        PDDocument locked = pages(1);
        locked.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
        refused("entry.proof-active", pdf(locked));
        PDDocument restricted = pages(1);
        restricted.protect(new StandardProtectionPolicy("owner", "", new AccessPermission()));
        refused("entry.proof-active", pdf(restricted));
    }

    @Test
    void what_is_cut_off_or_swells_is_refused() throws IOException {
        byte[] whole = pdf(pages(3));
        refused("entry.proof-broken", java.util.Arrays.copyOf(whole, whole.length / 2));
        refused("entry.proof-broken", "%PDF-1.7\n%%EOF".getBytes(StandardCharsets.US_ASCII));
        PDDocument bomb = pages(1);
        COSStream stream = bomb.getDocument().createCOSStream();
        try (var raw = stream.createRawOutputStream()) {
            raw.write(zeros(200 * 1024 * 1024));
        }
        stream.setItem(COSName.FILTER, COSName.FLATE_DECODE);
        bomb.getPage(0).getCOSObject().setItem(COSName.CONTENTS, stream);
        refused("entry.proof-broken", pdf(bomb));
    }

    @Test
    void odd_files_are_looked_through_in_time_that_grows_with_their_size_only() throws IOException {
        String blanks = " ".repeat(400_000);
        refusedInTime(
                ("%PDF-1.7\n/Filter" + blanks + "/FlateDecode" + blanks + "%%EOF").getBytes(StandardCharsets.US_ASCII));
        refusedInTime(("%PDF-1.7\n/" + "#".repeat(400_000) + "\n%%EOF").getBytes(StandardCharsets.US_ASCII));

        // Packed parts that begin within each other, and of which nothing comes out.
        byte[] inner = "stream\n\u0078\u0001".getBytes(StandardCharsets.ISO_8859_1);
        byte[] nothing = {0, 0, 0, (byte) 0xff, (byte) 0xff};
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write("%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII));
        out.write(inner);
        for (int i = 0; i < 1_500; i++) {
            out.write(new byte[] {0, (byte) inner.length, 0, (byte) ~inner.length, (byte) 0xff});
            out.write(inner);
            for (int j = 0; j < 2_000; j++) {
                out.write(nothing);
            }
        }
        out.write("\n%%EOF".getBytes(StandardCharsets.US_ASCII));
        refusedInTime(out.toByteArray());
    }

    private void refusedInTime(byte[] pdf) {
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> refused("entry.proof-broken", pdf));
    }

    private void refused(String code, byte[] pdf) {
        assertThatThrownBy(() -> check.require(pdf, 20)).hasMessage(code);
    }

    private static PDDocument pages(int count) {
        PDDocument document = new PDDocument();
        for (int i = 0; i < count; i++) {
            document.addPage(new PDPage());
        }
        return document;
    }

    static byte[] pdf(PDDocument document) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (document) {
            document.save(out);
        }
        return out.toByteArray();
    }

    private static byte[] zeros(int length) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        byte[] piece = new byte[1024 * 1024];
        byte[] buffer = new byte[1024 * 1024];
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int done = 0; done < length; done += piece.length) {
            deflater.setInput(piece);
            while (!deflater.needsInput()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
        }
        deflater.finish();
        while (!deflater.finished()) {
            out.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return out.toByteArray();
    }
}
