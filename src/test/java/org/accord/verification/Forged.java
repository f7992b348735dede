package org.accord.verification;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tiles made anew from forged leaves. */
final class Forged {

    private static final int WIDTH = 256;

    private Forged() {}

    /** Stores the tiles of one level; gives the hashes of the next. */
    static List<byte[]> tiles(JdbcClient jdbc, int level, List<byte[]> hashes) {
        List<byte[]> above = new ArrayList<>();
        for (int from = 0; from < hashes.size(); from += WIDTH) {
            List<byte[]> tile = hashes.subList(from, Math.min(hashes.size(), from + WIDTH));
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            tile.forEach(bytes::writeBytes);
            jdbc.sql("insert into accord.seal_tile (level, number, hashes) values (:level, :number, :hashes)")
                    .param("level", level)
                    .param("number", from / WIDTH)
                    .param("hashes", bytes.toByteArray())
                    .update();
            if (tile.size() == WIDTH) {
                above.add(new ReferenceTree(tile).root(WIDTH));
            }
        }
        return above;
    }
}
