package org.accord.core;

import java.math.BigDecimal;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** JSON in the one spelling that its digest is taken of: RFC 8785, except that numbers are plain decimals. */
public final class CanonicalJson {

    private final StringBuilder json = new StringBuilder();

    private CanonicalJson() {}

    /** The one spelling of the data: keys in order, no space, nothing escaped that need not be. */
    public static String of(Map<String, ?> data) {
        CanonicalJson canonical = new CanonicalJson();
        canonical.map(data);
        return canonical.json.toString();
    }

    private void value(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            map(map);
        } else if (value instanceof Iterable<?> list) {
            list(list);
        } else if (value instanceof Number number) {
            json.append(plain(new BigDecimal(number.toString())));
        } else if (value == null || value instanceof Boolean) {
            json.append(value);
        } else {
            text(value.toString());
        }
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private void map(Map<?, ?> map) {
        Map<String, @Nullable Object> sorted = new TreeMap<>();
        map.forEach((key, value) -> sorted.put(String.valueOf(key), value));
        String separator = "{";
        for (Map.Entry<String, @Nullable Object> entry : sorted.entrySet()) {
            json.append(separator);
            text(entry.getKey());
            json.append(':');
            value(entry.getValue());
            separator = ",";
        }
        json.append(sorted.isEmpty() ? "{}" : "}");
    }

    private void list(Iterable<?> list) {
        json.append('[');
        for (Iterator<?> items = list.iterator(); items.hasNext(); ) {
            value(items.next());
            json.append(items.hasNext() ? "," : "");
        }
        json.append(']');
    }

    private void text(String text) {
        json.append('"');
        text.chars().forEach(unit -> character((char) unit));
        json.append('"');
    }

    private void character(char unit) {
        int named = "\b\t\n\f\r\"\\".indexOf(unit);
        if (named >= 0) {
            json.append('\\').append("btnfr\"\\".charAt(named));
        } else if (unit < ' ') {
            json.append(String.format("\\u%04x", (int) unit));
        } else {
            json.append(unit);
        }
    }
}
