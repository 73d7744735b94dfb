package org.yiwang.paper;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.yiwang.kernel.Refusal;

/** Rows of the first sheet of a workbook, read as they come. Formulas give the value they were saved with. */
final class WorkbookRows {

    private static final int MOST_COLUMNS = 40;

    /** Days between the two calendars that workbooks use. */
    private static final int DAYS_TO_1904 = 1462;

    private static final int FIRST_DAY = 18_000;

    private WorkbookRows() {}

    static void read(byte[] file, TableFile.Rows rows) {
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(file));
                Stream<Row> all = book.getFirstSheet().openStream()) {
            boolean later = book.isDate1904();
            all.forEach(row -> rows.row(row.getRowNum(), cells(row, later)));
        } catch (IOException | ExcelReaderException | IllegalArgumentException | IndexOutOfBoundsException _) {
            throw new Refusal(PaperProblem.BROKEN);
        }
    }

    private static List<String> cells(Row row, boolean later) {
        int count = Math.min(row.getCellCount(), MOST_COLUMNS);
        List<String> cells = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            Cell cell = row.getCell(i);
            cells.add(cell == null ? "" : text(cell, later));
        }
        return cells;
    }

    private static String text(Cell cell, boolean later) {
        String raw = cell.getType() == CellType.STRING ? cell.getText() : cell.getRawValue();
        if (raw == null) {
            return "";
        }
        if (later && cell.getType() == CellType.NUMBER) {
            BigDecimal number = cell.asNumber();
            return number.intValue() >= FIRST_DAY
                    ? number.add(BigDecimal.valueOf(DAYS_TO_1904)).toPlainString()
                    : raw;
        }
        return raw;
    }
}
