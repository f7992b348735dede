package org.accord.forms;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.accord.core.LocalText;
import org.jspecify.annotations.Nullable;

/** Reads a component into which people put an answer. */
final class InputParser {

    private static final Set<String> INPUT =
            Set.of("key", "label", "description", "validate", "readonly", "defaultValue");
    private static final Set<String> TEXT_RULES =
            Set.of("required", "minLength", "maxLength", "pattern", "validationType");
    private static final Pattern E_MAIL = Pattern.compile("^[^@\\s]{1,64}@[^@\\s.]+(\\.[^@\\s.]+)+$");
    private static final Pattern PHONE = Pattern.compile("^\\+?[0-9 ()./-]{5,25}$");
    private static final int LINE = 255;
    private static final int PAGE = 4000;
    private static final int DECIMAL_DIGITS = 6;

    private final Component component;
    private final Texts texts;

    InputParser(Component component, Texts texts) {
        this.component = component;
        this.texts = texts;
    }

    /** Null if there is no such kind of input. */
    @Nullable
    Field parse() {
        return switch (component.type()) {
            case "textfield" -> text(false, LINE);
            case "textarea" -> text(true, PAGE);
            case "number" -> number();
            case "datetime" -> moment();
            case "checkbox" -> checkbox();
            case "radio" -> choice(Field.Look.RADIO);
            case "select" -> choice(Field.Look.SELECT);
            case "checklist", "taglist" -> choice(Field.Look.CHECKLIST);
            default -> null;
        };
    }

    private Field text(boolean multiline, int longest) {
        allow(Set.of(), TEXT_RULES, Set.of());
        return new Field.Text(
                face("label"),
                multiline,
                component.wholeNumber("minLength", 0),
                component.wholeNumber("maxLength", longest),
                shape());
    }

    private Field.@Nullable Shape shape() {
        Pattern pattern = component.pattern();
        return switch (component.rule("validationType")) {
            case "email" -> new Field.Shape("email", E_MAIL);
            case "phone" -> new Field.Shape("phone", PHONE);
            case "", "custom" -> pattern == null ? null : new Field.Shape("pattern", pattern);
            default -> {
                component.fault("unknownRule", component.rule("validationType"));
                yield null;
            }
        };
    }

    private Field number() {
        allow(Set.of("decimalDigits", "increment"), Set.of("required", "min", "max"), Set.of("equals", "atMost"));
        return new Field.Decimal(
                face("label"),
                component.limit("min"),
                component.limit("max"),
                Math.min(component.wholeNumber("decimalDigits", DECIMAL_DIGITS), DECIMAL_DIGITS),
                component.customExpression("equals"),
                component.customExpression("atMost"));
    }

    private Field moment() {
        MomentType type =
                switch (component.text("subtype")) {
                    case "time" -> MomentType.TIME;
                    case "datetime" -> MomentType.DATE_TIME;
                    case "date" -> MomentType.DATE;
                    default -> {
                        component.fault("unknownSubtype", component.text("subtype"));
                        yield MomentType.DATE;
                    }
                };
        allow(
                Set.of(
                        "subtype",
                        "dateLabel",
                        "timeLabel",
                        "use24h",
                        "timeInterval",
                        "timeSerializingFormat",
                        "disallowPassedDates"),
                Set.of("required"),
                type == MomentType.TIME ? Set.of() : Set.of("earliest", "latest"));
        String earliest = component.customExpression("earliest");
        String noEarlier = component.flag("disallowPassedDates") && earliest == null ? "today" : earliest;
        return new Field.Moment(face(momentLabel(type)), type, noEarlier, component.customExpression("latest"));
    }

    private String momentLabel(MomentType type) {
        String own = type == MomentType.TIME ? "timeLabel" : "dateLabel";
        return component.text("label").isEmpty() ? own : "label";
    }

    private Field checkbox() {
        allow(Set.of(), Set.of("required"), Set.of());
        return new Field.Checkbox(face("label"));
    }

    private Field choice(Field.Look look) {
        allow(Set.of("values", "valuesKey", "searchable"), Set.of("required"), Set.of());
        String valuesKey = component.text("valuesKey");
        JsonNode values = component.json().path("values");
        if (values.isArray() != valuesKey.isEmpty()) {
            component.fault("valuesOrValuesKey", component.json().path("values"));
        }
        return new Field.Choice(face("label"), look, options(values), valuesKey.isEmpty() ? null : valuesKey);
    }

    private List<Option> options(JsonNode values) {
        List<Option> options = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (JsonNode json : values) {
            String value = json.path("value").asText("");
            if (!json.path("value").isTextual()
                    || value.isBlank()
                    || json.path("label").asText("").isBlank()) {
                component.fault("badOption", json);
            } else if (!seen.add(value)) {
                component.fault("duplicateOption", value);
            } else {
                options.add(new Option(
                        value, words("options." + value, json.path("label").asText())));
            }
        }
        if (values.isArray() && options.isEmpty()) {
            component.fault("noOptions", values);
        }
        return List.copyOf(options);
    }

    private void allow(Set<String> properties, Set<String> rules, Set<String> custom) {
        Set<String> all = Stream.concat(INPUT.stream(), properties.stream()).collect(Collectors.toSet());
        component.allow(all, rules, custom);
    }

    private Field.Face face(String labelProperty) {
        String key = component.name("key");
        String label = component.words(labelProperty);
        if (label.isBlank()) {
            component.fault("missingLabel", label);
        }
        String description = component.words("description");
        return new Field.Face(
                component.id(),
                key,
                words("label", label),
                description.isEmpty() ? null : words("description", description),
                component.hide(),
                component.required(),
                component.flag("readonly"),
                byDefault());
    }

    private @Nullable Object byDefault() {
        JsonNode value = component.json().path("defaultValue");
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        return JsonText.value(value);
    }

    private LocalText words(String suffix, String english) {
        return texts.text(component.where() + "." + suffix, english);
    }
}
