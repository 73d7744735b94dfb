package org.yiwang.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.yiwang.kernel.Refusal;

/** What files are read, and what files are not. */
class TableFileTest {

    private static final String TEXT = """
            活动编号,姓名,志愿者编号,日期,到达时间,离开时间
            0J7K3M9QW2R4T,𠮷田,N1,2026-11-21,9:00,"11:00"
            0J7K3M9QW2R4T,张三,N2,2026-11-21,,
            ,,,,,
            '=1+1,"李, ""四""\",N3,2026-11-21,9:00,11:00
            """;

    @Test
    void a_text_is_read_in_the_encodings_that_spreadsheets_save() {
        for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"))) {
            assertThat(lines(TEXT.getBytes(charset))).as(charset.name()).hasSize(2);
        }
        List<Line> marked = lines(("\uFEFF" + TEXT).getBytes(StandardCharsets.UTF_8));
        List<Line> wide = lines(("\uFEFF" + TEXT.replace(',', '\t')).getBytes(StandardCharsets.UTF_16LE));

        assertThat(marked.getFirst().name()).isEqualTo("𠮷田");
        assertThat(marked.getFirst().no()).isEqualTo(2);
        assertThat(marked.get(1).activity())
                .as("the apostrophe that hides a formula")
                .isEqualTo("=1+1");
        assertThat(marked.get(1).name()).isEqualTo("李, \"四\"");
        assertThat(wide).hasSize(2);
        assertThat(lines(TEXT.replace(',', ';').getBytes(StandardCharsets.UTF_8)))
                .hasSize(2);
    }

    @Test
    void a_workbook_is_read_with_headings_in_either_language_and_any_order() throws IOException {
        byte[] file = workbook(
                List.of("Service of November", "", ""),
                List.of("Left", "Arrived", "Name", "Volunteer number", "Activity number", "Date"),
                List.of("11:00", "09:00", "Anna", "N1", "A1", "2026-11-21"));

        assertThat(lines(file))
                .containsExactly(new Line(3, "A1", "", "Anna", "N1", "", "2026-11-21", "09:00", "11:00"));
    }

    @Test
    void dates_and_times_of_a_spreadsheet_are_numbers_that_are_understood() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = book.newWorksheet("1");
            List<String> headings = List.of("活动编号", "姓名", "证件号码", "日期", "到达时间", "离开时间");
            for (int i = 0; i < headings.size(); i++) {
                sheet.value(0, i, headings.get(i));
            }
            sheet.value(1, 0, "A1");
            sheet.value(1, 1, "张三");
            sheet.value(1, 2, 420102199005011234L);
            sheet.value(1, 3, java.time.LocalDate.of(2026, 11, 21));
            sheet.value(1, 4, 0.375);
            sheet.value(1, 5, java.time.LocalDateTime.of(2026, 11, 21, 11, 30));
        }
        Line line = lines(out.toByteArray()).getFirst();

        var read = WrittenTime.span(line.day(), line.came(), line.left(), java.time.ZoneId.of("Asia/Shanghai"));
        assertThat(read.span()).hasToString("Period[start=2026-11-21T01:00:00Z, end=2026-11-21T03:30:00Z]");
    }

    @ParameterizedTest
    @CsvSource({
        "'', EMPTY",
        "%PDF-1.7 text, KIND",
        "<html><table>, KIND",
        "'a\0b', KIND",
        "'姓名,日期', HEADINGS",
        "'活动编号,姓名,志愿者编号,到达时间,离开时间', NO_LINES",
        "'PK\u0003\u0004 not an archive', BROKEN",
    })
    void other_files_are_refused_by_their_content(String content, PaperProblem problem) {
        refuses(content.getBytes(StandardCharsets.UTF_8), problem);
    }

    @Test
    void the_old_format_is_refused_with_a_word_of_its_own() {
        refuses(new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 0, 0}, PaperProblem.OLD_KIND);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "xl/vbaProject.bin",
                "xl/externalLinks/externalLink1.xml",
                "xl/embeddings/oleObject1.bin",
                "xl\\macrosheets\\sheet1.xml",
                "xl/connections.xml"
            })
    void workbooks_that_carry_more_than_a_table_are_refused(String part) throws IOException {
        refuses(with(plain(), part, "x".getBytes(StandardCharsets.UTF_8)), PaperProblem.ACTIVE_CONTENT);
    }

    @Test
    void workbooks_that_declare_entities_are_refused() throws IOException {
        byte[] bomb = "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b \"c\">]><a/>".getBytes(StandardCharsets.UTF_8);
        refuses(with(plain(), "xl/more.xml", bomb), PaperProblem.ACTIVE_CONTENT);
    }

    @Test
    void workbooks_that_swell_are_refused_before_anything_reads_them() throws IOException {
        refuses(with(plain(), "xl/worksheets/sheet2.xml", new byte[64 * 1024 * 1024]), PaperProblem.SWOLLEN);
    }

    @ParameterizedTest
    @CsvSource({
        "<c r=\"ZZZZZZ1\">, BROKEN",
        "<x:c s='1' x:r = 'XFE1'/>, BROKEN",
        "<c r=\"&#90;Z1\">, BROKEN",
        "<!-- \" ' <c z=\" --><c r=\"AAAA1\">, BROKEN",
        "<row r=\"1048577\">, BROKEN",
        "<c r=\"A10000000000\">, BROKEN",
        "<c r=\"XFD1048576\"><row r='1048576'><col r=\"AAAA1\"><v>r=\"AAAA1\"</v>, KIND",
    })
    void cells_beyond_the_sheet_are_refused_before_anything_reads_them(String markup, PaperProblem problem)
            throws IOException {
        byte[] file = with(empty(), "xl/worksheets/sheet9.xml", markup.getBytes(StandardCharsets.UTF_8));
        refusesUnread(file, problem);
    }

    @Test
    void the_cell_that_filled_the_memory_is_refused() throws IOException {
        byte[] sheet = "<worksheet><sheetData><row r=\"1\"><c r=\"ZZZZZZ1\"><v>1</v></c></row></sheetData></worksheet>"
                .getBytes(StandardCharsets.UTF_8);
        refuses(with(plain(), "xl/worksheets/sheet2.xml", sheet), PaperProblem.BROKEN);
    }

    @Test
    void markup_in_wide_characters_is_refused() throws IOException {
        byte[] wide = "<a/>".getBytes(StandardCharsets.UTF_16);
        refuses(with(plain(), "xl/worksheets/sheet2.xml", wide), PaperProblem.BROKEN);
    }

    @Test
    void one_text_without_an_end_is_refused() throws IOException {
        byte[] text = ("<t>" + "好".repeat(400_000) + "</t>").getBytes(StandardCharsets.UTF_8);
        refuses(with(plain(), "xl/worksheets/sheet2.xml", text), PaperProblem.SWOLLEN);
    }

    @ParameterizedTest
    @CsvSource({"xl/s.xml, p", "xl/worksheets/s.xml, si"})
    void texts_that_cells_share_are_refused_whatever_the_part_is_called(String part, String tag) throws IOException {
        java.util.Random random = new java.util.Random(7);
        StringBuilder texts = new StringBuilder();
        while (texts.length() < 61 * 1024 * 1024) {
            texts.append('<').append(tag).append('>').append(random.nextInt()).append("一样的文字".repeat(5));
            texts.append("x".repeat(60));
        }
        byte[] file = with(plain(), part, texts.toString().getBytes(StandardCharsets.UTF_8));
        refuses(file, PaperProblem.SWOLLEN);
    }

    @Test
    void a_workbook_cut_off_is_refused() throws IOException {
        byte[] whole = plain();
        refuses(java.util.Arrays.copyOf(whole, whole.length / 2), PaperProblem.BROKEN);
    }

    @Test
    void more_lines_than_allowed_are_refused() {
        String many = TEXT + "0J7K3M9QW2R4T,王五,N4,2026-11-21,9:00,11:00\n".repeat(4);
        assertThatThrownBy(() -> lines(many.getBytes(StandardCharsets.UTF_8), 5))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.problem()).isEqualTo(PaperProblem.TOO_MANY_LINES));
    }

    @Test
    void what_is_written_can_be_read_again_in_both_kinds() {
        Headings headings = headings();
        List<String> row = List.of("A1", "清洁, 楼道", "𠮷田", "N1", "-110", "2026-11-21", "9:00", "11:00", "=原因");
        for (TableFile.Format format : TableFile.Format.values()) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (TableWriter table = TableWriter.of(format, out)) {
                table.row(headings.row(Locale.ENGLISH));
                for (int i = 0; i < 1_200; i++) {
                    table.row(row);
                }
            }
            List<Line> lines = lines(out.toByteArray());
            assertThat(lines).as(format.name()).hasSize(1_200);
            assertThat(lines.getLast())
                    .isEqualTo(new Line(1_201, "A1", "清洁, 楼道", "𠮷田", "N1", "-110", "2026-11-21", "9:00", "11:00"));
        }
    }

    private static void refuses(byte[] file, PaperProblem problem) {
        assertThatThrownBy(() -> lines(file))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.problem()).isEqualTo(problem));
    }

    private static void refusesUnread(byte[] file, PaperProblem problem) {
        assertThatThrownBy(() -> WorkbookGuard.require(file))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.problem()).isEqualTo(problem));
    }

    /** An archive without anything in it, which the guard looks through and then does not take for a workbook. */
    private static byte[] empty() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new ZipOutputStream(out).close();
        return out.toByteArray();
    }

    private static List<Line> lines(byte[] file) {
        return lines(file, 100_000);
    }

    private static List<Line> lines(byte[] file, int most) {
        List<Line> lines = new ArrayList<>();
        LineReader reader = new LineReader(headings(), most, lines::add);
        TableFile.read(TableFile.formatOf(file), file, reader);
        assertThat(reader.count()).isEqualTo(lines.size());
        return lines;
    }

    private static Headings headings() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/paper");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return new Headings(messages);
    }

    private static byte[] plain() throws IOException {
        return workbook(List.of("活动编号", "姓名", "志愿者编号", "到达时间", "离开时间"), List.of("A", "B", "C", "9:00", "10:00"));
    }

    @SafeVarargs
    private static byte[] workbook(List<String>... rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = book.newWorksheet("1");
            for (int r = 0; r < rows.length; r++) {
                for (int c = 0; c < rows[r].size(); c++) {
                    sheet.value(r, c, rows[r].get(c));
                }
            }
        }
        return out.toByteArray();
    }

    /** The archive with one part more. */
    private static byte[] with(byte[] archive, String name, byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipFile in = ZipFile.builder()
                        .setSeekableByteChannel(new SeekableInMemoryByteChannel(archive))
                        .get();
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (ZipArchiveEntry part : Collections.list(in.getEntries())) {
                zip.putNextEntry(new ZipEntry(part.getName()));
                in.getInputStream(part).transferTo(zip);
            }
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return out.toByteArray();
    }
}
