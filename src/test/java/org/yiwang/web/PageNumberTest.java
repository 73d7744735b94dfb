package org.yiwang.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Role;
import org.yiwang.testing.City;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.PeopleFixture;
import org.yiwang.testing.Visitor;
import org.yiwang.testing.VolunteerFixture;
import org.yiwang.volunteer.VolunteerView;

@CityTest
class PageNumberTest {

    /** All lists that are turned over, but those within something that has an id. */
    private static TreeSet<String> lists() {
        TreeSet<String> paths = new TreeSet<>();
        City.bean(RememberedRoutes.class).getHandlerMethods().forEach((info, handler) -> {
            boolean pages = List.of(handler.getMethodParameters()).stream()
                    .anyMatch(p -> p.getParameterType() == int.class
                            && "page".equals(p.getParameter().getName()));
            if (pages) {
                info.getPatternValues().stream().filter(p -> !p.contains("{")).forEach(paths::add);
            }
        });
        return paths;
    }

    @ParameterizedTest
    @CsvSource({"99999999", "2147483647", "2147483648", "0", "-1", "-99999999999999999999", "71582790", "' '"})
    void no_number_of_a_page_is_a_fault(String number) {
        long account = PeopleFixture.account(
                "翻页",
                PeopleFixture.at(Role.SYSTEM_ADMIN, "4201"),
                PeopleFixture.at(Role.CITY_OFFICE, "4201"),
                PeopleFixture.at(Role.AUDITOR, "4201"));
        Visitor office = Visitor.asAccount(account);
        TreeSet<String> lists = lists();
        assertThat(lists).contains("/api/v1/organizations/reviewed", "/gov/grants", "/api/v1/suspensions");
        for (String path : lists) {
            String address = path + "?page=" + number.replace(" ", "%20");
            int status = path.startsWith("/api/")
                    ? office.api("GET", address, null).status()
                    : office.get(address).status();
            // Refusals that name what else is missing are another matter.
            assertThat(status).as(address).isLessThan(500);
        }
        assertThat(office.api("GET", "/api/v1/organizations/reviewed?page=" + number.replace(" ", "%20"), null)
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"-5", "0", "200000000", "2147483647"})
    void whoever_may_see_a_list_sees_its_nearest_page(String number) {
        VolunteerView volunteer = VolunteerFixture.adult("翻页");
        Visitor person = Visitor.asAccount(volunteer.contactAccountId());
        String id = Ids.text(volunteer.id());
        Visitor office =
                Visitor.asAccount(PeopleFixture.account("翻页", PeopleFixture.at(Role.DISTRICT_OFFICE, "420102")));
        String page = "page=" + number;
        for (String path : List.of("/api/v1/volunteers/" + id + "/records?", "/api/v1/cases?volunteer=" + id + "&")) {
            assertThat(person.api("GET", path + page, null).status()).as(path).isEqualTo(200);
        }
        assertThat(person.get("/me/hours?" + page).status()).isEqualTo(200);
        for (String path : List.of("/gov/sanctions?", "/gov/cases?")) {
            assertThat(office.get(path + page).status()).as(path).isEqualTo(200);
        }
    }

    @Test
    void words_are_no_number() {
        Visitor office = Visitor.asAccount(PeopleFixture.account("翻页", PeopleFixture.at(Role.SYSTEM_ADMIN, "4201")));
        assertThat(office.api("GET", "/api/v1/suspensions?page=two", null).code())
                .isEqualTo("request.malformed");
    }
}
