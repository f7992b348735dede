package org.accord.seals;

import java.util.HashMap;
import java.util.Map;

/** The subtrees of the tree as tiles keep them; each tile is read once. */
final class StoredNodes implements MerkleTree.Nodes {

    private record Place(int level, long number) {}

    private final SealStore store;
    private final Map<Place, Tile> read = new HashMap<>();

    StoredNodes(SealStore store) {
        this.store = store;
    }

    @Override
    public byte[] node(int height, long index) {
        int level = height / Tile.HEIGHT;
        int within = height % Tile.HEIGHT;
        long first = index << within;
        Tile tile = read.computeIfAbsent(new Place(level, first / Tile.WIDTH), this::tile);
        return tile.subtree(within, (int) (first % Tile.WIDTH) >> within);
    }

    private Tile tile(Place place) {
        return store.tile(place.level(), place.number())
                .orElseThrow(() -> new SealingStopped("tileMissing", place.level(), place.number()));
    }
}
