package org.yiwang.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiwang.kernel.Ids;
import org.yiwang.testing.ActivityFixture;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.TestClock;
import org.yiwang.testing.Visitor;

@CityTest
class ProjectApiTest {

    private static final String HERE = "/api/v1/projects";

    @Autowired
    private ActivityFixture fixture;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void begin() {
        clock.reset();
    }

    @Test
    void adds_lists_changes_and_closes_a_project() {
        Organizer team = Organizer.approved();
        Visitor leader = Visitor.asAccount(team.leader().accountId());
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("organizationId", Ids.text(team.id()));
        body.put("region", fixture.draft(team.id()).region().value());
        body.put("name", "邻里陪伴");
        body.put("categories", List.of("17"));
        body.put("objects", List.of("03"));
        body.put("description", "陪独居老人说说话、读读报。");
        body.put("regularTime", "每周六上午");
        body.put("place", "社区活动室");
        body.put("contact", Map.of("name", "王队长"));
        assertThat(leader.api("POST", HERE, body).code()).isEqualTo("activity.contact-missing");
        body.put("contact", Map.of("name", "王队长", "phone", "027-82345678"));
        leader.header("Idempotency-Key", "p1");
        String id = leader.api("POST", HERE, body).json().get("id").asString();
        assertThat(leader.api("POST", HERE, body).json().get("id").asString()).isEqualTo(id);
        leader.header("Idempotency-Key", null);

        Visitor anyone = Visitor.anonymous();
        String list = HERE + "?organization=" + Ids.text(team.id());
        assertThat(anyone.api("GET", list, null).json().get("items").size()).isEqualTo(1);
        assertThat(anyone.api("GET", HERE + "/" + id, null).body()).contains("邻里陪伴", "\"listed\":true");

        body.put("regularTime", "每周日上午");
        Visitor stranger = Visitor.asAccount(Organizer.approved().leader().accountId());
        assertThat(stranger.api("PUT", HERE + "/" + id, body).code()).isEqualTo("access.out-of-scope");
        assertThat(stranger.api("POST", HERE + "/" + id + "/close", null).code())
                .isEqualTo("access.out-of-scope");
        assertThat(leader.api("PUT", HERE + "/" + id, body).status()).isEqualTo(204);
        assertThat(leader.api("POST", HERE + "/" + id + "/close", null).status())
                .isEqualTo(204);
        assertThat(anyone.api("GET", list, null).json().get("items").size()).isZero();
        assertThat(anyone.api("GET", HERE + "/" + id, null).code()).isEqualTo("activity.project-unknown");
        assertThat(leader.api("GET", HERE + "/mine", null).body()).contains("每周日上午", "\"listed\":false");
    }
}
