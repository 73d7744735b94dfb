package org.yiwang.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiwang.testing.OrganizationFixture.approved;
import static org.yiwang.testing.OrganizationFixture.community;
import static org.yiwang.testing.OrganizationFixture.draft;
import static org.yiwang.testing.OrganizationFixture.volunteer;
import static org.yiwang.testing.OrganizationFixture.with;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Role;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.OrganizationFixture;
import org.yiwang.testing.PeopleFixture;
import org.yiwang.testing.TestClock;
import org.yiwang.testing.Visitor;
import org.yiwang.testing.Visitor.Answer;

/** Leading, reviewing and belonging, over the API. */
@CityTest
class OrganizationApiTest {

    @Autowired
    private TestClock clock;

    private Actor founder = Actor.SYSTEM;
    private String path = "";
    private Visitor leader = Visitor.anonymous();

    @BeforeEach
    void start() {
        clock.reset();
        founder = volunteer("队长");
        long id = approved(founder, with(draft(community("420102")), JoinPolicy.DIRECT, null));
        path = "/api/v1/organizations/" + Ids.text(id);
        leader = Visitor.asAccount(founder.accountId());
    }

    @Test
    void a_leader_sees_and_changes_what_it_says_of_itself_and_a_stranger_does_not() {
        Visitor stranger = Visitor.asAccount(OrganizationFixture.volunteer("旁人").accountId());
        assertThat(stranger.api("GET", path + "/desk", null).code()).isEqualTo("access.not-allowed");
        Map<String, Object> settings = Map.of(
                "kinds", List.of("neighbours", "women"),
                "categories", List.of("01"),
                "partyBranch", "第三支部",
                "unit", Map.of("name", "百步亭物业" + path, "kind", "12"),
                "introduction", "邻里互助，每周六为老人理发。",
                "contactName", "陈晨",
                "contactPhone", "13900000000",
                "joinPolicy", "REVIEW");
        assertThat(leader.api("PUT", path + "/settings", settings).status()).isEqualTo(204);
        Answer seen = leader.api("GET", path + "/desk", null);
        assertThat(seen.json().at("/organization/about/kinds")).hasSize(2);
        assertThat(seen.json().at("/organization/about/partyOrganization").asBoolean())
                .isTrue();
        assertThat(seen.json().at("/organization/about/partyBranch").asString()).isEqualTo("第三支部");
        assertThat(seen.json().at("/organization/contact/phone").asString()).isEqualTo("13900000000");
        assertThat(seen.json().at("/organization/filing/to").asString()).isNotEmpty();
        Answer open = Visitor.anonymous().api("GET", path, null);
        assertThat(open.json().has("contact")).isFalse();
        String unit = open.json().get("unitId").asString();
        assertThat(Visitor.anonymous()
                        .api("GET", "/api/v1/organizations/units/" + unit, null)
                        .json()
                        .get("teams"))
                .hasSize(1);
    }

    @Test
    void a_post_is_given_with_the_record_of_the_election_and_answered_by_the_person() {
        Actor person = volunteer("新人");
        Visitor member = Visitor.asAccount(person.accountId());
        member.api("POST", path + "/members", Map.of());
        Map<String, Object> post = Map.of(
                "post", "CAPTAIN",
                "accountId", Ids.text(person.accountId()),
                "how", "ELECTED",
                "chosenOn", OrganizationFixture.today().toString(),
                "record", "到会 18 人，得票 15");
        assertThat(leader.api("POST", path + "/posts", post).json().get("begun").asBoolean())
                .isFalse();
        var offer =
                member.api("GET", "/api/v1/organizations/offers", null).json().get(0);
        assertThat(offer.get("record").asString()).contains("得票 15");
        int version = member.api("GET", "/api/v1/organizations/honesty-agreement", null)
                .json()
                .get("version")
                .asInt();
        String answer = path + "/posts/" + offer.get("id").asString() + "/answer";
        assertThat(member.api("POST", answer, Map.of("accept", true)).code()).isEqualTo("organization.honesty-missing");
        assertThat(leader.api("POST", answer, Map.of("accept", true, "honestyVersion", version))
                        .code())
                .isEqualTo("organization.post-unknown");
        assertThat(member.api("POST", answer, Map.of("accept", true, "honestyVersion", version))
                        .status())
                .isEqualTo(204);
        assertThat(member.api("GET", "/api/v1/organizations/memberships", null).body())
                .contains("CAPTAIN");
        assertThat(leader.api("GET", path + "/posts", null).json()).hasSize(2);
    }

    @Test
    void the_office_reads_every_step_and_those_out_of_reach_nothing() {
        Visitor office = Visitor.asAccount(PeopleFixture.account(
                "办事员",
                PeopleFixture.at(Role.COMMUNITY_STAFF, community("420102").value())));
        Visitor elsewhere =
                Visitor.asAccount(PeopleFixture.account("办事员", PeopleFixture.at(Role.DISTRICT_OFFICE, "420103")));
        Answer seen = office.api("GET", path + "/review", null);
        assertThat(seen.json().get("steps")).hasSize(2);
        assertThat(seen.json().get("mayFile").asBoolean()).isTrue();
        assertThat(seen.json().at("/organization/contact/phone").asString()).isEqualTo("139****0000");
        assertThat(elsewhere.api("GET", path + "/review", null).code()).isEqualTo("access.out-of-scope");
        assertThat(office.api("GET", "/api/v1/organizations/reviewed?state=ACTIVE", null)
                        .status())
                .isEqualTo(200);
        assertThat(leader.api("GET", "/api/v1/organizations/mine/" + path.substring(path.lastIndexOf('/') + 1), null)
                        .json()
                        .get("steps"))
                .hasSize(2);
        assertThat(leader.api("GET", "/api/v1/record-clock", null).json()).isEmpty();
    }
}
