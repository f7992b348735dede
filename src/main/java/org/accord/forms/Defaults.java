package org.accord.forms;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts the default values of a form where its data says nothing yet. */
final class Defaults {

    private Defaults() {}

    static Map<String, @Nullable Object> fill(List<Field> fields, Map<?, ?> data) {
        Map<String, @Nullable Object> filled = new HashMap<>();
        data.forEach((key, value) -> filled.put(String.valueOf(key), value));
        for (Field field : fields) {
            fill(field, filled);
        }
        return filled;
    }

    private static void fill(Field field, Map<String, @Nullable Object> data) {
        Object value = data.get(field.key());
        if (field instanceof Field.Group group && !group.isNamed()) {
            data.putAll(fill(group.fields(), data));
        } else if (field instanceof Field.Group group) {
            if (value == null || value instanceof Map) {
                data.put(field.key(), fill(group.fields(), value instanceof Map<?, ?> map ? map : Map.of()));
            }
        } else if (field instanceof Field.Rows rows) {
            if (!data.containsKey(field.key())) {
                data.put(field.key(), untouched(rows));
            }
        } else if (field.isNamed()
                && !data.containsKey(field.key())
                && field.face().byDefault() != null) {
            data.put(field.key(), field.face().byDefault());
        }
    }

    private static List<Object> untouched(Field.Rows rows) {
        List<Object> untouched = new ArrayList<>();
        for (int i = 0; i < Math.max(rows.initial(), rows.min()); i++) {
            untouched.add(new LinkedHashMap<>(fill(rows.fields(), Map.of())));
        }
        return untouched;
    }
}
