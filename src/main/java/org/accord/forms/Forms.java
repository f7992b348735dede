package org.accord.forms;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.accord.core.Refused;
import org.accord.core.Violation;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The forms of the programme: which there are, what they show, and what they accept.
 *
 * <p>Each method that takes a {@link FormRef} refuses one that never existed with {@code noSuchForm} (not found). Data
 * has the shape described at {@link Submission}; values of any type anywhere are read, and refused where the form has
 * another. The context holds what expressions may name besides the fields (such as {@code caseDate}), and the values of
 * read-only fields under their own names. Today is the day of the clock in the zone that {@link Options} names.
 */
@Component
public class Forms {

    private final FormCatalogue catalogue;
    private final Options options;
    private final Feel feel;
    private final Clock clock;

    Forms(FormCatalogue catalogue, Options options, Feel feel, Clock clock) {
        this.catalogue = catalogue;
        this.options = options;
        this.feel = feel;
        this.clock = clock;
    }

    /** The keys of all forms that new tasks can get. */
    public Set<String> keys() {
        return catalogue.keys();
    }

    /** The version that new tasks get; refused with {@code noSuchForm} if there is no form of this key. */
    public FormRef current(String key) {
        return catalogue.current(key);
    }

    /** Accepts the data, or refuses it with {@link SubmissionRejected} and every rule it breaks. */
    public Submission validate(FormRef form, Map<String, ?> data, Map<String, ?> context) {
        Checked checked = check(catalogue.definition(form), data, context);
        if (!checked.violations().isEmpty()) {
            throw new SubmissionRejected(checked.violations());
        }
        return new Submission(form, checked.values());
    }

    /** A form handed in as it is, with nothing in it: what was answered is not to be kept with the person. */
    public Submission unfilled(FormRef form) {
        return new Submission(form, Map.of());
    }

    /** Accepts data that is kept unchecked; refuses characters that cannot be stored ({@code illegalCharacter}). */
    public void requireStorable(Map<String, ?> data) {
        Violations violations = new Violations();
        new StorableText(violations).check("", data);
        if (!violations.all().isEmpty()) {
            throw new SubmissionRejected(violations.all());
        }
    }

    /**
     * Accepts words that are not of a form, like a reason; refuses at the field {@code required}, {@code maxLength} and
     * {@code illegalCharacter}.
     */
    public void requireText(String field, String text, int longest) {
        if (text.isBlank()) {
            throw Refused.invalid(Violation.of(field, "required"));
        }
        if (text.length() > longest) {
            throw Refused.invalid(Violation.of(field, "maxLength", longest, Shown.of(text), text.length()));
        }
        requireStorable(Map.of(field, text));
    }

    /**
     * What a browser sent, in the shape of the form's data; what cannot be read stays as it was typed, to be refused by
     * {@link #validate} and shown again by {@link #view}. If the button {@code _add} or {@code _remove} was pressed,
     * the row has been added or taken out: show the form again instead of validating.
     */
    public Map<String, Object> read(FormRef form, Map<String, String[]> htmlParameters) {
        return HtmlFormReader.read(catalogue.definition(form), htmlParameters);
    }

    /**
     * What a page shows.
     *
     * @param data what is in the fields; a field it does not name has its default value, unless the view is read-only
     * @param violations to show at their fields
     */
    public FormView view(
            FormRef form,
            Map<String, ?> data,
            Map<String, ?> context,
            List<Violation> violations,
            Locale locale,
            boolean readOnly) {
        FormDefinition definition = catalogue.definition(form);
        Map<String, ? extends @Nullable Object> filled = readOnly ? data : Defaults.fill(definition.fields(), data);
        Checked checked = check(definition, filled, context);
        List<FieldView> fields =
                new FormViews(checked.surroundings(), violations, locale).fields(definition.fields(), "", filled);
        return new FormView(form, fields, List.copyOf(violations), readOnly);
    }

    /** The form-js schema with its words in the reader's language, in English if the programme does not have it. */
    public Map<String, Object> schema(FormRef form, Locale locale) {
        return SchemaTranslator.translate(catalogue.definition(form).source(), locale);
    }

    /** The paths of all inputs from top to bottom, those of groups in full; a dynamic list is one. */
    public List<String> fieldKeys(FormRef form) {
        List<String> keys = new ArrayList<>();
        collect(catalogue.definition(form).fields(), "", keys);
        return List.copyOf(keys);
    }

    /** The inputs at the top of a form that are computed from others if they are left empty. */
    public Set<String> computedKeys(FormRef form) {
        return catalogue.definition(form).fields().stream()
                .filter(field -> field instanceof Field.Decimal number && number.exactly() != null)
                .map(Field::key)
                .collect(Collectors.toSet());
    }

    private static void collect(List<Field> fields, String path, List<String> keys) {
        for (Field field : fields) {
            if (field instanceof Field.Group group) {
                collect(group.fields(), group.isNamed() ? Surroundings.place(path, group) : path, keys);
            } else if (field.isNamed()) {
                keys.add(Surroundings.place(path, field));
            }
        }
    }

    private Checked check(FormDefinition form, Map<String, ? extends @Nullable Object> data, Map<String, ?> context) {
        return new SubmissionValidator(options, feel, LocalDate.now(clock.withZone(options.zone())))
                .check(form, data, context);
    }
}
