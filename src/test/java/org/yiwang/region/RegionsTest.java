package org.yiwang.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yiwang.testing.Refusals.refused;

import com.zaxxer.hikari.HikariDataSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Grant;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.RegionCode;
import org.yiwang.kernel.RegionCode.Level;
import org.yiwang.kernel.Role;
import org.yiwang.kernel.Scope;
import org.yiwang.testing.TestClock;
import org.yiwang.testing.TestDatabase;
import org.yiwang.web.Form;

class RegionsTest {

    private static final RegionCode WUHAN = new RegionCode("4201");
    private static final RegionCode HUAQIAO = new RegionCode("420102015");

    private final HikariDataSource database = TestDatabase.fresh();
    private final RegionStore store = new RegionStore(JdbcClient.create(database));
    private final RegionImport divisions = new RegionImport(database);
    private final RegionMemory memory = new RegionMemory(store, divisions, "420100");
    private final Regions regions = new Regions(memory, store);
    private final RegionPickers pickers = new RegionPickers(regions);
    private final Neighbourhoods neighbourhoods = new Neighbourhoods(store, memory, event -> {}, new TestClock());
    private final TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(database));

    @AfterEach
    void close() {
        memory.close();
        database.close();
    }

    @Test
    void the_file_has_all_divisions_of_2023_each_after_its_parent() {
        int[] counts = new int[13];
        Set<String> parents = new HashSet<>();
        parents.add("");
        DivisionFile.read((code, name) -> {
            counts[code.length()]++;
            String parent = new RegionCode(code).parent().map(RegionCode::value).orElse("");
            if (!parents.contains(parent) || name.isBlank()) {
                throw new AssertionError(code + " " + name);
            }
            if (code.length() < 12) {
                parents.add(code);
            }
        });
        assertThat(List.of(counts[2], counts[4], counts[6], counts[9], counts[12]))
                .containsExactly(31, 342, 2978, 41352, 620573);
    }

    @Test
    void holds_the_nation_down_to_the_county_and_wuhan_down_to_the_community() {
        assertThat(regions.provinces()).hasSize(31);
        assertThat(regions.city().fullName()).isEqualTo("湖北省武汉市");
        assertThat(regions.children(WUHAN))
                .hasSize(13)
                .first()
                .extracting(RegionView::name)
                .isEqualTo("江岸区");
        assertThat(regions.children(HUAQIAO))
                .isNotEmpty()
                .allMatch(r -> r.fullName().startsWith("湖北省武汉市江岸区花桥街道"));
        assertThat(memory.get().byCode().keySet().stream()
                        .filter(c -> c.startsWith("4201"))
                        .count())
                .isEqualTo(1 + 13 + 193 + 3495);
        assertThat(regions.get("110101").fullName()).isEqualTo("北京市东城区");
        assertThat(regions.get("441900").fullName()).isEqualTo("广东省东莞市");
        assertThat(regions.children(new RegionCode("110101"))).isEmpty();
        assertThat(regions.find(new RegionCode("110101001"))).isEmpty();
        assertThatThrownBy(() -> regions.get("9999")).isInstanceOf(Refusal.class);
    }

    @Test
    void importing_a_part_again_changes_nothing() {
        assertThat(divisions.city(WUHAN)).isZero();
        assertThat(divisions.city(new RegionCode("3201"))).isPositive();
        assertThat(divisions.city(new RegionCode("3201"))).isZero();
    }

    @ParameterizedTest
    @CsvSource({"花桥, 花桥街道", "江岸 花桥, 花桥街道", "' 花桥　', 花桥街道", "江岸, 江岸区", "百步亭, 百步亭花园", "区, 江岸区"})
    void finds_by_two_characters_larger_ones_first(String text, String first) {
        List<RegionView> found = regions.search(text, WUHAN, 10);
        assertThat(found).first().extracting(RegionView::name).isEqualTo(first);
        assertThat(found).isSortedAccordingTo(RegionMemory.LARGER_FIRST);
    }

    @Test
    void search_stays_within_its_root_and_needs_some_text() {
        assertThat(regions.search("花桥", new RegionCode("420106"), 10))
                .noneMatch(r -> r.name().equals("花桥街道"));
        assertThat(regions.search("  ", WUHAN, 10)).isEmpty();
        assertThat(regions.search("北京", WUHAN, 10)).noneMatch(r -> !WUHAN.contains(r.code()));
        assertThat(regions.search("北京", null, 10))
                .first()
                .extracting(RegionView::name)
                .isEqualTo("北京市");
    }

    @Test
    void a_neighbourhood_gets_the_next_number_and_a_closed_one_keeps_its_number_and_name() {
        RegionCode community = regions.children(HUAQIAO).getFirst().code();
        RegionCode first = add(community, "梧桐邻里");
        RegionCode grid = add(first, "第一网格");
        assertThat(first.value()).isEqualTo(community.value() + "001");
        assertThat(grid.value()).isEqualTo(first.value() + "001");
        assertThat(regions.get(grid).fullName()).endsWith("梧桐邻里第一网格");

        transaction.executeWithoutResult(s -> neighbourhoods.rename(Actor.SYSTEM, first, "银杏邻里"));
        assertThat(regions.get(grid).fullName()).endsWith("银杏邻里第一网格");
        transaction.executeWithoutResult(s -> neighbourhoods.close(Actor.SYSTEM, first));
        assertThat(regions.children(community)).isEmpty();
        assertThat(regions.get(grid).open()).isFalse();
        assertThat(add(community, "银杏邻里").value()).isEqualTo(community.value() + "002");
    }

    @Test
    void twenty_people_who_add_at_once_get_twenty_numbers_and_one_name_only_once() throws Exception {
        RegionCode community = regions.children(HUAQIAO).getLast().code();
        Set<RegionCode> made = ConcurrentHashMap.newKeySet();
        AtomicInteger refused = new AtomicInteger();
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Boolean>> tasks = java.util.stream.IntStream.range(0, 40)
                    .<Callable<Boolean>>mapToObj(i -> () -> {
                        try {
                            return made.add(add(community, "邻里" + i / 2));
                        } catch (Refusal r) {
                            refused.incrementAndGet();
                            return false;
                        }
                    })
                    .toList();
            for (var result : people.invokeAll(tasks)) {
                result.get();
            }
        }
        assertThat(made).hasSize(20);
        assertThat(refused).hasValue(20);
        assertThat(made.stream().map(c -> c.value().substring(12)).sorted().toList())
                .first()
                .isEqualTo("001");
        assertThat(regions.children(community)).hasSize(20);
    }

    @Test
    void refuses_what_is_official_misplaced_taken_or_out_of_scope() {
        RegionCode community = regions.children(HUAQIAO).getFirst().code();
        RegionCode grid = add(add(community, "一"), "二");
        refused("region.official", () -> neighbourhoods.rename(Actor.SYSTEM, community, "x"));
        refused("region.official", () -> neighbourhoods.close(Actor.SYSTEM, HUAQIAO));
        refused("region.not-below-here", () -> add(HUAQIAO, "x"));
        refused("region.not-below-here", () -> add(grid, "x"));
        refused("region.name-taken", () -> add(community, "一"));
        refused("region.unknown", () -> add(new RegionCode("420102015999"), "x"));
        Actor elsewhere = new Actor(
                7, "x", List.of(new Grant(Role.COMMUNITY_STAFF, new Scope.InRegion(new RegionCode("420106")))), 1);
        refused("access.out-of-scope", () -> neighbourhoods.add(elsewhere, community, "x"));
    }

    @Test
    void the_picker_drills_down_searches_and_reads_only_what_reaches_the_minimum() {
        Form form = Form.empty();
        RegionPicker start = pickers.show(form, "home", WUHAN, Level.COMMUNITY);
        assertThat(start.choices()).hasSize(13);
        assertThat(start.value()).isEmpty();

        Form step = new Form(Map.of("_region", List.of("home:420102015"), "home-search", List.of("花桥")));
        assertThat(pickers.step(step)).isTrue();
        RegionPicker street = pickers.show(step, "home", WUHAN, Level.COMMUNITY);
        assertThat(street.path()).extracting(RegionView::name).containsExactly("武汉市", "江岸区", "花桥街道");
        assertThat(street.search()).isEmpty();
        assertThat(street.complete()).isFalse();
        pickers.read(step, "home", WUHAN, Level.COMMUNITY);
        assertThat(step.error("home")).extracting(Form.Message::key).isEqualTo("region.down-to.COMMUNITY");

        String community = street.choices().getFirst().code().value();
        Form done = new Form(Map.of("home", List.of(community)));
        assertThat(pickers.step(done)).isFalse();
        assertThat(pickers.read(done, "home", WUHAN, Level.COMMUNITY).value()).isEqualTo(community);
        assertThat(done.ok()).isTrue();
        assertThat(pickers.show(done, "home", WUHAN, Level.COMMUNITY).complete())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"'', form.required", "abc, form.choice", "110101, form.choice", "420102015999, form.choice"})
    void the_picker_refuses_what_was_not_offered(String value, String error) {
        Form form = new Form(Map.of("home", List.of(value)));
        pickers.read(form, "home", WUHAN, Level.COMMUNITY);
        assertThat(form.error("home")).extracting(Form.Message::key).isEqualTo(error);
    }

    private RegionCode add(RegionCode parent, String name) {
        return java.util.Objects.requireNonNull(
                transaction.execute(s -> neighbourhoods.add(Actor.SYSTEM, parent, name)));
    }
}
