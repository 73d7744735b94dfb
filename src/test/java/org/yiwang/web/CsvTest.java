package org.yiwang.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "李雷, `\"李雷\"`",
                "``, `\"\"`",
                "=1+1, `\"'=1+1\"`",
                "+1, `\"'+1\"`",
                "`\t=1+1`, `\"'\t=1+1\"`",
                "`\r=1+1`, `\"'\r=1+1\"`",
                "1+1=2, `\"1+1=2\"`",
                "-5, `\"'-5\"`",
                "@SUM(A1), `\"'@SUM(A1)\"`",
                "`a\"b,c`, `\"a\"\"b,c\"`",
            })
    void a_cell_is_quoted_and_never_a_formula(String text, String cell) {
        assertThat(Csv.cell(text)).isEqualTo(cell);
    }
}
