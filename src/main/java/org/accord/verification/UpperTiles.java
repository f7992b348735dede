package org.accord.verification;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Whether the tiles are those of a tree of the size, and each hash above the lowest level the root of the tile below it. */
final class UpperTiles {

    private static final int WIDTH = 256;
    private static final int HASH = 32;
    private static final int MOST_FAULTS = 20;

    private UpperTiles() {}

    static List<Fault> faults(Connection connection, long size) throws SQLException {
        List<Fault> faults = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                PreparedStatement above = connection.prepareStatement("""
                        select substring(hashes from ? for 32) from accord.seal_tile where level = ? and number = ?
                        """)) {
            statement.setFetchSize(WIDTH);
            ResultSet tiles =
                    statement.executeQuery("select level, number, hashes from accord.seal_tile order by level, number");
            while (tiles.next() && faults.size() < MOST_FAULTS) {
                int level = tiles.getInt("level");
                long number = tiles.getLong("number");
                byte[] hashes = tiles.getBytes("hashes");
                long width = Math.min(WIDTH, (size >> (8 * level)) - number * WIDTH);
                if (hashes.length != width * HASH) {
                    faults.add(Fault.of(
                            Fault.Kind.TILE_CHANGED, "tile " + level + "/" + number + " is not " + width + " wide"));
                } else if (width == WIDTH && !isThere(above, level + 1, number, root(hashes))) {
                    faults.add(Fault.of(
                            Fault.Kind.TILE_CHANGED,
                            "level " + (level + 1) + " does not have tile " + number + " below it"));
                }
            }
        }
        return faults;
    }

    private static boolean isThere(PreparedStatement above, int level, long number, byte[] root) throws SQLException {
        above.setInt(1, (int) (number % WIDTH) * HASH + 1);
        above.setInt(2, level);
        above.setLong(3, number / WIDTH);
        try (ResultSet row = above.executeQuery()) {
            return row.next() && Arrays.equals(row.getBytes(1), root);
        }
    }

    private static byte[] root(byte[] hashes) {
        GrowingRoot root = new GrowingRoot();
        for (int from = 0; from < hashes.length; from += HASH) {
            root.add(Arrays.copyOfRange(hashes, from, from + HASH));
        }
        return root.root();
    }
}
