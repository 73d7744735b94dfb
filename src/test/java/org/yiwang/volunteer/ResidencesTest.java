package org.yiwang.volunteer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yiwang.testing.VolunteerFixture.COMMUNITY;
import static org.yiwang.testing.VolunteerFixture.newIdNumber;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.RegionCode;
import org.yiwang.kernel.Role;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.PeopleFixture;
import org.yiwang.testing.TestClock;
import org.yiwang.testing.Visitor;
import org.yiwang.testing.VolunteerFixture;

/** Living outside of the city: any county of the nation, and the city's own offices answer. */
@CityTest
class ResidencesTest {

    /** 北京市东城区. */
    private static final RegionCode ELSEWHERE = new RegionCode("110101");

    @Autowired
    private Registration registration;

    @Autowired
    private Residences residences;

    @Autowired
    private Volunteers volunteers;

    @Autowired
    private VolunteerReview review;

    @Autowired
    private Register register;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void reset() {
        clock.reset();
    }

    @Test
    void somebody_from_elsewhere_is_answered_for_by_the_city_and_no_district() {
        VolunteerView guest = registration.open(
                PeopleFixture.newMobile(),
                null,
                new Registrant(
                        "Guest One",
                        "05",
                        "G" + newIdNumber(LocalDate.of(1990, 1, 1)),
                        LocalDate.of(1990, 5, 6),
                        "2",
                        ELSEWHERE,
                        null,
                        new Registrant.Consent(true, true)));
        Actor city = PeopleFixture.staff(Role.CITY_OFFICE, COMMUNITY.value().substring(0, 4));
        Actor district =
                PeopleFixture.staff(Role.DISTRICT_OFFICE, COMMUNITY.value().substring(0, 6));
        assertThat(register.get(city, guest.id()).line().residence()).contains("东城区");
        assertThatThrownBy(() -> register.get(district, guest.id())).hasMessage("access.out-of-scope");
        RegisterView.Filter byName = new RegisterView.Filter("Guest One", "", null);
        assertThat(register.list(city, byName, 1).items())
                .extracting(RegisterView::id)
                .contains(guest.id());
        assertThat(register.list(district, byName, 1).items()).isEmpty();
        assertThat(review.list(city, 1).items())
                .filteredOn(it -> it.volunteer().id() == guest.id())
                .singleElement()
                .satisfies(it -> assertThat(it.residence()).contains("东城区"));
    }

    @Test
    void whoever_moves_keeps_the_number_and_gets_other_offices() {
        VolunteerView made = VolunteerFixture.adult("搬家");
        Actor own = VolunteerFixture.actor(made);
        assertThatThrownBy(() -> residences.move(own, made.id(), new RegionCode("1101")))
                .hasMessage("volunteer.residence-too-large");
        assertThatThrownBy(() -> residences.move(
                        own, made.id(), new RegionCode(COMMUNITY.value().substring(0, 6))))
                .hasMessage("volunteer.residence-too-large");
        assertThatThrownBy(() ->
                        residences.move(VolunteerFixture.actor(VolunteerFixture.adult("旁人")), made.id(), ELSEWHERE))
                .hasMessage("volunteer.not-yours");
        residences.move(own, made.id(), ELSEWHERE);
        VolunteerView moved = volunteers.get(made.id());
        assertThat(moved.residence()).isEqualTo(ELSEWHERE);
        assertThat(moved.number()).isEqualTo(made.number());
        assertThat(residences.answering(ELSEWHERE).value())
                .isEqualTo(COMMUNITY.value().substring(0, 4));
    }

    @Test
    void is_chosen_with_plain_buttons_and_nothing_typed_is_lost() {
        Visitor visitor = Visitor.asAccount(VolunteerFixture.adult("外地人").contactAccountId());
        Visitor.Answer page =
                visitor.post("/me/profile/residence", Map.of("where", "elsewhere", "residence", COMMUNITY.value()));
        assertThat(page.body()).contains("居住地（外地）", "北京市").doesNotContain("江岸区");
        assertThat(visitor.post("/me/profile/residence", Map.of("elsewhere", "yes", "_region", "residence:1101"))
                        .body())
                .contains("东城区");
        assertThat(visitor.post("/me/profile/residence", Map.of("elsewhere", "yes", "residence", "1101"))
                        .body())
                .contains("invalid-feedback");
        assertThat(visitor.post("/me/profile/residence", Map.of("elsewhere", "yes", "residence", "110101"))
                        .location())
                .startsWith("/me/profile");
        assertThat(visitor.get("/me/profile").body()).contains("东城区");
    }
}
