package org.yiwang.certificate.web;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.certificate.CertificateProblem;
import org.yiwang.kernel.Refusal;

/**
 * Makes PDF files of XHTML, with the fonts embedded. Few at once, since a long one takes seconds of a core: the others wait
 * a while, then are asked to come again.
 */
@Component
class PdfPress {

    private static final int AT_ONCE = 2;
    private static final int PATIENCE_SECONDS = 15;
    private static final int NORMAL = 400;

    private final BlockingQueue<Fonts> presses = new ArrayBlockingQueue<>(AT_ONCE);

    PdfPress() {
        XRLog.setLoggingEnabled(false);
        for (int i = 0; i < AT_ONCE; i++) {
            presses.add(new Fonts());
        }
    }

    /**
     * The PDF file of a page; refuses with {@code certificate.pdf-busy}.
     *
     * @param xhtml well-formed; fonts {@code main} and {@code beyond}; pictures only as data
     * @param title of the file
     */
    byte[] print(String xhtml, String title) {
        Fonts fonts = take();
        try (PDDocument document = new PDDocument()) {
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            PdfRendererBuilder builder = new PdfRendererBuilder()
                    .usePDDocument(document)
                    .toStream(file)
                    .withProducer("yiwang")
                    .useUriResolver((_, address) -> address.startsWith("data:") ? address : null)
                    .withHtmlContent(fonts.printable(xhtml), null);
            fonts.into(document, builder);
            try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
                renderer.layout();
                renderer.createPDFWithoutClosing();
                PDDocumentInformation about = document.getDocumentInformation();
                about.setTitle(title);
                document.save(file);
            }
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            presses.add(fonts);
        }
    }

    private Fonts take() {
        try {
            Fonts fonts = presses.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (fonts != null) {
                return fonts;
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        throw new Refusal(CertificateProblem.PDF_BUSY);
    }

    /** The two fonts, read once; for one file at a time. */
    private static final class Fonts {

        private @Nullable TrueTypeFont main;
        private @Nullable TrueTypeFont beyond;

        void into(PDDocument document, PdfRendererBuilder builder) throws IOException {
            builder.useFont(
                    new PDFontSupplier(PDType0Font.load(document, main(), true)),
                    "main",
                    NORMAL,
                    FontStyle.NORMAL,
                    true);
            builder.useFont(
                    new PDFontSupplier(PDType0Font.load(document, beyond(), true)),
                    "beyond",
                    NORMAL,
                    FontStyle.NORMAL,
                    true);
        }

        /** The text with what no font has written as its code: 〔U+2A6A5〕 is read, an empty box is not. */
        String printable(String text) throws IOException {
            CmapLookup first = main().getUnicodeCmapLookup();
            CmapLookup second = beyond().getUnicodeCmapLookup();
            StringBuilder printable = new StringBuilder(text.length());
            text.codePoints().forEach(c -> {
                if (c < 0x7F || has(first, c) || has(second, c)) {
                    printable.appendCodePoint(c);
                    return;
                }
                String plain = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC);
                boolean known = plain.codePoints().allMatch(p -> has(first, p) || has(second, p));
                printable.append(known && !plain.isEmpty() ? plain : "〔U+%04X〕".formatted(c));
            });
            return printable.toString();
        }

        private static boolean has(CmapLookup font, int character) {
            return font.getGlyphId(character) != 0;
        }

        private TrueTypeFont main() throws IOException {
            TrueTypeFont font = main;
            if (font == null) {
                font = read("/font/NotoSansSC-Regular.ttf");
                main = font;
            }
            return font;
        }

        private TrueTypeFont beyond() throws IOException {
            TrueTypeFont font = beyond;
            if (font == null) {
                font = read("/font/NotoSansCJKsc-Beyond.ttf");
                beyond = font;
            }
            return font;
        }

        private static TrueTypeFont read(String file) throws IOException {
            try (InputStream in = Objects.requireNonNull(PdfPress.class.getResourceAsStream(file), file)) {
                return new TTFParser().parse(new RandomAccessReadBuffer(in.readAllBytes()));
            }
        }
    }
}
