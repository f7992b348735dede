package org.accord.forms;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Says the rules of a field in the attributes of HTML, which say less: the server still decides. */
final class InputLimits {

    private InputLimits() {}

    static FieldView.Limits of(Field field, Surroundings.@Nullable Window window) {
        if (field instanceof Field.Text text) {
            return new FieldView.Limits(null, null, pattern(text), null, text.maxLength());
        }
        if (field instanceof Field.Decimal number) {
            String step = BigDecimal.ONE.movePointLeft(number.decimalDigits()).toPlainString();
            return new FieldView.Limits(plain(number.min()), plain(number.max()), null, step, null);
        }
        if (field instanceof Field.Moment moment && window != null) {
            boolean dayOnly = moment.type() == MomentType.DATE;
            String earliest = window.earliest() + (dayOnly ? "" : "T00:00");
            return new FieldView.Limits(earliest, window.latest() + (dayOnly ? "" : "T23:59"), null, null, null);
        }
        return FieldView.Limits.NONE;
    }

    /** HTML matches the whole text, form-js looks for the pattern in it. */
    private static @Nullable String pattern(Field.Text field) {
        Field.Shape shape = field.shape();
        if (shape == null || field.multiline()) {
            return null;
        }
        String pattern = shape.pattern().pattern();
        boolean whole = pattern.startsWith("^") && pattern.endsWith("$") && !pattern.contains("|");
        return whole ? pattern : ".*(?:" + pattern + ").*";
    }

    private static @Nullable String plain(@Nullable BigDecimal limit) {
        return limit == null ? null : limit.toPlainString();
    }
}
