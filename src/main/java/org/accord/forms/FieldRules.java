package org.accord.forms;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules for a value that is of the right type. */
final class FieldRules {

    private final Surroundings surroundings;
    private final Violations violations;

    FieldRules(Surroundings surroundings, Violations violations) {
        this.surroundings = surroundings;
        this.violations = violations;
    }

    void check(Field field, String path, Object value) {
        if (field instanceof Field.Text text) {
            text(text, path, (String) value);
        } else if (field instanceof Field.Decimal decimal) {
            number(decimal, path, (BigDecimal) value);
        } else if (field instanceof Field.Moment) {
            moment(path, value);
        } else if (field instanceof Field.Choice) {
            choice(path, value instanceof List<?> several ? several : List.of(value));
        }
    }

    private void text(Field.Text field, String path, String text) {
        int length = text.codePointCount(0, text.length());
        if (length < field.minLength()) {
            violations.add(path, "minLength", field.minLength(), Shown.of(text), length);
        }
        if (length > field.maxLength()) {
            violations.add(path, "maxLength", field.maxLength(), Shown.of(text), length);
        } else if (field.shape() != null) {
            shape(field.shape(), path, text);
        }
    }

    private void shape(Field.Shape shape, String path, String text) {
        if (!PatientText.matches(shape.pattern(), text)) {
            violations.add(path, shape.code(), shape.pattern().pattern(), Shown.of(text));
        }
    }

    private void number(Field.Decimal field, String path, BigDecimal number) {
        if (number.scale() > field.decimalDigits()) {
            violations.add(path, "decimalDigits", field.decimalDigits(), Shown.of(number));
        }
        BigDecimal sum = surroundings.expected(path);
        if (sum != null && sum.compareTo(number) != 0) {
            violations.add(path, "equals", sum, Shown.of(number));
        }
        BigDecimal cap = surroundings.cap(path);
        if (cap != null && number.compareTo(cap) > 0) {
            violations.add(path, "max", cap, Shown.of(number));
        }
        BigDecimal min = field.min();
        if (min != null && number.compareTo(min) < 0) {
            violations.add(path, "min", min, Shown.of(number));
        }
        BigDecimal max = field.max();
        if (max != null && number.compareTo(max) > 0) {
            violations.add(path, "max", max, Shown.of(number));
        }
    }

    private void moment(String path, Object value) {
        Surroundings.@Nullable Window window = surroundings.window(path);
        LocalDate day = MomentType.day(value);
        if (window == null || day == null) {
            return;
        }
        if (day.isBefore(window.earliest())) {
            violations.add(path, "tooEarly", window.earliest().toString(), Shown.of(value));
        }
        if (day.isAfter(window.latest())) {
            violations.add(path, "tooLate", window.latest().toString(), Shown.of(value));
        }
    }

    private void choice(String path, List<?> chosen) {
        Set<Object> offered = new HashSet<>();
        surroundings.options(path).forEach(option -> offered.add(option.value()));
        Set<Object> seen = new HashSet<>();
        for (Object value : chosen) {
            if (!offered.contains(value)) {
                violations.add(path, "notAnOption", Shown.of(value));
            } else if (!seen.add(value)) {
                violations.add(path, "chosenTwice", Shown.of(value));
            }
        }
    }
}
