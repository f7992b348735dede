package org.accord.forms;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds characters that no text may hold, in values of any shape and in the names of fields. */
record StorableText(Violations violations) {

    void check(String path, @Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, below) -> {
                String place = Surroundings.within(path, Shown.of(key));
                characters(place, String.valueOf(key));
                check(place, below);
            });
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                check(path + "[" + i + "]", list.get(i));
            }
        } else if (value instanceof String text) {
            characters(path, text);
        }
    }

    private void characters(String path, String text) {
        Characters.firstIllegal(text)
                .ifPresent(
                        point -> violations.add(path, "illegalCharacter", "U+%04X".formatted(point), Shown.of(text)));
    }
}
