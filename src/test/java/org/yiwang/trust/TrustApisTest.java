package org.yiwang.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Role;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.FoundCases;
import org.yiwang.testing.PeopleFixture;
import org.yiwang.testing.TestClock;
import org.yiwang.testing.TextMessages;
import org.yiwang.testing.Visitor;
import org.yiwang.testing.Visitor.Answer;
import tools.jackson.databind.JsonNode;

/** Spot checks, sanctions and the word of those served over the API: what the pages can do, with the same refusals. */
@CityTest
class TrustApisTest {

    private static final String API = "/api/v1";

    @Autowired
    private TestClock clock;

    private Visitor office = Visitor.anonymous();
    private Visitor elsewhere = Visitor.anonymous();

    @BeforeEach
    void offices() {
        clock.reset();
        office = visitor("420102");
        elsewhere = visitor("420103");
    }

    @AfterEach
    void reset() {
        clock.reset();
    }

    @Test
    void an_office_draws_calls_and_notes() {
        new TrustScene();
        Map<String, String> october = Map.of("month", "2026-10", "region", "420102");
        assertThat(elsewhere.api("POST", API + "/spot-checks", october).code()).isEqualTo("access.out-of-scope");
        assertThat(office.api("POST", API + "/spot-checks", Map.of("month", "x", "region", "420102"))
                        .code())
                .isEqualTo("trust.month-not-over");
        Answer drawn = office.api("POST", API + "/spot-checks", october);
        assertThat(drawn.status()).as(drawn.body()).isEqualTo(201);
        assertThat(office.api("POST", API + "/spot-checks", october).code()).isEqualTo("trust.already-drawn");
        String id = drawn.json().path("id").asString();
        assertThat(drawn.json().path("seed").asString()).hasSize(64);
        assertThat(find(office.api("GET", API + "/spot-checks/office", null).json(), id))
                .isTrue();
        assertThat(find(elsewhere.api("GET", API + "/spot-checks/office", null).json(), id))
                .isFalse();

        String calls = API + "/spot-checks/" + id + "/calls";
        assertThat(elsewhere.api("GET", calls, null).code()).isEqualTo("trust.sample-unknown");
        JsonNode first = office.api("GET", calls, null).json().get(0);
        assertThat(first.path("maskedName").asString()).contains("*");
        String one = calls + "/" + first.path("no").asInt();
        assertThat(office.api("POST", one + "/contact", Map.of("purpose", " ")).code())
                .isEqualTo("account.purpose-needed");
        Answer contact = office.api("POST", one + "/contact", Map.of("purpose", "抽查回访"));
        assertThat(contact.header("Cache-Control")).contains("no-store");
        assertThat(contact.json().path("mobile").asString()).hasSize(11);
        assertThat(office.api("POST", one, Map.of("note", "x")).code()).isEqualTo("trust.answer-needed");
        assertThat(office.api("POST", one, Map.of("outcome", "WRONG_TIME")).code())
                .isEqualTo("trust.note-needed");
        assertThat(office.api("POST", one, Map.of("outcome", "CONFIRMED")).status())
                .isEqualTo(204);
        assertThat(office.api("GET", calls, null).json().get(0).path("outcome").asString())
                .isEqualTo("CONFIRMED");
    }

    @Test
    void an_office_imposes_on_a_decided_case_and_a_colleague_lifts() {
        TrustScene scene = new TrustScene();
        String open = Ids.text(FoundCases.reported(scene.activity.id()));
        String found = Ids.text(FoundCases.upheld(scene.activity.id()));
        String person = scene.scanned.getFirst().number();
        String cases = API + "/sanctions/cases/";
        assertThat(office.api("GET", cases + open, null).code()).isEqualTo("trust.case-undecided");
        assertThat(elsewhere.api("GET", cases + found, null).code()).isEqualTo("trust.case-unknown");
        assertThat(office.api("GET", cases + found, null)
                        .json()
                        .path("basis")
                        .path("outcome")
                        .asString())
                .isEqualTo("UPHELD");
        assertThat(office.api("GET", API + "/sanctions/kinds", null).json().has("mark"))
                .isTrue();

        String path = API + "/sanctions";
        assertThat(office.api("POST", path, wish(person, found, "")).code()).isEqualTo("trust.reason-needed");
        assertThat(office.api("POST", path, wish(person, "x", "替人签到")).code()).isEqualTo("trust.case-unknown");
        assertThat(office.api("POST", path, wish("no-such", found, "替人签到")).code())
                .isEqualTo("trust.subject-unknown");
        Answer imposed = office.api("POST", path, wish(person, found, "替人签到"));
        assertThat(imposed.status()).as(imposed.body()).isEqualTo(201);
        String id = imposed.json().path("id").asString();
        JsonNode file = office.api("GET", path + "/" + id, null).json();
        assertThat(file.path("sanction").path("basis").path("id").asString()).isEqualTo(found);
        assertThat(file.path("sanction").path("ruleVersion").asInt()).isPositive();
        assertThat(file.path("records").isArray()).isTrue();
        assertThat(elsewhere.api("GET", path + "/" + id, null).code()).isEqualTo("trust.sanction-unknown");
        assertThat(Visitor.asAccount(scene.scanned.getFirst().contactAccountId())
                        .api("GET", path + "/mine", null)
                        .body())
                .contains("替人签到");
        assertThat(office.api("GET", path, null).body()).contains(id);
        Map<String, String> why = Map.of("reason", "查错了人");
        assertThat(office.api("POST", path + "/" + id + "/lift", why).code()).isEqualTo("trust.another-person");
        assertThat(visitor("420102").api("POST", path + "/" + id + "/lift", why).status())
                .isEqualTo(204);
    }

    @Test
    void somebody_who_was_served_speaks_once_and_needs_no_account() {
        TrustScene scene = new TrustScene();
        clock.set(scene.activity.period().end().plus(Duration.ofDays(1)));
        String activity = API + "/activities/" + Ids.text(scene.activity.id()) + "/thanks";
        Visitor leader = Visitor.asAccount(scene.team.leader().contactAccountId());
        String token = leader.api("GET", activity, null).json().path("token").asString();
        assertThat(office.api("GET", activity, null).status()).isEqualTo(403);
        Visitor served = Visitor.anonymous();
        String path = API + "/thanks/" + token;
        assertThat(served.api("GET", path, null).json().path("title").asString())
                .isEqualTo(scene.activity.title());
        assertThat(served.api("GET", API + "/thanks/AAAAAAAAAAAAAAAA", null).code())
                .isEqualTo("trust.thanks-unknown");
        String mobile = PeopleFixture.newMobile();
        assertThat(served.api("POST", path + "/codes", Map.of("mobile", mobile)).status())
                .isEqualTo(202);
        String code = TextMessages.code(mobile);
        assertThat(served.api("POST", path, Map.of("mobile", mobile, "code", code))
                        .code())
                .isEqualTo("trust.answer-needed");
        assertThat(served.api(
                                "POST",
                                path,
                                Map.of(
                                        "mobile",
                                        mobile,
                                        "code",
                                        code,
                                        "came",
                                        true,
                                        "timeRight",
                                        false,
                                        "words",
                                        "早走了一会儿"))
                        .status())
                .isEqualTo(204);
        JsonNode said = leader.api("GET", activity, null).json().path("said");
        assertThat(said.size()).isEqualTo(1);
        assertThat(said.get(0).path("timeRight").asBoolean()).isFalse();
    }

    private static Map<String, String> wish(String number, String caseId, String reason) {
        return Map.of("number", number, "caseId", caseId, "kind", "mark", "reason", reason);
    }

    private static boolean find(JsonNode samples, String id) {
        for (JsonNode one : samples.path("items")) {
            if (one.path("sample").path("id").asString().equals(id)) {
                return true;
            }
        }
        return false;
    }

    private static Visitor visitor(String region) {
        return Visitor.asAccount(PeopleFixture.account("社工部", PeopleFixture.at(Role.DISTRICT_OFFICE, region)));
    }
}
