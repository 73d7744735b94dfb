package org.yiwang.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.RegionCode;
import org.yiwang.testing.TestDatabase;

class TreeStoreTest {

    private static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");
    private static HikariDataSource database;
    private static OrganizationStore store;
    private static TreeStore trees;

    @BeforeAll
    static void open() {
        database = TestDatabase.fresh();
        store = new OrganizationStore(JdbcClient.create(database));
        trees = new TreeStore(JdbcClient.create(database));
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void knows_all_that_lies_above_over_both_trees_from_the_roots_down() {
        long city = add("市总队");
        long medical = add("市医疗支队");
        long street = add("街道志愿服务队");
        long team = add("街道医疗小分队");
        below(city, Tree.AREA, street);
        below(city, Tree.LINE, medical);
        below(street, Tree.AREA, team);
        below(medical, Tree.LINE, team);

        assertThat(ancestors(team)).containsExactlyInAnyOrder(city, medical, street, team);
        assertThat(ancestors(team)).first().isEqualTo(city);
        assertThat(ancestors(team)).last().isEqualTo(team);
        assertThat(ancestors(city)).containsExactly(city);
    }

    @Test
    void takes_along_all_below_when_one_moves() {
        long left = add("左");
        long right = add("右");
        long middle = add("中");
        long leaf = add("叶");
        below(left, Tree.AREA, middle);
        below(middle, Tree.AREA, leaf);

        below(right, Tree.AREA, middle);

        assertThat(ancestors(leaf)).containsExactly(right, middle, leaf);
        trees.clearParent(middle, Tree.AREA);
        trees.recompute(middle);
        assertThat(ancestors(leaf)).containsExactly(middle, leaf);
    }

    @Test
    void notices_what_would_close_a_circle_over_both_trees() {
        long above = add("上");
        long below = add("下");
        below(above, Tree.LINE, below);

        assertThat(trees.isAbove(above, below)).isTrue();
        assertThat(trees.isAbove(below, above)).isFalse();
        assertThat(trees.isAbove(above, above)).isTrue();
        assertThatThrownBy(() -> trees.setParent(above, Tree.AREA, above, NOW)).isInstanceOf(DataAccessException.class);
    }

    @Test
    void agrees_with_a_plain_walk_after_random_moves() {
        long seed = System.nanoTime();
        System.getLogger("test").log(System.Logger.Level.INFO, "seed {0}", String.valueOf(seed));
        Random random = new Random(seed);
        List<Long> all = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            all.add(add("随机" + i));
        }
        Map<Long, Map<Tree, Long>> model = new HashMap<>();
        for (int move = 0; move < 150; move++) {
            long child = all.get(random.nextInt(all.size()));
            long parent = all.get(random.nextInt(all.size()));
            Tree tree = random.nextBoolean() ? Tree.LINE : Tree.AREA;
            boolean circle = walk(model, parent).contains(child);
            assertThat(trees.isAbove(child, parent))
                    .as("seed %d, move %d", seed, move)
                    .isEqualTo(circle);
            if (random.nextInt(5) == 0) {
                trees.clearParent(child, tree);
                trees.recompute(child);
                model.computeIfAbsent(child, c -> new HashMap<>()).remove(tree);
            } else if (!circle) {
                below(parent, tree, child);
                model.computeIfAbsent(child, c -> new HashMap<>()).put(tree, parent);
            }
            if (move % 10 == 9) {
                for (long each : all) {
                    assertThat(ancestors(each))
                            .as("seed %d, move %d", seed, move)
                            .containsExactlyInAnyOrderElementsOf(walk(model, each));
                }
            }
        }
    }

    private static Set<Long> walk(Map<Long, Map<Tree, Long>> model, long from) {
        Set<Long> seen = new HashSet<>(Set.of(from));
        model.getOrDefault(from, Map.of()).values().forEach(parent -> seen.addAll(walk(model, parent)));
        return seen;
    }

    private static List<Long> ancestors(long id) {
        return store.find(id).orElseThrow().ancestors();
    }

    private static void below(long parent, Tree tree, long child) {
        trees.setParent(child, tree, parent, NOW);
        trees.recompute(child);
    }

    private static long add(String name) {
        long id = Ids.next();
        store.insert(new Organization(
                id,
                name + id,
                new RegionCode("420102"),
                new OrganizationDraft.Standing("3", null, "01", null, null),
                List.of("party"),
                List.of("01"),
                null,
                new Organization.Branch(false, null),
                "为邻里服务的队伍",
                null,
                null,
                new Organization.SealedContact("张三", new byte[] {1}, false),
                new OrganizationDraft.Joining(JoinPolicy.REVIEW, null),
                OrganizationState.WAITING,
                null,
                null,
                List.of(id),
                1,
                NOW,
                NOW));
        return id;
    }
}
