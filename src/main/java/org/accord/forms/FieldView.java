package org.accord.forms;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.accord.core.Violation;
import org.jspecify.annotations.Nullable;

/**
 * A field as a page shows it, in the reader's language.
 *
 * @param id for the HTML element, unique in the form; empty texts have no element of their own
 * @param name of the input: the path of the field; empty for groups without a path and for notes
 * @param visible whether to show it: not hidden by its condition, or hidden with something to correct in it
 * @param readOnly it is shown as text and not sent
 * @param values what the input holds, as it was typed if it was refused
 * @param shown the answer in words for reading; empty if there is none
 * @param children the fields of a group
 * @param add value of the button {@code _add} that adds a row; absent if it is no list or the list is full
 */
public record FieldView(
        String id,
        String name,
        Kind kind,
        String label,
        String description,
        boolean required,
        boolean visible,
        boolean readOnly,
        List<String> values,
        List<String> shown,
        List<OptionView> options,
        Limits limits,
        List<Violation> errors,
        List<FieldView> children,
        List<RowView> rows,
        @Nullable String add) {

    /** What to draw. */
    public enum Kind {
        LINE,
        TEXT,
        NUMBER,
        DATE,
        TIME,
        DATE_TIME,
        CHECKBOX,
        RADIO,
        SELECT,
        CHECKLIST,
        GROUP,
        LIST,
        /** Static text: its paragraphs are in {@code shown}. */
        NOTE
    }

    /** Values for HTML attributes; an absent one means that the attribute is left out. */
    public record Limits(
            @Nullable String min,
            @Nullable String max,
            @Nullable String pattern,
            @Nullable String step,
            @Nullable Integer maxLength) {

        static final Limits NONE = new Limits(null, null, null, null, null);
    }

    /** The one value of an input that has one; empty if it holds none. */
    public String value() {
        return values.isEmpty() ? "" : values.get(0);
    }

    public boolean isInvalid() {
        return !errors.isEmpty();
    }

    /** Ids for {@code aria-describedby}; null if there is neither a hint nor an error. */
    public @Nullable String describedBy() {
        String ids = Stream.of(description.isEmpty() ? "" : id + "-hint", errors.isEmpty() ? "" : id + "-error")
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining(" "));
        return ids.isEmpty() ? null : ids;
    }

    Stream<FieldView> withAllBelow() {
        Stream<FieldView> inRows = rows.stream().flatMap(row -> row.fields().stream());
        return Stream.concat(
                Stream.of(this), Stream.concat(children.stream(), inRows).flatMap(FieldView::withAllBelow));
    }
}
