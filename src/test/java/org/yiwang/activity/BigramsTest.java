package org.yiwang.activity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BigramsTest {

    @Test
    void cuts_words_into_pairs_of_characters() {
        assertThat(Bigrams.of(Bigrams.plain("清洁日 Park"))).containsExactlyInAnyOrder("清洁", "洁日", "pa", "ar", "rk");
    }

    @Test
    void keeps_characters_beyond_the_basic_plane_whole() {
        assertThat(Bigrams.of(Bigrams.plain("𠮷祥里"))).containsExactlyInAnyOrder("𠮷祥", "祥里");
    }

    @Test
    void reads_full_width_letters_and_spaces_as_narrow_ones() {
        assertThat(Bigrams.plain("　ＡＢＣ　１２\n3 ")).isEqualTo("abc 12 3");
    }

    @Test
    void has_no_pairs_for_a_single_character() {
        assertThat(Bigrams.of(Bigrams.plain("树"))).isEmpty();
        assertThat(Bigrams.words(Bigrams.plain("树 "))).containsExactly("树");
        assertThat(Bigrams.words(Bigrams.plain("  "))).isEmpty();
    }
}
