package org.accord.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ProofCheckTests {

    private static final int LARGEST = 130;
    private static final int MUTATIONS = 10_000;

    private final ReferenceTree tree = ReferenceTree.ofNumbers(LARGEST);

    @Test
    void everyRightProofIsAccepted() {
        for (int size = 1; size <= LARGEST; size++) {
            for (int leaf = 0; leaf < size; leaf++) {
                assertThat(includes(leaf, size, tree.inclusion(leaf, size)))
                        .as("leaf %s of %s", leaf, size)
                        .isTrue();
            }
        }
        for (int newer = 0; newer <= LARGEST; newer++) {
            for (int older = 0; older <= newer; older++) {
                assertThat(extendsTree(older, newer, tree.consistency(older, newer)))
                        .as("%s within %s", older, newer)
                        .isTrue();
            }
        }
    }

    @Test
    void aGrowingRootIsTheRootAtEachSize() {
        GrowingRoot root = new GrowingRoot();
        for (int size = 0; size < LARGEST; size++) {
            assertThat(root.root()).as("of " + size).isEqualTo(tree.root(size));
            root.add(tree.leaf(size));
        }
    }

    @Test
    void noMutatedInclusionProofIsAccepted() {
        Random random = new Random(6962);
        for (int mutation = 0; mutation < MUTATIONS; mutation++) {
            int size = 2 + random.nextInt(LARGEST - 1);
            int leaf = random.nextInt(size);
            List<byte[]> path = tree.inclusion(leaf, size);
            boolean accepted =
                    switch (random.nextInt(3)) {
                        case 0 ->
                            ProofCheck.includes(
                                    tree.leaf(leaf), other(random, leaf, size + 2), size, tree.root(size), path);
                        case 1 -> otherSize(random, leaf, size, path);
                        default -> includes(leaf, size, mutated(random, path));
                    };
            assertThat(accepted)
                    .as("mutation %s of leaf %s of %s", mutation, leaf, size)
                    .isFalse();
        }
    }

    /** A size whose tree has the same path for the leaf and another root; the wrong root shows it. */
    private boolean otherSize(Random random, int leaf, int size, List<byte[]> path) {
        int other = 1 + other(random, size - 1, LARGEST);
        return ProofCheck.includes(tree.leaf(leaf), leaf, other, tree.root(other), path);
    }

    @Test
    void noMutatedConsistencyProofIsAccepted() {
        Random random = new Random(9162);
        for (int mutation = 0; mutation < MUTATIONS; mutation++) {
            int newer = 2 + random.nextInt(LARGEST - 1);
            int older = 1 + random.nextInt(newer - 1);
            List<byte[]> path = tree.consistency(older, newer);
            int wrong = 1 + other(random, older - 1, newer);
            boolean accepted =
                    switch (random.nextInt(4)) {
                        case 0 -> ProofCheck.extendsTree(wrong, tree.root(older), newer, tree.root(newer), path);
                        case 1 -> ProofCheck.extendsTree(older, tree.root(wrong), newer, tree.root(newer), path);
                        case 2 -> ProofCheck.extendsTree(older, tree.root(older), newer, tree.root(newer - 1), path);
                        default -> extendsTree(older, newer, mutated(random, path));
                    };
            assertThat(accepted)
                    .as("mutation %s of %s within %s", mutation, older, newer)
                    .isFalse();
        }
    }

    @Test
    void sizesAndPlacesThatCannotBeAreRefused() {
        assertThat(ProofCheck.includes(tree.leaf(0), -1, 1, tree.root(1), List.of()))
                .isFalse();
        assertThat(ProofCheck.includes(tree.leaf(0), 1, 1, tree.root(1), List.of()))
                .isFalse();
        assertThat(ProofCheck.includes(tree.leaf(0), 0, 0, tree.root(0), List.of()))
                .isFalse();
        assertThat(ProofCheck.extendsTree(-1, tree.root(1), 1, tree.root(1), List.of()))
                .isFalse();
        assertThat(ProofCheck.extendsTree(2, tree.root(2), 1, tree.root(1), List.of()))
                .isFalse();
        assertThat(ProofCheck.extendsTree(0, tree.root(1), 1, tree.root(1), List.of()))
                .isFalse();
        assertThat(ProofCheck.extendsTree(0, tree.root(0), 1, tree.root(1), List.of(tree.leaf(0))))
                .isFalse();
        assertThat(ProofCheck.extendsTree(1, tree.root(1), 2, tree.root(2), List.of()))
                .isFalse();
    }

    private boolean includes(int leaf, int size, List<byte[]> path) {
        return ProofCheck.includes(tree.leaf(leaf), leaf, size, tree.root(size), path);
    }

    private boolean extendsTree(int older, int newer, List<byte[]> path) {
        return ProofCheck.extendsTree(older, tree.root(older), newer, tree.root(newer), path);
    }

    private static int other(Random random, int than, int below) {
        int other = random.nextInt(below - 1);
        return other < than ? other : other + 1;
    }

    /** With a bit changed, a hash too few, too many, too short or out of its place. */
    private static List<byte[]> mutated(Random random, List<byte[]> path) {
        List<byte[]> mutated = new ArrayList<>(path);
        int place = random.nextInt(path.size());
        switch (random.nextInt(5)) {
            case 0 -> {
                byte[] changed = path.get(place).clone();
                changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
                mutated.set(place, changed);
            }
            case 1 -> mutated.remove(place);
            case 2 -> mutated.add(place, path.get(place));
            case 3 -> mutated.set(place, Arrays.copyOf(path.get(place), 31));
            default -> mutated.add(new byte[32]);
        }
        return mutated;
    }
}
