package org.accord.forms;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a form-js schema and its side files into fields, and reports what it cannot understand. */
final class FormSchemaParser {

    private static final int SCHEMA_VERSION = 16;
    private static final Set<String> HEAD = Set.of(
            "type",
            "id",
            "schemaVersion",
            "components",
            "executionPlatform",
            "executionPlatformVersion",
            "exporter",
            "$schema",
            "versionTag");
    private static final Set<String> ROW_LIMITS = Set.of("minRows", "maxRows");
    private static final Set<String> GROUP = Set.of("path", "label", "components", "showOutline", "verticalAlignment");
    private static final Set<String> ROWS = Set.of(
            "path",
            "label",
            "components",
            "showOutline",
            "verticalAlignment",
            "isRepeating",
            "allowAddRemove",
            "defaultRepetitions",
            "disableCollapse",
            "nonCollapsedItems");
    private static final int MOST_ROWS = 50;

    private final FormSource source;
    private final LintFaults faults;
    private final Texts texts;
    private final Set<String> ids = new HashSet<>();

    private FormSchemaParser(FormSource source, Collection<String> languages) {
        this.source = source;
        this.faults = new LintFaults(source.file());
        this.texts = new Texts(source, languages, faults);
    }

    /** @param form null if the file is no JSON at all */
    record Parsed(@Nullable FormDefinition form, List<LintFault> faults) {}

    /** @param languages of the programme besides English */
    static Parsed parse(FormSource source, Collection<String> languages) {
        return new FormSchemaParser(source, languages).parse();
    }

    private Parsed parse() {
        JsonNode root = faults.object(source.file(), source.schema());
        if (root == null) {
            return new Parsed(null, faults.all());
        }
        head(root);
        List<Field> fields = fields(root, "", new HashSet<>());
        texts.reportUnused();
        return new Parsed(new FormDefinition(source, fields), faults.all());
    }

    private void head(JsonNode root) {
        expect(root, "id", source.key());
        expect(root, "type", "default");
        expect(root, "schemaVersion", String.valueOf(SCHEMA_VERSION));
        root.fieldNames().forEachRemaining(name -> {
            if (!HEAD.contains(name)) {
                faults.add("", "unknownProperty", name);
            }
        });
    }

    private void expect(JsonNode root, String property, String value) {
        String actual = root.path(property).asText("");
        if (!actual.equals(value)) {
            faults.add("", property, actual);
        }
    }

    /** @param names of the values beside each other, for a group without a path those around it too */
    private List<Field> fields(JsonNode parent, String path, Set<String> names) {
        JsonNode components = parent.path("components");
        if (!components.isArray() || components.isEmpty()) {
            faults.add(parent.path("id").asText(""), "noComponents", components);
        }
        List<Field> fields = new ArrayList<>();
        for (JsonNode json : components) {
            Component component = new Component(json, path, faults);
            Field field = field(component, path, names);
            if (field != null) {
                unique(component, field, names);
                fields.add(field);
            }
        }
        return fields;
    }

    private void unique(Component component, Field field, Set<String> names) {
        if (field.isNamed() && !names.add(field.key())) {
            component.fault("duplicateKey", field.key());
        }
        if (!component.id().isEmpty() && !ids.add(component.id())) {
            component.fault("duplicateId", component.id());
        }
    }

    private @Nullable Field field(Component component, String path, Set<String> names) {
        return switch (component.type()) {
            case "text" -> note(component);
            case "group" -> group(component, path, names);
            case "dynamiclist" -> rows(component);
            default -> {
                Field input = new InputParser(component, texts).parse();
                if (input == null) {
                    component.fault("unknownComponent", component.type());
                }
                yield input;
            }
        };
    }

    private Field note(Component component) {
        component.allow(Set.of("text"), Set.of(), Set.of());
        String text = component.words("text");
        if (text.isBlank()) {
            component.fault("missingText", text);
        }
        Field.Face face = face(component, "", text, ".text");
        return new Field.Note(face, face.label());
    }

    private Field group(Component component, String path, Set<String> names) {
        component.allow(GROUP, Set.of(), Set.of());
        String key = component.text("path").isEmpty() ? "" : component.name("path");
        Field.Face face = face(component, key, label(component), ".label");
        return new Field.Group(
                face,
                key.isEmpty()
                        ? fields(component.json(), path, names)
                        : fields(component.json(), component.within(key), new HashSet<>()));
    }

    private Field rows(Component component) {
        component.allow(ROWS, Set.of(), ROW_LIMITS);
        String key = component.name("path");
        boolean fixed = !component.flag("allowAddRemove", true);
        int initial = component.wholeNumber("defaultRepetitions", 1);
        return new Field.Rows(
                face(component, key, label(component), ".label"),
                component.customNumber("minRows", 0),
                component.customNumber("maxRows", fixed ? initial : MOST_ROWS),
                initial,
                fixed,
                fields(component.json(), component.within(key), new HashSet<>()));
    }

    private static String label(Component component) {
        String label = component.words("label");
        if (label.isBlank()) {
            component.fault("missingLabel", label);
        }
        return label;
    }

    private Field.Face face(Component component, String key, String words, String suffix) {
        if (component.id().isEmpty()) {
            component.fault("missingId", component.type());
        }
        return new Field.Face(
                component.id(),
                key,
                texts.text(component.id() + suffix, words),
                null,
                component.hide(),
                false,
                false,
                null);
    }
}
