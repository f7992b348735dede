package org.accord.forms;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.accord.core.LocalText;

/** The words of one form: English in the schema, the other languages in side files. */
final class Texts {

    private final FormSource source;
    private final LintFaults faults;
    private final Map<String, Map<String, String>> byLanguage = new TreeMap<>();
    private final Map<String, String> expected = new HashMap<>();

    Texts(FormSource source, Collection<String> languages, LintFaults faults) {
        this.source = source;
        this.faults = faults;
        languages.forEach(this::read);
        source.translations().keySet().stream()
                .filter(language -> !languages.contains(language))
                .forEach(language -> faults.add(source.file(language), "", "unknownLanguage", language));
    }

    private void read(String language) {
        String text = source.translations().get(language);
        if (text == null) {
            faults.add(source.file(language), "", "missingSideFile", language);
            return;
        }
        JsonNode json = faults.object(source.file(language), text);
        if (json != null) {
            Map<String, String> translations = new TreeMap<>();
            json.properties().forEach(entry -> {
                if (!entry.getValue().isTextual()) {
                    faults.add(source.file(language), entry.getKey(), "notText", entry.getValue());
                }
                translations.put(entry.getKey(), entry.getValue().asText());
            });
            byLanguage.put(language, translations);
        }
    }

    LocalText text(String key, String english) {
        String before = expected.put(key, english);
        if (before != null && !before.equals(english)) {
            faults.add(key, "sameTranslationKey", english);
        }
        Map<String, String> words = new HashMap<>(Map.of("en", english));
        byLanguage.forEach((language, translations) -> {
            String word = translations.getOrDefault(key, "");
            if (word.isBlank()) {
                faults.add(source.file(language), key, "missingTranslation", english);
            } else {
                words.put(language, word);
            }
        });
        return new LocalText(words);
    }

    void reportUnused() {
        byLanguage.forEach((language, translations) -> translations.forEach((key, word) -> {
            if (!expected.containsKey(key)) {
                faults.add(source.file(language), key, "extraTranslation", word);
            }
        }));
    }
}
