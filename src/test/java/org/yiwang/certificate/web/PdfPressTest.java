package org.yiwang.certificate.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class PdfPressTest {

    private static final String RARE = "𠮷田龘㛃䶮𬭊𫍽𬱖𫚉𬇙〇㐂";

    private final PdfPress press = new PdfPress();

    @Test
    void what_is_printed_can_be_read_out_again_even_rare_characters_beyond_the_basic_plane() throws IOException {
        String name = "欧阳" + RARE + "·买买提";
        byte[] pdf = press.print(page(name + "（一二三，山高水长）2026–2027 “好” Æøé"), "test");
        assertThat(text(pdf)).contains(name).contains("（一二三，山高水长）2026–2027 “好” Æøé");
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (var font : document.getPage(0).getResources().getFontNames()) {
                PDFont embedded = document.getPage(0).getResources().getFont(font);
                assertThat(embedded.isEmbedded()).as(embedded.getName()).isTrue();
            }
        }
        assertThat(pdf.length)
                .as("bytes: only the characters used are embedded")
                .isLessThan(200_000);
    }

    @Test
    void what_no_font_has_is_printed_as_its_code_and_old_forms_as_plain_ones() throws IOException {
        assertThat(text(press.print(page("王𪚥 ⼀⼭ ﬁ"), "test"))).contains("王〔U+2A6A5〕 一山 fi");
    }

    @Test
    void several_at_once_share_the_fonts_without_mixing_up() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<byte[]>> files = threads.invokeAll(java.util.stream.IntStream.range(0, 6)
                    .mapToObj(i -> (Callable<byte[]>) () -> press.print(page("第" + i + "份" + RARE), "test"))
                    .toList());
            for (int i = 0; i < files.size(); i++) {
                assertThat(text(files.get(i).get())).contains("第" + i + "份" + RARE);
            }
        }
    }

    @Test
    void nothing_is_fetched_from_elsewhere() throws IOException {
        byte[] pdf = press.print(
                "<html><head><link rel=\"stylesheet\" href=\"http://127.0.0.1:1/x.css\"/></head><body>"
                        + "<p style=\"font-family: main\">好<img src=\"file:///etc/hostname\"/></p></body></html>",
                "test");
        assertThat(text(pdf)).contains("好");
    }

    @Test
    void a_page_that_is_no_page_is_a_fault_that_leaves_the_press_usable() throws IOException {
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> press.print("<html><p>", "test")).isInstanceOf(RuntimeException.class);
        }
        long from = System.nanoTime();
        assertThat(text(press.print(page("好"), "test"))).contains("好");
        assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(Duration.ofSeconds(10));
    }

    private static String page(String text) {
        return "<html><head><style>body { font-family: main, beyond; }</style></head><body><p>" + text
                + "</p></body></html>";
    }

    static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
