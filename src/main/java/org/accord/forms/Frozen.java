package org.accord.forms;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Copies of data that nobody can change, in the order of the form. */
final class Frozen {

    private Frozen() {}

    static Map<String, Object> map(Map<?, ?> map) {
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach((key, value) -> copy.put(String.valueOf(key), of(value)));
        return Collections.unmodifiableMap(copy);
    }

    private static Object of(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map(map);
        }
        return value instanceof List<?> list ? list.stream().map(Frozen::of).toList() : value;
    }
}
