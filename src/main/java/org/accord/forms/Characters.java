package org.accord.forms;

import java.util.Collection;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** What counts as nothing, and which characters no text may hold. */
final class Characters {

    private Characters() {}

    /** NUL and other control characters, lone surrogates, and the two code points that are no characters. */
    static boolean isIllegal(int point) {
        boolean control = point < ' ' && point != '\t' && point != '\n' && point != '\r';
        boolean loneSurrogate = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
        return control || loneSurrogate || point == 0xFFFE || point == 0xFFFF;
    }

    static OptionalInt firstIllegal(String text) {
        return text.codePoints().filter(Characters::isIllegal).findFirst();
    }

    /** Whether the value is no answer: nothing, blank text, an unticked box, or a collection of no answers. */
    static boolean isBlank(@Nullable Object value) {
        if (value instanceof String text) {
            return text.codePoints().allMatch(Characters::isInvisible);
        }
        if (value instanceof Collection<?> items) {
            return items.stream().allMatch(Characters::isBlank);
        }
        if (value instanceof Map<?, ?> map) {
            return isBlank(map.values());
        }
        return value == null || Boolean.FALSE.equals(value);
    }

    private static boolean isInvisible(int point) {
        return Character.isWhitespace(point)
                || Character.isSpaceChar(point)
                || Character.getType(point) == Character.FORMAT;
    }
}
