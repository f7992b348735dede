package org.accord.forms;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
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

    /** The field a violation is about: its label and id serve the list of errors at the top of the page. */
    public Optional<FieldView> field(String path) {
        return fields.stream()
                .flatMap(FieldView::withAllBelow)
                .filter(field -> !path.isEmpty() && field.name().equals(path))
                .findFirst();
    }
}
