package org.accord.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.core.io.ClassPathResource;

/** The sample form with one field of each kind, and what is around it. */
final class Sample {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    static final Feel FEEL = new CamundaFeel();
    static final Options LISTS = new ProgrammeLists();
    static final FormDefinition REVIEW = review();
    static final Map<String, Object> CASE =
            Map.of("caseNumber", "CT-2026-0029", "caseDate", LocalDate.of(2027, 3, 1), "decision", "reject");

    private Sample() {}

    static FormSource source() {
        return new FormSource(
                "national-review",
                text("forms-samples/national-review.form"),
                Map.of("ru", text("forms-samples/national-review.ru.json")));
    }

    private static FormDefinition review() {
        FormSchemaParser.Parsed parsed = FormSchemaParser.parse(source(), Set.of("ru"));
        assertThat(parsed.faults()).isEmpty();
        return parsed.form();
    }

    /** A form with these components, in English only. */
    static FormSchemaParser.Parsed parsed(String components) {
        return FormSchemaParser.parse(new FormSource("sample", schema(components), Map.of()), Set.of());
    }

    static FormDefinition form(String components) {
        FormSchemaParser.Parsed parsed = parsed(components);
        assertThat(parsed.faults()).isEmpty();
        return parsed.form();
    }

    static String schema(String components) {
        return """
                {"type": "default", "id": "sample", "schemaVersion": 16, "components": [%s]}
                """.formatted(components.replace('\'', '"'));
    }

    static Checked check(FormDefinition form, Map<String, ?> data) {
        return check(form, data, CASE);
    }

    static Checked check(FormDefinition form, Map<String, ?> data, Map<String, ?> context) {
        return new SubmissionValidator(LISTS, FEEL, TODAY).check(form, data, context);
    }

    /** The accepted sample, with one field changed. */
    static Map<String, Object> accepted(String field, Object value) {
        Map<String, Object> data = new HashMap<>(accepted());
        data.put(field, value);
        return data;
    }

    static Map<String, Object> accepted() {
        return Map.of("decision", "approve", "agenda", List.of(Map.of("title", "Opening", "minutes", 15)));
    }

    private static String text(String path) {
        try {
            return new ClassPathResource(path).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
