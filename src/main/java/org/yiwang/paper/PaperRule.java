package org.yiwang.paper;

/**
 * Rule {@code paper.import}: records from paper and files.
 *
 * @param mostLines lines in one file
 * @param keepLinesDays days the lines are kept after the import ended
 * @param blankLines blank lines on a sheet, for each shift
 */
record PaperRule(int mostLines, int keepLinesDays, int blankLines) {

    static final String KEY = "paper.import";
}
