package org.yiwang.volunteer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiwang.testing.VolunteerFixture.COMMUNITY;
import static org.yiwang.testing.VolunteerFixture.newIdNumber;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Role;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.PeopleFixture;
import org.yiwang.testing.TestClock;
import org.yiwang.testing.TextMessages;
import org.yiwang.testing.Visitor;
import org.yiwang.testing.Visitor.Answer;
import org.yiwang.testing.VolunteerFixture;

/** What offices do with the register and people with their own registration, over the API. */
@CityTest
class VolunteerOfficeApiTest {

    @Autowired
    private Registration registration;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    private Visitor office = Visitor.anonymous();
    private Visitor elsewhere = Visitor.anonymous();

    @BeforeEach
    void start() {
        clock.reset();
        office = as(Role.DISTRICT_OFFICE, COMMUNITY.value().substring(0, 6));
        elsewhere = as(Role.DISTRICT_OFFICE, "420199");
    }

    private static Visitor as(Role role, String region) {
        return Visitor.asAccount(PeopleFixture.account("办事员", PeopleFixture.at(role, region)));
    }

    @Test
    void shows_one_volunteer_masked_and_in_full_only_for_a_purpose_in_reach() {
        String id = newIdNumber(LocalDate.of(1981, 2, 3));
        VolunteerView made = registration.open(PeopleFixture.newMobile(), null, Registrant.adult("欧阳明", id, COMMUNITY));
        String path = "/api/v1/volunteers/" + Ids.text(made.id());
        Answer masked = office.api("GET", path, null);
        assertThat(masked.status()).isEqualTo(200);
        assertThat(masked.body()).doesNotContain(id).doesNotContain("欧阳明");
        assertThat(elsewhere.api("GET", path, null).code()).isEqualTo("access.out-of-scope");
        assertThat(office.api("POST", path + "/unmasking", Map.of()).code()).isEqualTo("volunteer.purpose-needed");
        assertThat(elsewhere
                        .api("POST", path + "/unmasking", Map.of("purpose", "核对身份"))
                        .code())
                .isEqualTo("access.out-of-scope");
        assertThat(office.api("POST", path + "/unmasking", Map.of("purpose", "核对身份"))
                        .body())
                .contains(id);
        assertThat(jdbc.sql("select count(*) from account_audit where what = 'personal-data.look' and subject = :s")
                        .param("s", "volunteer:" + Ids.text(made.id()))
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(as(Role.COMMUNITY_STAFF, COMMUNITY.value())
                        .api("POST", path + "/unmasking", Map.of("purpose", "看看"))
                        .code())
                .isEqualTo("access.not-allowed");
    }

    @Test
    void decides_a_case_once_with_a_reason() {
        String number = "E" + newIdNumber(LocalDate.of(1990, 1, 1)).substring(0, 17);
        VolunteerView made =
                registration.open(PeopleFixture.newMobile(), null, RegistrationTest.passport("Maria García", number));
        String found = "";
        for (int page = 1; found.isEmpty() && page < 50; page++) {
            for (var it : office.api("GET", "/api/v1/volunteers/cases?page=" + page, null)
                    .json()
                    .get("items")) {
                found = it.get("volunteerId").asString().equals(Ids.text(made.id()))
                        ? it.get("id").asString()
                        : found;
            }
        }
        String path = "/api/v1/volunteers/" + Ids.text(made.id()) + "/cases/" + found;
        assertThat(elsewhere.api("GET", path, null).code()).isEqualTo("access.out-of-scope");
        assertThat(office.api("GET", path, null).json().get("kind").asString()).isEqualTo("DOCUMENT");
        assertThat(office.api("POST", path + "/decision", Map.of("approve", true))
                        .code())
                .isEqualTo("volunteer.reason-needed");
        assertThat(office.api("POST", path + "/decision", Map.of("reason", "没有说同意与否"))
                        .status())
                .isEqualTo(400);
        assertThat(office.api("POST", path + "/decision", Map.of("approve", true, "reason", "看了原件"))
                        .status())
                .isEqualTo(204);
        assertThat(office.api("POST", path + "/decision", Map.of("approve", false, "reason", "改主意"))
                        .code())
                .isEqualTo("volunteer.review-decided");
    }

    @Test
    void gets_a_registration_back_by_the_code_to_the_registered_number() {
        String id = newIdNumber(LocalDate.of(1982, 2, 3));
        String old = PeopleFixture.newMobile();
        VolunteerView made = registration.open(old, null, Registrant.adult("司马光", id, COMMUNITY));
        String mobile = PeopleFixture.newMobile();
        Visitor claimant = Visitor.anonymous();
        Map<String, String> document = Map.of("documentNumber", id);
        assertThat(claimant.api("POST", "/api/v1/volunteers/recovery", document).code())
                .isEqualTo("volunteer.join-expired");
        claimant.api("POST", "/api/v1/volunteers/codes", Map.of("mobile", mobile));
        String proof = claimant.api(
                        "POST",
                        "/api/v1/volunteers/recovery/proof",
                        Map.of("mobile", mobile, "code", TextMessages.code(mobile)))
                .json()
                .get("proof")
                .asString();
        claimant.header("Yiwang-Proof", proof);
        assertThat(claimant.api("POST", "/api/v1/volunteers/recovery", document)
                        .json()
                        .get("maskedMobile")
                        .asString())
                .endsWith(old.substring(7));
        claimant.api("POST", "/api/v1/volunteers/recovery/codes", document);
        assertThat(claimant.api(
                                "POST",
                                "/api/v1/volunteers/recovery/completion",
                                Map.of("documentNumber", id, "code", TextMessages.code(old)))
                        .json()
                        .get("accountId")
                        .asString())
                .isEqualTo(Ids.text(made.contactAccountId()));
    }

    @Test
    void moves_and_notes_identities_of_the_own_registration_only() {
        VolunteerView made = VolunteerFixture.adult("上官");
        Visitor own = Visitor.asAccount(made.contactAccountId());
        Visitor stranger = Visitor.asAccount(VolunteerFixture.adult("旁人").contactAccountId());
        String path = "/api/v1/volunteers/" + Ids.text(made.id());
        assertThat(own.api("POST", path + "/tags", Map.of("tag", "01")).status())
                .isEqualTo(204);
        assertThat(stranger.api("DELETE", path + "/tags/01", null).code()).isEqualTo("volunteer.not-yours");
        assertThat(own.api("DELETE", path + "/tags/01", null).status()).isEqualTo(204);
        assertThat(own.api("PUT", path + "/residence", Map.of("residence", "x")).code())
                .isEqualTo("volunteer.residence-too-large");
        assertThat(own.api("PUT", path + "/residence", Map.of("residence", COMMUNITY.value()))
                        .status())
                .isEqualTo(204);
        assertThat(own.api("GET", path + "/document", null).json().get("masked").asBoolean())
                .isTrue();
        assertThat(stranger.api("GET", path + "/document", null).code()).isEqualTo("volunteer.not-yours");
        assertThat(own.api("GET", "/api/v1/volunteers/vow", null)
                        .json()
                        .get("version")
                        .asInt())
                .isPositive();
        assertThat(own.api("GET", path + "/unfinished-check-ins", null).json()).isEmpty();
    }
}
