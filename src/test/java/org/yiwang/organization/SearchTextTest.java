package org.yiwang.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchTextTest {

    @ParameterizedTest
    @CsvSource({
        "花桥街道巾帼志愿服务队, 巾帼, true",
        "花桥街道巾帼志愿服务队, 志, true",
        "花桥街道巾帼志愿服务队, 服务队, true",
        "花桥街道巾帼志愿服务队, 青年, false",
        "𠮷庆里邻里互助队, 𠮷, true",
        "𠮷庆里邻里互助队, 𠮷庆, true",
        "Red Cross 急救队, red cross, true",
        "Ｒｅｄ　Ｃｒｏｓｓ, red cross, true",
    })
    void finds_a_text_by_any_part_of_it(String text, String query, boolean found) {
        SearchText stored = SearchText.of(text);
        boolean byIndex = Arrays.asList(stored.grams()).containsAll(Arrays.asList(SearchText.wanted(query)));
        assertThat(byIndex && stored.folded().contains(SearchText.fold(query))).isEqualTo(found);
    }
}
