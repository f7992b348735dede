package org.accord.seals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MerkleTreeTests {

    private static final HexFormat HEX = HexFormat.of();

    /** The leaves of the reference implementation of Certificate Transparency. */
    private static final List<String> LEAVES =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    @ParameterizedTest
    @CsvSource({
        "0, e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "1, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "2, fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "3, aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "4, d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "5, 4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "6, 76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "7, ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "8, 5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
    })
    void theRootsAreThoseOfTheReferenceImplementation(int size, String root) {
        List<byte[]> hashes = LEAVES.subList(0, size).stream()
                .map(leaf -> MerkleTree.leaf(HEX.parseHex(leaf)))
                .toList();
        Grown grown = Grown.of(hashes);

        assertThat(HEX.formatHex(MerkleTree.root(hashes))).isEqualTo(root);
        assertThat(HEX.formatHex(grown.tree().root(size))).isEqualTo(root);
        assertThat(HEX.formatHex(grown.edge().root())).isEqualTo(root);
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "255", "256", "257", "511", "512", "700", "65535", "65536", "65537", "70000"})
    void aTreeThatGrewInTilesHasTheRootOfTheSameLeavesAtOnce(int size) {
        List<byte[]> hashes = leaves(size);
        Grown grown = Grown.of(hashes);

        assertThat(grown.edge().root()).isEqualTo(MerkleTree.root(hashes));
        assertThat(grown.tree().root(size)).isEqualTo(MerkleTree.root(hashes));
    }

    @Test
    void theEdgeGoesOnFromTheTilesAsIfItHadNeverStopped() {
        List<byte[]> hashes = leaves(1_300);
        Grown grown = new Grown();
        int done = 0;
        for (int step = 1; done < hashes.size(); step++) {
            int to = Math.min(hashes.size(), done + step * 7);
            grown.append(hashes.subList(done, to));
            done = to;
            assertThat(grown.edge().root()).isEqualTo(MerkleTree.root(hashes.subList(0, done)));
        }
    }

    @Test
    void inclusionIsRefusedForALeafThatIsNotThere() {
        MerkleTree tree = Grown.of(leaves(3)).tree();

        assertThatIllegalArgumentException().isThrownBy(() -> tree.inclusion(3, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> tree.inclusion(-1, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> tree.consistency(4, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> tree.consistency(-1, 3));
    }

    @Test
    void theProofsAreThoseOfTheReferenceImplementation() {
        MerkleTree tree = Grown.of(LEAVES.stream()
                        .map(leaf -> MerkleTree.leaf(HEX.parseHex(leaf)))
                        .toList())
                .tree();

        assertThat(hex(tree.inclusion(5, 8)))
                .containsExactly(
                        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
                        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
        assertThat(hex(tree.consistency(6, 8)))
                .containsExactly(
                        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
        assertThat(tree.consistency(8, 8)).isEmpty();
        assertThat(tree.consistency(0, 8)).isEmpty();
    }

    private static List<String> hex(List<byte[]> hashes) {
        return hashes.stream().map(HEX::formatHex).toList();
    }

    private static List<byte[]> leaves(int number) {
        List<byte[]> leaves = new ArrayList<>();
        for (int leaf = 0; leaf < number; leaf++) {
            leaves.add(MerkleTree.leaf(ByteBuffer.allocate(4).putInt(leaf).array()));
        }
        return leaves;
    }

    /** A tree in tiles, kept in memory. */
    private static final class Grown implements MerkleTree.Nodes {

        private final Map<String, Tile> tiles = new TreeMap<>();
        private TreeEdge edge = TreeEdge.of(0, this::tile);

        static Grown of(List<byte[]> hashes) {
            Grown grown = new Grown();
            grown.append(hashes);
            return grown;
        }

        void append(List<byte[]> hashes) {
            edge = TreeEdge.of(edge.size(), this::tile);
            hashes.forEach(edge::append);
            edge.changed().forEach(tile -> tiles.put(tile.level() + "/" + tile.number(), tile));
        }

        private Tile tile(int level, long number) {
            return tiles.get(level + "/" + number);
        }

        TreeEdge edge() {
            return edge;
        }

        MerkleTree tree() {
            return new MerkleTree(this);
        }

        @Override
        public byte[] node(int height, long index) {
            long first = index << (height % Tile.HEIGHT);
            return tile(height / Tile.HEIGHT, first / Tile.WIDTH)
                    .subtree(height % Tile.HEIGHT, (int) (first % Tile.WIDTH) >> (height % Tile.HEIGHT));
        }
    }
}
