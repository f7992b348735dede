package org.accord.forms;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import org.accord.core.LocalText;
import org.jspecify.annotations.Nullable;

/** A component of a form, read and understood. */
sealed interface Field {

    Face face();

    /** The name of its value; empty for a note, and for a group whose fields lie beside it. */
    default String key() {
        return face().key();
    }

    default boolean isNamed() {
        return !key().isEmpty();
    }

    /**
     * What all components have.
     *
     * @param hide FEEL condition without the equals sign
     * @param byDefault as the schema has it
     */
    record Face(
            String id,
            String key,
            LocalText label,
            @Nullable LocalText description,
            @Nullable String hide,
            boolean required,
            boolean readOnly,
            @Nullable Object byDefault) {}

    /** A rule on the form of a text, and the code under which it is refused. */
    record Shape(String code, Pattern pattern) {}

    record Text(
            Face face,
            boolean multiline,
            int minLength,
            int maxLength,
            @Nullable Shape shape) implements Field {}

    /**
     * @param exactly FEEL expression without the equals sign: what the answer has to be, and is if it is left out
     * @param atMost FEEL expression like it: what the answer may not go beyond
     */
    record Decimal(
            Face face,
            @Nullable BigDecimal min,
            @Nullable BigDecimal max,
            int decimalDigits,
            @Nullable String exactly,
            @Nullable String atMost)
            implements Field {}

    /** @param earliest FEEL expression without the equals sign, like {@code latest} */
    record Moment(
            Face face,
            MomentType type,
            @Nullable String earliest,
            @Nullable String latest) implements Field {}

    record Checkbox(Face face) implements Field {}

    /** @param valuesKey name of the list of the programme that is offered; absent if the form lists its own values */
    record Choice(
            Face face,
            Look look,
            List<Option> values,
            @Nullable String valuesKey) implements Field {

        boolean isMultiple() {
            return look == Look.CHECKLIST;
        }
    }

    enum Look {
        RADIO,
        SELECT,
        CHECKLIST
    }

    record Group(Face face, List<Field> fields) implements Field {}

    /** @param initial how many rows an untouched form shows */
    record Rows(Face face, int min, int max, int initial, boolean fixed, List<Field> fields) implements Field {}

    record Note(Face face, LocalText text) implements Field {}
}
