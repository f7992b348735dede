package org.accord.forms;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Brings raw values to the type of their field; whatever cannot be brought there is refused. */
final class Typing {

    private static final int INTEGER_DIGITS = 15;
    private static final int SCALE = 50;

    private final Violations violations;

    Typing(Violations violations) {
        this.violations = violations;
    }

    /** The value in the shape of JSON (dates as text); null, and a violation, if it is of another type. */
    @Nullable
    Object typed(Field field, String path, Object raw) {
        if (field instanceof Field.Decimal) {
            return number(path, raw);
        }
        if (field instanceof Field.Checkbox) {
            return raw instanceof Boolean ? raw : refuse(path, "notYesOrNo", raw);
        }
        if (field instanceof Field.Moment moment) {
            Object value = moment.type().parse(raw);
            return value == null ? refuse(path, moment.type().fault(), raw) : value.toString();
        }
        if (field instanceof Field.Choice choice) {
            return choice.isMultiple() ? texts(path, raw) : text(path, raw, "notAnOption");
        }
        return text(path, raw, "notText");
    }

    /** The value as expressions see it: dates as dates. */
    static @Nullable Object forFeel(Field field, @Nullable Object value) {
        return value != null && field instanceof Field.Moment moment
                ? moment.type().parse(value)
                : value;
    }

    private @Nullable Object text(String path, Object raw, String code) {
        if (!(raw instanceof String text)) {
            return refuse(path, code, raw);
        }
        OptionalInt illegal = Characters.firstIllegal(text);
        if (illegal.isPresent()) {
            violations.add(path, "illegalCharacter", String.format("U+%04X", illegal.getAsInt()), Shown.of(text));
            return null;
        }
        return text;
    }

    private @Nullable Object texts(String path, Object raw) {
        if (!(raw instanceof List<?> items)) {
            return refuse(path, "notAList", raw);
        }
        List<Object> texts = new ArrayList<>();
        for (Object item : items) {
            Object text = text(path, item == null ? "" : item, "notAnOption");
            if (text != null) {
                texts.add(text);
            }
        }
        return texts.size() == items.size() ? List.copyOf(texts) : null;
    }

    private @Nullable Object number(String path, Object raw) {
        BigDecimal number = decimal(raw);
        if (number == null) {
            return refuse(path, "notANumber", raw);
        }
        if (number.signum() == 0) {
            return BigDecimal.ZERO;
        }
        if ((long) number.precision() - number.scale() > INTEGER_DIGITS || number.scale() > SCALE) {
            violations.add(path, "tooManyDigits", INTEGER_DIGITS, Shown.of(raw));
            return null;
        }
        BigDecimal shortest = number.stripTrailingZeros();
        return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
    }

    private static @Nullable BigDecimal decimal(Object raw) {
        if (raw instanceof BigDecimal decimal) {
            return decimal;
        }
        if (raw instanceof BigInteger integer) {
            return new BigDecimal(integer);
        }
        if (raw instanceof Integer || raw instanceof Long || raw instanceof Short || raw instanceof Byte) {
            return BigDecimal.valueOf(((Number) raw).longValue());
        }
        boolean binary = raw instanceof Double || raw instanceof Float;
        return binary && Double.isFinite(((Number) raw).doubleValue()) ? new BigDecimal(raw.toString()) : null;
    }

    private @Nullable Object refuse(String path, String code, Object raw) {
        violations.add(path, code, Shown.of(raw));
        return null;
    }
}
