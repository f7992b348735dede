package org.accord.papers;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.accord.core.LocalText;
import org.accord.core.Scope;
import org.accord.forms.FieldView;
import org.accord.forms.FormView;
import org.accord.forms.Forms;
import org.accord.forms.RowView;
import org.accord.tasks.Submitted;

/** What was handed in, in one language, as the template of a paper asks for it: the latest of each form. */
public final class Answers {

    private static final int PARAGRAPH_BREAKS = 2;

    private final List<Submitted> submitted;
    private final Forms forms;
    private final Locale locale;

    Answers(List<Submitted> submitted, Forms forms, Locale locale) {
        this.submitted = List.copyOf(submitted);
        this.forms = forms;
        this.locale = locale;
    }

    /** What somebody handed in for one State. */
    public record OfState(String state, FormView form) {

        /** The rows of a list, if there is one. */
        public List<RowView> rows(String list) {
            return form.field(list).map(FieldView::rows).orElse(List.of());
        }

        public String text(String field) {
            return Answers.text(form, field);
        }
    }

    public boolean has(String form) {
        return submitted.stream().anyMatch(isOf(form));
    }

    /** An answer in words; empty if there is none. */
    public String text(String form, String field) {
        return latest(form).map(view -> text(view, field)).orElse("");
    }

    /** An answer in words that was given in this step and not in another with the same form. */
    public String textOf(String element, String field) {
        return latest(one -> one.element().equals(element))
                .map(view -> text(view, field))
                .orElse("");
    }

    /** The answer that is given once for each language: {@code objective} stands for {@code objectiveEn} and {@code objectiveRu}. */
    public List<String> paragraphs(String form, String field) {
        return List.of(text(form, LocalText.field(field, locale.getLanguage())).split("\\R{" + PARAGRAPH_BREAKS + ",}"))
                .stream()
                .filter(paragraph -> !paragraph.isBlank())
                .toList();
    }

    /** The rows of a list, if there is one. */
    public List<RowView> rows(String form, String list) {
        return latest(form)
                .flatMap(view -> view.field(list))
                .map(FieldView::rows)
                .orElse(List.of());
    }

    /** All answers of a form that has been handed in, with their labels. */
    public List<FieldView> fields(String form) {
        return latest(form).map(FormView::fields).orElse(List.of()).stream()
                .filter(field -> field.visible() && !field.shown().isEmpty())
                .toList();
    }

    /** What each State handed in with this form, the latest of each. */
    public List<OfState> ofStates(String form) {
        return submitted.stream()
                .filter(isOf(form))
                .map(Submitted::scope)
                .map(Scope::state)
                .filter(Objects::nonNull)
                .distinct()
                .flatMap(state ->
                        latest(isOf(form).and(one -> state.equals(one.scope().state())))
                                .map(view -> new OfState(state, view))
                                .stream())
                .toList();
    }

    /** The text of a field in a row. */
    public String cell(RowView row, String field) {
        return row.fields().stream()
                .filter(one -> one.name().endsWith("." + field))
                .flatMap(one -> one.shown().stream())
                .findFirst()
                .orElse("");
    }

    private static String text(FormView view, String field) {
        return view.field(field).map(one -> String.join("\n", one.shown())).orElse("");
    }

    private Optional<FormView> latest(String form) {
        return latest(isOf(form));
    }

    private Optional<FormView> latest(Predicate<Submitted> wanted) {
        return submitted.stream()
                .filter(wanted)
                .reduce((earlier, later) -> later)
                .map(this::view);
    }

    private FormView view(Submitted one) {
        return forms.view(one.form(), one.data(), Map.of(), List.of(), locale, true);
    }

    private static Predicate<Submitted> isOf(String form) {
        return one -> one.form().key().equals(form);
    }
}
