package org.accord.audit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Details of an event as JSON that every reader reads alike: a number that some would round is written as a text. */
final class PlainValues {

    private static final BigDecimal LARGEST = new BigDecimal("9007199254740991");
    private static final BigDecimal SMALLEST = new BigDecimal("0.000001");

    private PlainValues() {}

    static Map<String, @Nullable Object> of(Map<?, ?> map) {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        map.forEach((key, value) -> plain.put(String.valueOf(key), value(value)));
        return plain;
    }

    private static @Nullable Object value(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return of(map);
        }
        if (value instanceof Collection<?> list) {
            List<@Nullable Object> plain = new ArrayList<>();
            list.forEach(item -> plain.add(value(item)));
            return plain;
        }
        if (value instanceof Number number) {
            return number(new BigDecimal(number.toString()));
        }
        return value == null || value instanceof Boolean ? value : value.toString();
    }

    private static Object number(BigDecimal number) {
        return isExact(number) ? number.signum() == 0 ? BigDecimal.ZERO : number : number.toPlainString();
    }

    private static boolean isExact(BigDecimal number) {
        BigDecimal size = number.abs();
        return size.signum() == 0
                || size.compareTo(LARGEST) <= 0
                        && size.compareTo(SMALLEST) >= 0
                        && new BigDecimal(Double.toString(number.doubleValue())).compareTo(number) == 0;
    }
}
