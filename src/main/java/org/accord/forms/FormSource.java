package org.accord.forms;

import java.util.Map;
import java.util.TreeMap;
import org.accord.core.CanonicalJson;
import org.accord.core.Digest;

/**
 * The files of one form as they were written.
 *
 * @param schema text of {@code <key>.form}
 * @param translations by language code, text of {@code <key>.<language>.json}
 */
record FormSource(String key, String schema, Map<String, String> translations) {

    FormSource {
        translations = Map.copyOf(translations);
    }

    String file() {
        return key + ".form";
    }

    String file(String language) {
        return key + "." + language + ".json";
    }

    String translationsAsJson() {
        Map<String, Object> byLanguage = new TreeMap<>();
        translations.forEach((language, text) -> byLanguage.put(language, JsonText.map(JsonText.known(text))));
        return CanonicalJson.of(byLanguage);
    }

    /** White space and the order of keys make no difference. */
    Digest digest() {
        String canonical = CanonicalJson.of(JsonText.map(JsonText.known(schema)));
        return Digest.of(canonical + "\n" + translationsAsJson());
    }
}
