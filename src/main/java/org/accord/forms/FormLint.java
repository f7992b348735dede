package org.accord.forms;

import java.math.BigDecimal;
import java.util.List;
import org.accord.core.Violation;
import org.jspecify.annotations.Nullable;

/** Finds what a form says that cannot be meant: contradictions, unknown lists, broken expressions. */
final class FormLint {

    private final Options options;
    private final Feel feel;
    private final LintFaults faults;

    private FormLint(FormDefinition form, Options options, Feel feel) {
        this.options = options;
        this.feel = feel;
        this.faults = new LintFaults(form.source().file());
    }

    static List<LintFault> faults(FormDefinition form, Options options, Feel feel) {
        FormLint lint = new FormLint(form, options, feel);
        lint.fields(form.fields(), "");
        return lint.faults.all();
    }

    private void fields(List<Field> fields, String path) {
        for (Field field : fields) {
            String place = Surroundings.place(path, field);
            presence(field, place);
            limits(field, place);
            byDefault(field, place);
            if (field instanceof Field.Group group) {
                fields(group.fields(), group.isNamed() ? place : path);
            } else if (field instanceof Field.Rows rows) {
                fields(rows.fields(), place);
            }
        }
    }

    private void presence(Field field, String place) {
        Field.Face face = field.face();
        expression(place, face.hide());
        if (face.required() && "true".equals(face.hide())) {
            faults.add(place, "requiredHidden", "true");
        }
        if (face.required() && face.readOnly()) {
            faults.add(place, "requiredReadOnly", "true");
        }
    }

    private void expression(String place, @Nullable String expression) {
        String fault = expression == null ? null : feel.fault(expression);
        if (fault != null) {
            faults.add(place, "badExpression", "=" + expression + " (" + fault + ")");
        }
    }

    private void limits(Field field, String place) {
        if (field instanceof Field.Text text) {
            ordered(place, "minLengthAboveMaxLength", text.minLength(), text.maxLength());
        } else if (field instanceof Field.Rows rows) {
            ordered(place, "minRowsAboveMaxRows", rows.min(), rows.max());
            ordered(place, "defaultRepetitionsAboveMaxRows", rows.initial(), rows.max());
        } else if (field instanceof Field.Decimal number) {
            expression(place, number.exactly());
            expression(place, number.atMost());
            BigDecimal min = number.min();
            BigDecimal max = number.max();
            if (min != null && max != null && min.compareTo(max) > 0) {
                faults.add(place, "minAboveMax", min + " > " + max);
            }
        } else if (field instanceof Field.Moment moment) {
            expression(place, moment.earliest());
            expression(place, moment.latest());
        } else if (field instanceof Field.Choice choice) {
            String list = choice.valuesKey();
            if (list != null && !options.knows(list)) {
                faults.add(place, "unknownValuesKey", list);
            }
        }
    }

    private void ordered(String place, String rule, int min, int max) {
        if (min > max) {
            faults.add(place, rule, min + " > " + max);
        }
    }

    private void byDefault(Field field, String place) {
        Object value = field.face().byDefault();
        if (value == null || Characters.isBlank(value)) {
            return;
        }
        Violations violations = new Violations();
        Surroundings surroundings = new Surroundings();
        Object typed = new Typing(violations).typed(field, place, value);
        if (typed != null && !(field instanceof Field.Choice choice && choice.valuesKey() != null)) {
            if (field instanceof Field.Choice choice) {
                surroundings.offer(place, choice.values());
            }
            new FieldRules(surroundings, violations).check(field, place, typed);
        }
        for (Violation violation : violations.all()) {
            String rule = violation.code().equals("notAnOption") ? "defaultNotAnOption" : "badDefault";
            faults.add(place, rule, violation.code() + " " + value);
        }
    }
}
