package org.yiwang.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CertificateNumberTest {

    private static final String CHARACTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    @Test
    void names_the_day_and_cannot_be_guessed_from_another() {
        String one = CertificateNumber.make(LocalDate.of(2026, 11, 22));
        String other = CertificateNumber.make(LocalDate.of(2026, 11, 22));
        assertThat(one).startsWith("YW261122").hasSize(17).isNotEqualTo(other);
        assertThat(CertificateNumber.isOne(one)).isTrue();
    }

    @Test
    void every_wrong_character_and_every_two_that_changed_places_are_noticed() {
        String number = CertificateNumber.make(LocalDate.of(2026, 11, 22));
        for (int i = 2; i < number.length(); i++) {
            for (char c : CHARACTERS.toCharArray()) {
                String slip = number.substring(0, i) + c + number.substring(i + 1);
                assertThat(CertificateNumber.isOne(slip)).as(slip).isEqualTo(slip.equals(number));
            }
        }
        for (int i = 8; i < number.length() - 1; i++) {
            String slip = number.substring(0, i) + number.charAt(i + 1) + number.charAt(i) + number.substring(i + 2);
            assertThat(CertificateNumber.isOne(slip)).as(slip).isEqualTo(slip.equals(number));
        }
    }

    @ParameterizedTest
    @CsvSource({"yw261122-7k3q x9fm c", "ＹＷ２６１１２２ ７Ｋ３ＱＸ９ＦＭＣ", " YW261122–7K3QX9FMC "})
    void is_read_as_people_type_it(String typed) {
        assertThat(CertificateNumber.tidy(typed)).isEqualTo("YW2611227K3QX9FMC");
    }

    @ParameterizedTest
    @CsvSource({"''", "YW", "张三", "YW2611227K3QX9FM!", "XX2611227K3QX9FMC", "YW2611227K3QX9FMC0"})
    void nothing_else_is_one(String typed) {
        assertThat(CertificateNumber.isOne(CertificateNumber.tidy(typed))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"0,0.0", "2,0.0", "3,0.1", "57,1.0", "60,1.0", "150,2.5", "59999,1000.0", "600000,10000.0"})
    void hours_are_shown_to_one_place(long minutes, String hours) {
        assertThat(CertificateContent.hours(minutes)).isEqualTo(hours);
    }

    @ParameterizedTest
    @CsvSource({
        "欧阳晓岚,欧阳 晓岚,true",
        "买买提·艾力,买买提•艾力,true",
        "Anna Li,annali,true",
        "𠮷田,𠮷田,true",
        "张三,张四,false",
        "张三,'',false"
    })
    void names_are_compared_as_people_write_them(String kept, String typed, boolean same) {
        assertThat(Names.same(kept, typed)).isEqualTo(same);
    }
}
