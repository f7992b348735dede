package org.accord.texts;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.accord.core.Actor;
import org.accord.core.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/cases/{key}/texts")
class TextApi {

    private final Texts texts;

    TextApi(Texts texts) {
        this.texts = texts;
    }

    record Revising(@Nullable Map<String, String> bodies) {}

    record TextItem(
            int number,
            String symbol,
            List<String> languages,
            String status,
            @Nullable String lockedBy,
            String digest,
            String by,
            Instant at) {

        static TextItem of(TextVersion version) {
            return new TextItem(
                    version.number(),
                    version.symbol(),
                    version.languages(),
                    version.status().word(),
                    version.lockedBy(),
                    version.digest(),
                    version.by(),
                    version.at());
        }
    }

    record TextDetail(@JsonUnwrapped TextItem version, Map<String, String> bodies) {

        static TextDetail of(TextVersion version) {
            return new TextDetail(TextItem.of(version), version.bodies());
        }
    }

    record PieceItem(String change, String text) {}

    record Compared(int from, int to, String language, boolean same, List<List<PieceItem>> paragraphs) {

        static Compared of(Comparison comparison) {
            return new Compared(
                    comparison.from(),
                    comparison.to(),
                    comparison.language(),
                    comparison.isSame(),
                    comparison.paragraphs().stream().map(Compared::pieces).toList());
        }

        private static List<PieceItem> pieces(Comparison.Paragraph paragraph) {
            return paragraph.pieces().stream()
                    .map(piece -> new PieceItem(piece.change().name().toLowerCase(Locale.ROOT), piece.text()))
                    .toList();
        }
    }

    /** All versions at once: a text has few. */
    @GetMapping
    Page<TextItem> list(Actor actor, @PathVariable String key) {
        return new Page<>(texts.versions(actor, key).stream().map(TextItem::of).toList(), null);
    }

    @GetMapping("/{number}")
    TextDetail one(Actor actor, @PathVariable String key, @PathVariable int number) {
        return TextDetail.of(texts.read(actor, key, number));
    }

    @GetMapping("/compare")
    Compared compare(
            Actor actor,
            @PathVariable String key,
            @RequestParam int from,
            @RequestParam int to,
            @RequestParam String lang) {
        return Compared.of(texts.compare(actor, key, from, to, lang));
    }

    @PostMapping
    ResponseEntity<TextDetail> revise(Actor actor, @PathVariable String key, @RequestBody Revising revising) {
        Map<String, String> bodies = revising.bodies();
        TextVersion written = texts.revise(actor, key, bodies == null ? Map.of() : bodies);
        return ResponseEntity.created(URI.create("/api/v1/cases/" + key + "/texts/" + written.number()))
                .body(TextDetail.of(written));
    }
}
