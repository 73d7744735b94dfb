package org.yiwang.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.RegionCode;
import org.yiwang.kernel.Role;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.PeopleFixture;
import org.yiwang.testing.Visitor;

@CityTest
class RegionPagesTest {

    private static final RegionCode HUAQIAO = new RegionCode("420102015");

    @Autowired
    private Regions regions;

    @Test
    void community_staff_make_rename_and_close_a_neighbourhood_of_theirs_and_of_nobody_else() {
        List<RegionView> communities = regions.children(HUAQIAO);
        String mine = communities.get(1).code().value();
        String theirs = communities.get(2).code().value();
        Visitor staff = Visitor.asAccount(PeopleFixture.account("社区", PeopleFixture.at(Role.COMMUNITY_STAFF, mine)));
        String name = "邻里" + Ids.text(Ids.next());
        assertThat(staff.get("/gov/regions").body())
                .contains(communities.get(1).name())
                .contains("设立邻里");
        assertThat(staff.post("/gov/regions/" + mine, Map.of("name", "  " + name + " "))
                        .status())
                .isEqualTo(303);
        assertThat(staff.post("/gov/regions/" + mine, Map.of("name", name)).body())
                .contains("已有");
        RegionCode made = regions.children(new RegionCode(mine)).stream()
                .filter(r -> r.name().equals(name))
                .findFirst()
                .orElseThrow()
                .code();
        assertThat(staff.get("/gov/regions/" + made).body()).contains("设立网格");
        assertThat(staff.post("/gov/regions/" + made + "/rename", Map.of("rename", name + "𠮷"))
                        .status())
                .isEqualTo(303);
        assertThat(regions.get(made).name()).isEqualTo(name + "𠮷");

        assertThat(staff.get("/gov/regions/" + theirs).body()).doesNotContain("设立邻里");
        assertThat(staff.post("/gov/regions/" + theirs, Map.of("name", "x")).body())
                .contains("不在您的管理范围内");
        assertThat(regions.children(new RegionCode(theirs))).isEmpty();

        assertThat(staff.post("/gov/regions/" + made + "/close", Map.of()).location())
                .isEqualTo("/gov/regions/" + mine);
        assertThat(staff.get("/gov/regions/" + made).body()).contains("已撤销");
        assertThat(staff.get("/gov/regions?q=花桥").body()).contains("湖北省武汉市江岸区花桥街道");
        assertThat(staff.get("/gov/regions/99").status()).isEqualTo(404);
        assertThat(Visitor.asAccount(PeopleFixture.account("x"))
                        .get("/gov/regions")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void the_picker_answers_fragments() {
        Visitor anyone = Visitor.anonymous().header("HX-Request", "true");
        String start = "/regions/picker?name=home&minimum=COMMUNITY&root=4201";
        assertThat(anyone.get(start).body())
                .doesNotContain("<html")
                .contains("value=\"home:420102\"")
                .contains("江岸区");
        assertThat(anyone.get(start + "&_region=home:420102015").body())
                .contains("name=\"home\" value=\"420102015\"")
                .contains(regions.children(HUAQIAO).getFirst().name());
        assertThat(anyone.get(
                                "/regions/picker/found?name=home&minimum=COMMUNITY&root=4201&home-search=%E8%8A%B1%E6%A1%A5")
                        .body())
                .contains("value=\"home:420102015\"")
                .doesNotContain("type=\"search\"");
        assertThat(anyone.get("/regions/picker/found?name=home&minimum=COMMUNITY&root=4201&home-search=zzz")
                        .body())
                .contains("没有找到");
        assertThat(anyone.get("/regions/picker?name=%22%3E%3Cb&minimum=COMMUNITY")
                        .status())
                .isEqualTo(400);
        assertThat(anyone.get("/regions/picker?name=home&minimum=x").status()).isEqualTo(404);
    }

    @Test
    void the_api_walks_and_searches() {
        Visitor anyone = Visitor.anonymous();
        assertThat(anyone.api("GET", "/api/v1/regions", null)
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(31);
        assertThat(anyone.api("GET", "/api/v1/regions?parent=420100", null)
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(13);
        var found = anyone.api("GET", "/api/v1/regions?q=%E8%8A%B1%E6%A1%A5", null)
                .json()
                .path("items")
                .path(0);
        assertThat(found.path("fullName").asString()).isEqualTo("湖北省武汉市江岸区花桥街道");
        assertThat(found.path("level").asString()).isEqualTo("TOWN");
        assertThat(anyone.api("GET", "/api/v1/regions/420102015", null)
                        .json()
                        .path("name")
                        .asString())
                .isEqualTo("花桥街道");
        assertThat(anyone.api("GET", "/api/v1/regions/99", null).code()).isEqualTo("region.unknown");
    }
}
