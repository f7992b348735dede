package org.accord.forms;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values as a message may repeat them: short, and never what a reader's machine could stumble over. */
final class Shown {

    private static final int LONGEST = 60;

    private Shown() {}

    static String of(@Nullable Object value) {
        if (value instanceof Map) {
            return "{…}";
        }
        if (value instanceof Collection) {
            return "[…]";
        }
        if (value instanceof BigDecimal number && Math.abs((long) number.scale()) < LONGEST) {
            return cut(number.toPlainString());
        }
        return cut(String.valueOf(value));
    }

    private static String cut(String text) {
        String start = text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
        StringBuilder shown = new StringBuilder(start.length());
        start.codePoints()
                .map(point -> Characters.isIllegal(point) ? '\uFFFD' : point)
                .forEach(shown::appendCodePoint);
        return shown.toString();
    }
}
