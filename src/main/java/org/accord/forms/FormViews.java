package org.accord.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.accord.core.LocalText;
import org.accord.core.Violation;
import org.jspecify.annotations.Nullable;

/** Draws up what a page shows of a form. */
final class FormViews {

    private final Surroundings surroundings;
    private final List<Violation> violations;
    private final Locale locale;
    private final Wording wording;

    FormViews(Surroundings surroundings, List<Violation> violations, Locale locale) {
        this.surroundings = surroundings;
        this.violations = violations;
        this.locale = locale;
        this.wording = new Wording(locale);
    }

    List<FieldView> fields(List<Field> fields, String path, Map<?, ?> data) {
        return fields.stream().map(field -> field(field, path, data)).toList();
    }

    private FieldView field(Field field, String path, Map<?, ?> data) {
        String place = Surroundings.place(path, field);
        Field.Face face = field.face();
        Object value = face.readOnly() ? surroundings.given(place) : data.get(field.key());
        List<Violation> errors = errors(field, place);
        List<FieldView> children = children(field, path, place, data);
        return new FieldView(
                id(place),
                field.isNamed() ? place : "",
                kind(field),
                face.label().in(locale),
                Optional.ofNullable(face.description())
                        .map(words -> words.in(locale))
                        .orElse(""),
                face.required(),
                isVisible(field, place, children),
                face.readOnly(),
                Wording.inputs(field, value),
                shown(field, place, Characters.isBlank(value) ? surroundings.expected(place) : value),
                options(field, place, Wording.inputs(field, value)),
                InputLimits.of(field, surroundings.window(place)),
                errors,
                children,
                field instanceof Field.Rows rows ? rows(rows, place, value) : List.of(),
                add(field, place, value));
    }

    private List<Violation> errors(Field field, String place) {
        return violations.stream()
                .filter(violation -> field.isNamed() && violation.field().equals(place))
                .toList();
    }

    /** Something hidden is shown while there is something to correct in it. */
    private boolean isVisible(Field field, String place, List<FieldView> children) {
        boolean childToCorrect = !field.isNamed() && children.stream().anyMatch(FieldView::visible);
        return !surroundings.isHidden(place) || hasErrors(place) || childToCorrect;
    }

    private boolean hasErrors(String place) {
        return violations.stream()
                .anyMatch(violation -> violation.field().equals(place)
                        || violation.field().startsWith(place + ".")
                        || violation.field().startsWith(place + "["));
    }

    private static String id(String place) {
        return "f-" + place.replace("].", "-").replaceAll("[\\[.]", "-").replaceAll("[\\]#]", "");
    }

    private static FieldView.Kind kind(Field field) {
        if (field instanceof Field.Text text) {
            return text.multiline() ? FieldView.Kind.TEXT : FieldView.Kind.LINE;
        }
        if (field instanceof Field.Moment moment) {
            return FieldView.Kind.valueOf(moment.type().name());
        }
        if (field instanceof Field.Choice choice) {
            return FieldView.Kind.valueOf(choice.look().name());
        }
        if (field instanceof Field.Decimal) {
            return FieldView.Kind.NUMBER;
        }
        if (field instanceof Field.Checkbox) {
            return FieldView.Kind.CHECKBOX;
        }
        if (field instanceof Field.Note) {
            return FieldView.Kind.NOTE;
        }
        return field instanceof Field.Group ? FieldView.Kind.GROUP : FieldView.Kind.LIST;
    }

    private List<String> shown(Field field, String place, @Nullable Object value) {
        if (field instanceof Field.Note note) {
            return Wording.paragraphs(note.text().in(locale));
        }
        if (field instanceof Field.Choice) {
            return Wording.inputs(field, value).stream()
                    .map(chosen -> label(place, chosen))
                    .toList();
        }
        return wording.answer(field, value);
    }

    /** A value that is no longer on offer is shown as it is. */
    private String label(String place, String value) {
        return surroundings.options(place).stream()
                .filter(option -> option.value().equals(value))
                .map(Option::label)
                .findFirst()
                .orElseGet(() -> LocalText.english(value))
                .in(locale);
    }

    private List<OptionView> options(Field field, String place, List<String> chosen) {
        List<OptionView> views = new ArrayList<>();
        for (Option option : field instanceof Field.Choice ? surroundings.options(place) : List.<Option>of()) {
            String id = views.isEmpty() ? id(place) : id(place) + "-" + (views.size() + 1);
            views.add(new OptionView(id, option.value(), option.label().in(locale), chosen.contains(option.value())));
        }
        return List.copyOf(views);
    }

    private List<FieldView> children(Field field, String path, String place, Map<?, ?> data) {
        if (!(field instanceof Field.Group group)) {
            return List.of();
        }
        if (!group.isNamed()) {
            return fields(group.fields(), path, data);
        }
        return fields(group.fields(), place, data.get(group.key()) instanceof Map<?, ?> map ? map : Map.of());
    }

    private List<RowView> rows(Field.Rows field, String place, @Nullable Object value) {
        List<RowView> views = new ArrayList<>();
        for (Object row : list(value)) {
            String name = place + "[" + views.size() + "]";
            views.add(new RowView(
                    name,
                    views.size() + 1,
                    fields(field.fields(), name, row instanceof Map<?, ?> map ? map : Map.of()),
                    field.fixed() ? null : name));
        }
        return List.copyOf(views);
    }

    private static @Nullable String add(Field field, String place, @Nullable Object value) {
        boolean mayGrow =
                field instanceof Field.Rows rows && !rows.fixed() && list(value).size() < rows.max();
        return mayGrow ? place : null;
    }

    private static List<?> list(@Nullable Object value) {
        List<?> list = value instanceof List<?> rows ? rows : List.of();
        return list.size() > LevelCheck.MOST_ROWS ? list.subList(0, LevelCheck.MOST_ROWS) : list;
    }
}
