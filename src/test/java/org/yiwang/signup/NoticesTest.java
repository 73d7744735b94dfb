package org.yiwang.signup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoticesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    场地临时检修，推迟四天。 | 场地临时检修，推迟四天
                    场地临时检修！！         | 场地临时检修
                    The hall is closed.      | The hall is closed
                    大风，                   | 大风
                    还没有定好？             | 还没有定好？
                    大风（七级）             | 大风（七级）
                    。                       | ''
                    """)
    void a_reason_goes_into_a_notice_without_the_marks_that_close_it(String written, String said) {
        assertThat(Notices.clause(written)).isEqualTo(said);
    }
}
