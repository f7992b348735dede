package org.accord.seals;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.accord.core.Refused;
import org.accord.core.Violation;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The log for everybody: digests and signatures in the formats of C2SP, never content. */
@Controller
class LogPages {

    private static final String TILES = "/log/tile/";
    private static final Duration FOREVER = Duration.ofDays(365);

    private final SealStore store;
    private final Sealer sealer;

    LogPages(SealStore store, Sealer sealer) {
        this.store = store;
        this.sealer = sealer;
    }

    @GetMapping("/log/checkpoint")
    ResponseEntity<String> checkpoint() {
        SealStore.Signed newest = store.newest().orElseThrow(() -> Refused.notFound("nothingSealed"));
        return text(newest.published());
    }

    /** The verifier key of the log, and below it those of its earlier keys. */
    @GetMapping("/log/key")
    ResponseEntity<String> key() {
        try {
            return text(String.join("\n", sealer.verifiers()) + "\n");
        } catch (SealingStopped e) {
            throw Refused.notFound("nothingSealed");
        }
    }

    private static ResponseEntity<String> text(String text) {
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noStore())
                .body(text);
    }

    @GetMapping("/log/tile/**")
    ResponseEntity<byte[]> tile(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length() + TILES.length());
        TilePath asked = TilePath.parse(path)
                .orElseThrow(() -> Refused.invalid(Violation.of("path", "notATile", shortened(path))));
        byte[] found = asked.level() == TilePath.ENTRIES ? entries(asked) : hashes(asked);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .cacheControl(CacheControl.maxAge(FOREVER).cachePublic().immutable())
                .body(found);
    }

    private byte[] hashes(TilePath asked) {
        Tile tile = store.tile(asked.level(), asked.number())
                .filter(found -> found.width() >= asked.width())
                .orElseThrow(() -> Refused.notFound("noSuchTile"));
        return Tile.of(tile.level(), tile.number(), tile.asList().subList(0, asked.width()))
                .hashes();
    }

    /** The leaves, each behind its length in two bytes. */
    private byte[] entries(TilePath asked) {
        List<byte[]> leaves = store.leaves(asked.firstLeaf(), asked.width());
        if (leaves.size() < asked.width()) {
            throw Refused.notFound("noSuchTile");
        }
        ByteArrayOutputStream bundle = new ByteArrayOutputStream();
        for (byte[] leaf : leaves) {
            bundle.write(leaf.length >> Byte.SIZE);
            bundle.write(leaf.length);
            bundle.writeBytes(leaf);
        }
        return bundle.toByteArray();
    }

    private static String shortened(String path) {
        return path.length() > 60 ? path.substring(0, 60) + "…" : path;
    }
}
