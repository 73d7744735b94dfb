package org.yiwang.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworksTest {

    @ParameterizedTest(name = "{0} is this machine: {1}")
    @CsvSource({
        "127.0.0.1, true",
        "127.3.2.1, true",
        "::1, true",
        "0:0:0:0:0:0:0:1, true",
        "12.7.0.1, false",
        "192.168.1.27, false",
        "::2, false",
        "2001:db8::1, false"
    })
    void knows_the_machine_itself_by_its_address(String address, boolean expected) {
        assertThat(Networks.isThisMachine(address)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} and {1} are one household: {2}")
    @CsvSource({
        "203.0.113.7, 203.0.113.7, true",
        "203.0.113.7, 203.0.113.8, false",
        "2001:db8:1:2::5, 2001:db8:1:2:ffff:ffff:ffff:ffff, true",
        "2001:db8:1:2::5, 2001:db8:1:3::5, false"
    })
    void counts_what_one_household_has_as_one(String one, String other, boolean expected) {
        assertThat(Networks.household(one).equals(Networks.household(other))).isEqualTo(expected);
    }
}
