package org.accord.process;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** Values as the engine may keep them: text, whole number, decimal, truth. Nothing else becomes a variable. */
final class Facts {

    private Facts() {}

    static Map<String, Object> plain(Map<String, ?> values) {
        Map<String, Object> plain = new LinkedHashMap<>();
        values.forEach((name, value) -> plain.put(name, plain(name, value)));
        return plain;
    }

    static Object plain(String name, Object value) {
        if (value instanceof String || value instanceof Boolean || value instanceof Long) {
            return value;
        }
        if (value instanceof Number number) {
            BigDecimal decimal = new BigDecimal(number.toString());
            boolean whole = decimal.stripTrailingZeros().scale() <= 0;
            return whole ? (Object) decimal.longValueExact() : (Object) decimal.doubleValue();
        }
        throw new IllegalArgumentException("the fact " + name + " is a "
                + value.getClass().getSimpleName() + "; facts are texts, numbers and truths");
    }
}
