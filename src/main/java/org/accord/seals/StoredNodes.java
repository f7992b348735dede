package org.accord.seals;

import java.util.LinkedHashMap;
import java.util.Map;

/** The subtrees of the tree as tiles keep them; those read last are remembered. */
final class StoredNodes implements MerkleTree.Nodes {

    private static final int MOST = 256;

    private record Place(int level, long number) {}

    private final SealStore store;
    private final Map<Place, Tile> read = new LinkedHashMap<>(MOST, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Place, Tile> eldest) {
            return size() > MOST;
        }
    };

    StoredNodes(SealStore store) {
        this.store = store;
    }

    @Override
    public byte[] node(int height, long index) {
        int level = height / Tile.HEIGHT;
        int within = height % Tile.HEIGHT;
        long first = index << within;
        Place place = new Place(level, first / Tile.WIDTH);
        Tile tile = read.get(place);
        if (tile == null) {
            tile = tile(place);
            read.put(place, tile);
        }
        return tile.subtree(within, (int) (first % Tile.WIDTH) >> within);
    }

    private Tile tile(Place place) {
        return store.tile(place.level(), place.number())
                .orElseThrow(() -> new SealingStopped("tileMissing", place.level(), place.number()));
    }
}
