package org.yiwang.volunteer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.yiwang.kernel.RegionCode;

class UnifiedNumberTest {

    @Test
    void has_area_year_sequence_and_check_character() {
        String number = UnifiedNumber.of(new RegionCode("420102003004"), 2026, 17);
        assertThat(number).startsWith("4201022600000017").hasSize(17);
        assertThat(UnifiedNumber.isValid(number)).isTrue();
    }

    @Test
    void finds_every_single_wrong_digit_and_every_swap_of_neighbours() {
        long seed = 20261121;
        Random random = new Random(seed);
        for (int n = 0; n < 300; n++) {
            String number = UnifiedNumber.of(new RegionCode("420102"), 2026, random.nextInt(100_000_000));
            for (int i = 0; i < number.length(); i++) {
                for (char c : "0123456789X".toCharArray()) {
                    if (c != number.charAt(i)) {
                        String wrong = number.substring(0, i) + c + number.substring(i + 1);
                        assertThat(UnifiedNumber.isValid(wrong))
                                .as("seed %d: %s", seed, wrong)
                                .isFalse();
                    }
                }
            }
            for (int i = 0; i + 1 < number.length(); i++) {
                if (number.charAt(i) != number.charAt(i + 1)) {
                    String swapped =
                            number.substring(0, i) + number.charAt(i + 1) + number.charAt(i) + number.substring(i + 2);
                    assertThat(UnifiedNumber.isValid(swapped))
                            .as("seed %d: %s", seed, swapped)
                            .isFalse();
                }
            }
        }
    }
}
