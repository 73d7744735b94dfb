package org.yiwang.attendance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiwang.testing.Refusals.refused;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yiwang.platform.Vault;
import org.yiwang.testing.TestClock;

class RotatingCodesTest {

    private final TestClock clock = new TestClock();
    private final Vault vault = new Vault((byte) 1, new byte[16], new byte[32]);
    private final RotatingCodes codes = new RotatingCodes(vault, clock);

    @Test
    void the_code_shown_now_and_the_one_before_are_accepted() {
        CodeShown shown = codes.show(42);

        assertThat(codes.read(shown.token())).isEqualTo(42);
        assertThat(codes.isShown(42, shown.digits())).isTrue();
        clock.advance(Duration.ofSeconds(30));
        assertThat(codes.read(shown.token())).isEqualTo(42);
        assertThat(codes.isShown(42, shown.digits())).isTrue();
        assertThat(codes.show(42).token()).isNotEqualTo(shown.token());
    }

    @Test
    void a_code_of_a_minute_ago_has_expired() {
        CodeShown shown = codes.show(42);
        clock.advance(Duration.ofSeconds(60));

        refused(AttendanceProblem.CODE_EXPIRED, () -> codes.read(shown.token()));
        assertThat(codes.isShown(42, shown.digits())).isFalse();
    }

    @Test
    void changing_any_byte_makes_a_forgery() {
        byte[] token = Base64.getUrlDecoder().decode(codes.show(42).token());
        for (int i = 0; i < token.length; i++) {
            byte[] forged = token.clone();
            forged[i] ^= 1;
            String text = Base64.getUrlEncoder().withoutPadding().encodeToString(forged);
            refused(AttendanceProblem.CODE_FORGED, () -> codes.read(text));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "%%%", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "二维码", "AAAA"})
    void what_was_never_a_code_is_a_forgery(String text) {
        refused(AttendanceProblem.CODE_FORGED, () -> codes.read(text));
    }

    @Test
    void another_platform_s_key_makes_other_codes() {
        RotatingCodes others = new RotatingCodes(
                new Vault((byte) 1, new byte[16], "another platform has another key".getBytes(StandardCharsets.UTF_8)),
                clock);

        refused(AttendanceProblem.CODE_FORGED, () -> codes.read(others.show(42).token()));
    }

    @Test
    void a_scan_is_good_for_ten_minutes_and_is_no_code_itself() {
        String grant = codes.grant(42, "account 1");

        assertThat(codes.readGrant(grant, "account 1")).isEqualTo(42);
        refused(AttendanceProblem.CODE_FORGED, () -> codes.readGrant(grant, "account 2"));
        refused(AttendanceProblem.CODE_FORGED, () -> codes.readGrant(grant, ""));
        refused(AttendanceProblem.CODE_FORGED, () -> codes.read(grant));
        refused(
                AttendanceProblem.CODE_FORGED,
                () -> codes.readGrant(codes.show(42).token(), ""));
        clock.advance(Duration.ofMinutes(10).plusSeconds(1));
        refused(AttendanceProblem.CODE_EXPIRED, () -> codes.readGrant(grant, "account 1"));
    }

    @Test
    void digits_of_one_activity_open_no_other() {
        long same = java.util.stream.LongStream.range(100, 1100)
                .filter(other -> codes.isShown(other, codes.show(42).digits()))
                .count();

        assertThat(same).isLessThanOrEqualTo(2);
    }
}
