package org.yiwang.paper;

import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.yiwang.kernel.Refusal;

/** Finds the headings in the first rows of a file and makes lines of the rows below; lines not filled in are left out. */
final class LineReader implements TableFile.Rows {

    private static final int HEADINGS_WITHIN = 10;
    private static final int LONGEST_CELL = 200;

    private final Headings headings;
    private final int most;
    private final Consumer<Line> lines;
    private @Nullable Map<Column, Integer> places;
    private int rows;
    private int count;

    LineReader(Headings headings, int most, Consumer<Line> lines) {
        this.headings = headings;
        this.most = most;
        this.lines = lines;
    }

    @Override
    public void row(int no, List<String> cells) {
        Map<Column, Integer> where = places;
        if (where == null) {
            places = headings.find(cells).orElse(null);
            if (places == null && ++rows >= HEADINGS_WITHIN) {
                throw new Refusal(PaperProblem.HEADINGS);
            }
            return;
        }
        Line line = new Line(
                no,
                cell(where, cells, Column.ACTIVITY),
                cell(where, cells, Column.TITLE),
                cell(where, cells, Column.NAME),
                cell(where, cells, Column.NUMBER),
                cell(where, cells, Column.DOCUMENT),
                cell(where, cells, Column.DAY),
                cell(where, cells, Column.CAME),
                cell(where, cells, Column.LEFT));
        if (line.isBlank()) {
            return;
        }
        if (++count > most) {
            throw new Refusal(PaperProblem.TOO_MANY_LINES, most);
        }
        lines.accept(line);
    }

    /** How many lines there were; refuses a file without headings or without lines. */
    int count() {
        if (places == null) {
            throw new Refusal(PaperProblem.HEADINGS);
        }
        if (count == 0) {
            throw new Refusal(PaperProblem.NO_LINES);
        }
        return count;
    }

    /** The cell, without what cannot be stored or was put there so that spreadsheets see no formula. */
    private static String cell(Map<Column, Integer> places, List<String> cells, Column column) {
        Integer place = places.get(column);
        if (place == null || place >= cells.size()) {
            return "";
        }
        String text = cells.get(place);
        if (!isPlain(text)) {
            text = Normalizer.normalize(text, Normalizer.Form.NFC).replaceAll("[\\p{Cc}\\p{Cf}\\p{Z}]+", " ");
        }
        text = text.strip();
        if (text.length() > 1 && text.charAt(0) == '\'' && TableWriter.FORMULA.indexOf(text.charAt(1)) >= 0) {
            text = text.substring(1);
        }
        return text.length() <= LONGEST_CELL
                ? text
                : text.substring(
                        0, text.offsetByCodePoints(0, Math.min(LONGEST_CELL, text.codePointCount(0, text.length()))));
    }

    private static boolean isPlain(String text) {
        return text.chars().allMatch(c -> c > ' ' && c < 127);
    }
}
