package org.accord.forms;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.accord.core.Violation;

/**
 * A form as a page shows it, in the reader's language.
 *
 * @param violations everything that is wrong, also with fields that the form does not have
 * @param readOnly it is to be drawn as a summary
 */
public record FormView(FormRef form, List<FieldView> fields, List<Violation> violations, boolean readOnly) {

    /** The same without some of the fields at its top. */
    public FormView without(Collection<String> names) {
        return new FormView(
                form,
                fields.stream().filter(field -> !names.contains(field.name())).toList(),
                violations,
                readOnly);
    }

    /** What is answered otherwise here than in an earlier form of the same kind, in the order of the fields. */
    public List<FieldChange> changesFrom(FormView earlier) {
        Map<String, Answer> before = earlier.answers();
        Map<String, Answer> after = answers();
        Set<String> places = new LinkedHashSet<>(after.keySet());
        places.addAll(before.keySet());
        List<FieldChange> changes = new ArrayList<>();
        for (String place : places) {
            Answer old = before.getOrDefault(place, Answer.NONE);
            Answer now = after.getOrDefault(place, Answer.NONE);
            if (!old.shown().equals(now.shown())) {
                changes.add(
                        new FieldChange(now.label().isEmpty() ? old.label() : now.label(), old.shown(), now.shown()));
            }
        }
        return changes;
    }

    private record Answer(String label, List<String> shown) {

        static final Answer NONE = new Answer("", List.of());
    }

    private Map<String, Answer> answers() {
        Map<String, Answer> answers = new LinkedHashMap<>();
        collect(fields, "", answers);
        return answers;
    }

    private static void collect(List<FieldView> fields, String around, Map<String, Answer> answers) {
        for (FieldView field : fields) {
            String label = around.isEmpty() ? field.label() : around + ": " + field.label();
            collect(field.children(), label, answers);
            for (RowView row : field.rows()) {
                collect(row.fields(), label + " " + row.number(), answers);
            }
            boolean leaf = field.children().isEmpty() && field.rows().isEmpty();
            if (leaf
                    && !field.name().isEmpty()
                    && field.visible()
                    && !field.shown().isEmpty()) {
                answers.put(field.name(), new Answer(label, field.shown()));
            }
        }
    }

    /** The field a violation is about: its label and id serve the list of errors at the top of the page. */
    public Optional<FieldView> field(String path) {
        return fields.stream()
                .flatMap(FieldView::withAllBelow)
                .filter(field -> !path.isEmpty() && field.name().equals(path))
                .findFirst();
    }
}
