package org.accord.search;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.accord.core.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Searching for programs. */
@RestController
@RequestMapping("/api/v1/search")
class SearchApi {

    private final Search search;

    SearchApi(Search search) {
        this.search = search;
    }

    /**
     * Something that was found.
     *
     * @param kind {@code case}, {@code document} or {@code comment}
     * @param address of its page, from the root of the installation
     */
    record Item(
            String kind,
            String caseKey,
            String text,
            @Nullable String by,
            Instant at,
            String address) {}

    record Items(List<Item> items) {}

    @GetMapping
    Items search(Actor actor, Locale locale, @RequestParam(defaultValue = "") String q) {
        return new Items(search.find(actor, q).entrySet().stream()
                .flatMap(kind -> items(kind, locale))
                .toList());
    }

    private static Stream<Item> items(Map.Entry<String, List<Hit>> kind, Locale locale) {
        return kind.getValue().stream()
                .map(hit -> new Item(
                        kind.getKey(), hit.caseKey(), hit.text().in(locale), hit.by(), hit.at(), hit.address()));
    }
}
