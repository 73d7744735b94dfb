package org.yiwang.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TreeTest {

    /** The eight leaves that implementations of transparency logs use as their common example. */
    private static final List<String> EXAMPLE =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    @ParameterizedTest
    @CsvSource({
        "0, e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "1, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "2, fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "3, aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "7, ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "8, 5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    })
    void has_the_roots_that_other_implementations_have(int size, String root) {
        List<Hash> leaves = EXAMPLE.subList(0, size).stream()
                .map(hex -> Hash.leaf(HexFormat.of().parseHex(hex)))
                .toList();
        assertThat(tree(leaves).root(size)).hasToString(root);
    }

    @Test
    void root_and_proofs_agree_with_the_definition_for_any_size_and_any_way_of_adding() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 60; round++) {
            int size = 1 + random.nextInt(round % 10 == 0 ? 70_000 : 700);
            List<Hash> leaves = leaves(size);
            Tiles tiles = new Tiles(_ -> List.of());
            for (int at = 0; at < size; ) {
                int step = Math.min(size - at, 1 + random.nextInt(600));
                tiles.append(at, leaves.subList(at, at + step));
                at += step;
            }
            Tree tree = new Tree(tiles);
            Hash root = tree.root(size);
            assertThat(root).as("seed %d, size %d", seed, size).isEqualTo(byDefinition(leaves));

            int leaf = random.nextInt(size);
            List<Hash> path = tree.inclusion(leaf, size);
            assertThat(Proofs.includes(leaves.get(leaf), leaf, size, path, root))
                    .as("seed %d, leaf %d of %d", seed, leaf, size)
                    .isTrue();
            int before = random.nextInt(size + 1);
            List<Hash> proof = tree.consistency(before, size);
            Hash earlier = byDefinition(leaves.subList(0, before));
            assertThat(Proofs.consistent(before, earlier, size, root, proof))
                    .as("seed %d, %d of %d", seed, before, size)
                    .isTrue();
        }
    }

    @Test
    void any_change_of_a_proof_of_a_leaf_or_of_a_root_is_noticed() {
        List<Hash> leaves = leaves(37);
        Tree tree = tree(leaves);
        Hash root = tree.root(37);
        Hash wrong = Hash.leaf(new byte[] {1, 2, 3});
        for (int leaf = 0; leaf < 37; leaf++) {
            List<Hash> path = tree.inclusion(leaf, 37);
            assertThat(Proofs.includes(wrong, leaf, 37, path, root)).isFalse();
            assertThat(Proofs.includes(leaves.get(leaf), (leaf + 1) % 37, 37, path, root))
                    .isFalse();
            assertThat(Proofs.includes(leaves.get(leaf), leaf, 37, path, wrong)).isFalse();
            assertThat(Proofs.includes(leaves.get(leaf), leaf, 37, path.subList(1, path.size()), root))
                    .isFalse();
            assertThat(Proofs.includes(leaves.get(leaf), leaf, 37, with(path, path.size(), wrong), root))
                    .isFalse();
            for (int i = 0; i < path.size(); i++) {
                List<Hash> changed = new ArrayList<>(path);
                changed.set(i, wrong);
                assertThat(Proofs.includes(leaves.get(leaf), leaf, 37, changed, root))
                        .isFalse();
            }
        }
        for (int before = 1; before < 37; before++) {
            Hash earlier = byDefinition(leaves.subList(0, before));
            List<Hash> proof = tree.consistency(before, 37);
            assertThat(Proofs.consistent(before, wrong, 37, root, proof)).isFalse();
            assertThat(Proofs.consistent(before, earlier, 37, wrong, proof)).isFalse();
            assertThat(Proofs.consistent(before, earlier, 37, root, with(proof, 0, wrong)))
                    .isFalse();
            for (int i = 0; i < proof.size(); i++) {
                List<Hash> changed = new ArrayList<>(proof);
                changed.set(i, wrong);
                assertThat(Proofs.consistent(before, earlier, 37, root, changed))
                        .isFalse();
            }
        }
    }

    @Test
    void a_gap_in_the_log_is_a_fault() {
        Tiles tiles = new Tiles(_ -> List.of());
        tiles.append(0, leaves(3));
        assertThatThrownBy(() -> tiles.append(4, leaves(1))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new Tree(tiles).inclusion(3, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Tree(tiles).consistency(4, 3)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Tree tree(List<Hash> leaves) {
        Tiles tiles = new Tiles(_ -> List.of());
        tiles.append(0, leaves);
        return new Tree(tiles);
    }

    private static List<Hash> leaves(int size) {
        List<Hash> leaves = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            leaves.add(Hash.leaf(("record " + i).getBytes(StandardCharsets.UTF_8)));
        }
        return leaves;
    }

    private static List<Hash> with(List<Hash> list, int at, Hash extra) {
        List<Hash> longer = new ArrayList<>(list);
        longer.add(at, extra);
        return longer;
    }

    /** RFC 9162 section 2.1.1, word for word. */
    private static Hash byDefinition(List<Hash> leaves) {
        if (leaves.isEmpty()) {
            return Hash.empty();
        }
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        int k = Integer.highestOneBit(leaves.size() - 1);
        return Hash.node(byDefinition(leaves.subList(0, k)), byDefinition(leaves.subList(k, leaves.size())));
    }
}
