package org.accord.replay;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills {@code {name}} in the answers of a script; a value that is nothing but a placeholder keeps its type. */
final class Placeholders {

    private static final Pattern NAME = Pattern.compile("\\{([A-Za-z.]+)}");

    private final Map<String, Object> values;

    Placeholders(Map<String, Object> values) {
        this.values = Map.copyOf(values);
    }

    Map<String, Object> fill(Map<String, Object> answer) {
        Map<String, Object> filled = new LinkedHashMap<>();
        answer.forEach((field, value) -> filled.put(field, fill(value)));
        return filled;
    }

    private Object fill(Object value) {
        if (value instanceof String text) {
            return fill(text);
        }
        if (value instanceof List<?> list) {
            List<Object> filled = new ArrayList<>();
            list.forEach(item -> filled.add(fill(item)));
            return filled;
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> filled = new LinkedHashMap<>();
            map.forEach((key, item) -> filled.put(String.valueOf(key), fill(item)));
            return filled;
        }
        return value;
    }

    private Object fill(String text) {
        Matcher whole = NAME.matcher(text);
        if (whole.matches()) {
            return value(whole.group(1));
        }
        return NAME.matcher(text)
                .replaceAll(
                        found -> Matcher.quoteReplacement(value(found.group(1)).toString()));
    }

    private Object value(String name) {
        Object value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the script speaks of {" + name + "}, which is not known here");
        }
        return value;
    }
}
