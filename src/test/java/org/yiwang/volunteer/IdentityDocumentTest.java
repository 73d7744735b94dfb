package org.yiwang.volunteer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yiwang.kernel.Refusal;

class IdentityDocumentTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    @ParameterizedTest
    @CsvSource({
        // what is typed (check character left to us), born, sex
        "42010219900101001, 1990-01-01, 1",
        "42010220120229002, 2012-02-29, 2",
        "42010220000229003, 2000-02-29, 1",
        "99999919850715124, 1985-07-15, 2",
        "42010220261121001, 2026-11-21, 1",
        "11010519491231002, 1949-12-31, 2",
    })
    void takes_birth_date_and_sex_from_a_number_of_the_mainland(String digits, LocalDate born, String sex) {
        IdentityDocument read = read(digits + CheckCharacter.of(digits));
        assertThat(read.birthDate()).isEqualTo(born);
        assertThat(read.sex()).isEqualTo(sex);
        assertThat(read.checked()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "11010519491231002X",
        "11010519491231002x",
        "'１１０１０５１９４９１２３１００２Ｘ'",
        "' 110105 19491231 002x '",
        "110105-19491231-002ｘ",
        "'110105\u200b19491231002X'",
    })
    void understands_the_number_however_it_is_typed(String typed) {
        assertThat(read(typed).number()).isEqualTo("11010519491231002X");
    }

    @ParameterizedTest
    @CsvSource({
        "110105491231002, volunteer.id-length",
        "1101051949123100, volunteer.id-length",
        "11010519491231002A, volunteer.id-length",
        "'', volunteer.id-length",
        "110105194912310020, volunteer.id-check",
        "11010519491231020X, volunteer.id-check",
        "11010519491213002X, volunteer.id-check",
    })
    void refuses_what_is_no_number(String typed, String problem) {
        refuses(typed, problem);
    }

    @ParameterizedTest
    @CsvSource({"42010220260229001", "42010219000229001", "42010220261122001", "42010219901301001", "42010218001231001"
    })
    void refuses_impossible_and_future_birth_dates(String digits) {
        refuses(digits + CheckCharacter.of(digits), "volunteer.id-birth-date");
    }

    @Test
    void leaves_other_documents_to_a_person_and_asks_for_the_birth_date() {
        IdentityDocument passport = IdentityDocument.read("05", " e１２３-45678 ", LocalDate.of(1990, 5, 1), null, TODAY);
        assertThat(passport.number()).isEqualTo("E12345678");
        assertThat(passport.checked()).isFalse();
        assertThat(passport.sex()).isEqualTo("9");
        assertThatThrownBy(() -> IdentityDocument.read("05", "E12345678", null, null, TODAY))
                .isInstanceOf(Refusal.class)
                .hasMessage("volunteer.birth-date");
        assertThatThrownBy(() -> IdentityDocument.read("05", "E12345678", TODAY.plusDays(1), null, TODAY))
                .hasMessage("volunteer.birth-date");
        assertThatThrownBy(() -> IdentityDocument.read("05", "<b>", LocalDate.of(1990, 5, 1), null, TODAY))
                .hasMessage("volunteer.document-odd");
    }

    @ParameterizedTest
    @CsvSource({"11010519491231002X, 110***********002X", "E12345678, E******78", "AB12, A*12"})
    void masks(String number, String masked) {
        assertThat(IdentityDocument.masked(number)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({"张三, 张三", "' 王  小明 ', 王 小明", "𠮷, 𠮷", "阿卜杜拉•买买提, 阿卜杜拉·买买提", "O’Neill-García, O’Neill-García"})
    void accepts_names_as_people_have_them(String typed, String name) {
        assertThat(PersonName.read(typed, "name")).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({"''", "<b>张三</b>", "张三1", "'·张三'", "'张\u0000三'"})
    void refuses_what_is_no_name(String typed) {
        assertThatThrownBy(() -> PersonName.read(typed, "name")).hasMessage("volunteer.name-odd");
    }

    @ParameterizedTest
    @CsvSource({"13800138000, 13800138000", "+86 138-0013-8000, 13800138000", "１３８００１３８０００, 13800138000"})
    void understands_mobile_numbers(String typed, String number) {
        assertThat(Mobile.read(typed, "mobile")).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource({"12800138000", "1380013800", "138001380001", "''"})
    void refuses_what_is_no_mobile_number(String typed) {
        assertThatThrownBy(() -> Mobile.read(typed, "mobile")).hasMessage("volunteer.mobile-odd");
    }

    private static IdentityDocument read(String typed) {
        return IdentityDocument.read("01", typed, null, null, TODAY);
    }

    private static void refuses(String typed, String problem) {
        assertThatThrownBy(() -> read(typed)).isInstanceOf(Refusal.class).hasMessage(problem);
    }
}
