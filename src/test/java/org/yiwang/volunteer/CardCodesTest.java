package org.yiwang.volunteer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiwang.kernel.Ids;
import org.yiwang.platform.Vault;
import org.yiwang.testing.TestClock;
import org.yiwang.testing.TestDatabase;

class CardCodesTest {

    private final TestClock clock = new TestClock();
    private final JdbcClient jdbc = JdbcClient.create(TestDatabase.fresh());
    private final CardCodes codes = codes("one key of 16 by", clock);
    private final long volunteer = Ids.next();

    @Test
    void changes_every_thirty_seconds_and_accepts_the_one_before() {
        String first = codes.now(volunteer);
        clock.advance(Duration.ofSeconds(29));
        assertThat(codes.now(volunteer)).isEqualTo(first);
        clock.advance(Duration.ofSeconds(1));
        String second = codes.now(volunteer);
        assertThat(second).isNotEqualTo(first);
        assertThat(codes.volunteerOf(first)).isEqualTo(volunteer);
        assertThat(codes.volunteerOf(second)).isEqualTo(volunteer);
        clock.advance(Duration.ofSeconds(30));
        assertThatThrownBy(() -> codes.volunteerOf(first)).hasMessage("volunteer.card-expired");
        assertThat(codes.volunteerOf(second)).isEqualTo(volunteer);
    }

    @Test
    void accepts_a_clock_of_another_node_that_is_one_step_ahead() {
        TestClock ahead = new TestClock();
        ahead.advance(Duration.ofSeconds(30));
        String code = codes("one key of 16 by", ahead).now(volunteer);
        assertThat(codes.volunteerOf(code)).isEqualTo(volunteer);
        ahead.advance(Duration.ofSeconds(30));
        String tooFar = codes("one key of 16 by", ahead).now(volunteer);
        assertThatThrownBy(() -> codes.volunteerOf(tooFar)).hasMessage("volunteer.card-expired");
    }

    @Test
    void refuses_a_code_made_with_another_key_and_every_changed_character() {
        String code = codes.now(volunteer);
        assertThatThrownBy(
                        () -> codes.volunteerOf(codes("another key 16 b", clock).now(volunteer)))
                .hasMessage("volunteer.card-forged");
        for (int i = 0; i < code.length(); i++) {
            char other = code.charAt(i) == 'A' ? 'B' : 'A';
            String changed = code.substring(0, i) + other + code.substring(i + 1);
            assertThatThrownBy(() -> codes.volunteerOf(changed)).hasMessage("volunteer.card-forged");
        }
        for (String odd : new String[] {"", "x", "<script>", "1234567", "123456789", code + "0", "中".repeat(30)}) {
            assertThatThrownBy(() -> codes.volunteerOf(odd)).hasMessage("volunteer.card-forged");
        }
    }

    @Test
    void reads_codes_typed_small_with_spaces() {
        String code = codes.now(volunteer);
        assertThat(codes.volunteerOf(" "
                        + code.toLowerCase(java.util.Locale.ROOT).substring(0, 13) + "-" + code.substring(13) + " "))
                .isEqualTo(volunteer);
    }

    @Test
    void gives_one_short_code_a_day_that_ends_with_the_day() {
        String code = codes.shortCode(volunteer);
        assertThat(code).matches("[0-9]{8}");
        assertThat(codes.shortCode(volunteer)).isEqualTo(code);
        assertThat(codes.volunteerOf(code.substring(0, 4) + " " + code.substring(4)))
                .isEqualTo(volunteer);
        assertThatThrownBy(() -> codes.volunteerOfLong(code)).hasMessage("volunteer.card-forged");
        clock.advance(Duration.ofHours(14));
        assertThatThrownBy(() -> codes.volunteerOf(code)).hasMessage("volunteer.card-expired");
        assertThat(codes.shortCode(volunteer)).isNotEqualTo(code);
        clock.advance(Duration.ofDays(9));
        assertThat(codes.forgetOld()).isEqualTo(2);
        assertThatThrownBy(() -> codes.volunteerOf(code)).hasMessage("volunteer.card-forged");
    }

    @Test
    void never_takes_a_printed_card_for_a_changing_one_nor_the_other_way_round() {
        String printed = codes.printed(volunteer);
        assertThat(codes.volunteerOfPrinted(printed)).contains(volunteer);
        clock.advance(Duration.ofDays(1000));
        assertThat(codes.printed(volunteer)).isEqualTo(printed);
        assertThatThrownBy(() -> codes.volunteerOf(printed)).hasMessage("volunteer.card-printed");
        assertThatThrownBy(() -> codes.volunteerOfLong(printed)).hasMessage("volunteer.card-forged");
        String changing = codes.now(volunteer);
        assertThat(codes.volunteerOfPrinted(changing)).isEmpty();
        String mixed = changing.substring(0, 13) + changing.substring(20);
        assertThatThrownBy(() -> codes.volunteerOfPrinted(mixed)).hasMessage("volunteer.card-forged");
        assertThatThrownBy(() -> codes.volunteerOf(Ids.text(Ids.next()) + printed.substring(13)))
                .hasMessage("volunteer.card-forged");
    }

    private CardCodes codes(String key, TestClock at) {
        byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
        return new CardCodes(new Vault((byte) 1, bytes, bytes), new CardCodeStore(jdbc), at);
    }
}
