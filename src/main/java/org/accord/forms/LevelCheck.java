package org.accord.forms;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks the fields of a level from top to bottom, and the levels below it. */
final class LevelCheck {

    /** Beyond this a list is not looked into, whatever its own limit is. */
    static final int MOST_ROWS = 1000;

    private final SubmissionValidator.Survey survey;
    private final Surroundings surroundings;
    private final Violations violations;

    LevelCheck(SubmissionValidator.Survey survey, Surroundings surroundings, Violations violations) {
        this.survey = survey;
        this.surroundings = surroundings;
        this.violations = violations;
    }

    void check(List<Field> fields, Level level) {
        fields(fields, level, false);
        level.sent().forEach((key, value) -> {
            String name = String.valueOf(key);
            if (!level.has(name)) {
                violations.add(Surroundings.within(level.path(), Shown.of(name)), "unknownField", Shown.of(value));
            }
        });
    }

    private void fields(List<Field> fields, Level level, boolean aroundHidden) {
        for (Field field : fields) {
            boolean hidden = aroundHidden || survey.hides(field, level);
            if (hidden) {
                surroundings.hide(level.place(field));
            }
            if (field instanceof Field.Group group && !group.isNamed()) {
                fields(group.fields(), level, hidden);
            } else if (field.isNamed()) {
                survey.look(field, level);
                field(field, level, hidden);
            }
        }
    }

    private void field(Field field, Level level, boolean hidden) {
        String path = level.place(field);
        Object sent = level.sent(field);
        if (hidden) {
            if (!Characters.isBlank(sent)) {
                violations.add(path, "hiddenField", Shown.of(sent));
            }
        } else if (field.face().readOnly()) {
            readOnly(field, path, sent, level);
        } else if (field instanceof Field.Group group) {
            group(group, path, sent, level);
        } else if (field instanceof Field.Rows rows) {
            rows(rows, path, sent, level);
        } else {
            input(field, path, sent, level);
        }
    }

    private void input(Field field, String path, @Nullable Object sent, Level level) {
        boolean unticked = field instanceof Field.Checkbox && (sent == null || Boolean.FALSE.equals(sent));
        if (unticked) {
            level.answer(field, false);
        }
        if (sent == null || Characters.isBlank(sent)) {
            BigDecimal sum = surroundings.expected(path);
            if (sum != null) {
                input(field, path, sum, level);
            } else if (field.face().required()) {
                violations.add(path, "required");
            }
            return;
        }
        Object value = new Typing(violations).typed(field, path, sent);
        if (value != null) {
            level.answer(field, value);
            new FieldRules(surroundings, violations).check(field, path, value);
        }
    }

    private void readOnly(Field field, String path, @Nullable Object sent, Level level) {
        Typing silent = new Typing(new Violations());
        Object source =
                level.given(field) != null ? level.given(field) : field.face().byDefault();
        Object own = source == null || Characters.isBlank(source) ? null : silent.typed(field, path, source);
        if (own != null) {
            level.answer(field, own);
            surroundings.give(path, own);
        }
        if (sent != null && !isSame(own, sent, silent.typed(field, path, sent))) {
            violations.add(path, "readOnlyField", Shown.of(own == null ? "" : own), Shown.of(sent));
        }
    }

    private static boolean isSame(@Nullable Object own, Object sent, @Nullable Object typed) {
        boolean saysNothing = Characters.isBlank(sent) && !(sent instanceof Boolean && own != null);
        return saysNothing || own != null && own.equals(typed);
    }

    private void group(Field.Group group, String path, @Nullable Object sent, Level level) {
        if (sent != null && !(sent instanceof Map)) {
            violations.add(path, "notAGroup", Shown.of(sent));
        }
        Map<?, ?> map = sent instanceof Map<?, ?> sentMap ? sentMap : Map.of();
        Level below = level.below(path, group.fields(), map, level.given(group));
        check(group.fields(), below);
        if (!below.values().isEmpty()) {
            level.answer(group, below.values());
        }
    }

    private void rows(Field.Rows field, String path, @Nullable Object sent, Level level) {
        if (sent == null) {
            limits(field, path, 0);
        } else if (!(sent instanceof List<?> list)) {
            violations.add(path, "notAList", Shown.of(sent));
        } else if (list.size() > MOST_ROWS) {
            violations.add(path, "maxRows", field.max(), list.size());
        } else {
            List<Map<String, Object>> rows = rows(field, path, list, level);
            limits(field, path, (int)
                    list.stream().filter(row -> !Characters.isBlank(row)).count());
            if (!rows.isEmpty()) {
                level.answer(field, rows);
            }
        }
    }

    private List<Map<String, Object>> rows(Field.Rows field, String path, List<?> list, Level level) {
        List<?> given = level.given(field) instanceof List<?> fixed ? fixed : List.of();
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            Object row = list.get(i);
            String place = path + "[" + i + "]";
            Map<?, ?> map = row instanceof Map<?, ?> sentRow ? sentRow : Map.of();
            Level below = level.below(place, field.fields(), map, i < given.size() ? given.get(i) : null);
            if (Characters.isBlank(row)) {
                new LevelCheck(survey, surroundings, new Violations()).check(field.fields(), below);
            } else if (row instanceof Map) {
                check(field.fields(), below);
                rows.add(below.values());
            } else {
                violations.add(place, "notAGroup", Shown.of(row));
            }
        }
        return rows;
    }

    private void limits(Field.Rows field, String path, int rows) {
        if (rows < field.min()) {
            violations.add(path, "minRows", field.min(), rows);
        }
        if (rows > field.max()) {
            violations.add(path, "maxRows", field.max(), rows);
        }
    }
}
