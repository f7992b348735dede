package org.accord.forms;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** One component in the JSON of a form; what is not as it should be goes to the faults, and counts as absent. */
final class Component {

    private static final Set<String> ALL = Set.of("type", "id", "layout", "properties", "conditional");
    private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]{0,63}");

    private final JsonNode json;
    private final String path;
    private final LintFaults faults;

    /** @param path of the group or list around it, empty at the top */
    Component(JsonNode json, String path, LintFaults faults) {
        this.json = json;
        this.path = path;
        this.faults = faults;
    }

    String type() {
        return json.path("type").asText("");
    }

    String id() {
        return json.path("id").asText("");
    }

    JsonNode json() {
        return json;
    }

    /** The path of its own value, or its id where it has none. */
    String where() {
        String key = json.hasNonNull("key")
                ? json.path("key").asText()
                : json.path("path").asText("");
        return key.isEmpty() ? id() : within(key);
    }

    String within(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    void fault(String rule, Object value) {
        faults.add(where(), rule, value);
    }

    void allow(Set<String> properties, Set<String> rules, Set<String> custom) {
        report("unknownProperty", json, ALL, properties);
        report("unknownRule", json.path("validate"), Set.of(), rules);
        report("unknownProperty", json.path("properties"), Set.of(), custom);
        report("unknownProperty", json.path("conditional"), Set.of("hide"), Set.of());
    }

    private void report(String rule, JsonNode object, Set<String> some, Set<String> others) {
        Set<String> unknown = new TreeSet<>();
        object.fieldNames().forEachRemaining(unknown::add);
        unknown.removeAll(some);
        unknown.removeAll(others);
        unknown.forEach(name -> fault(rule, name));
    }

    String name(String property) {
        String name = text(json, property);
        if (!NAME.matcher(name).matches()) {
            fault("badKey", name);
        }
        return name;
    }

    String text(String property) {
        return text(json, property);
    }

    /** Words for people, which are never expressions here. */
    String words(String property) {
        String words = text(property);
        if (words.startsWith("=") || words.contains("{{")) {
            fault("expressionInText", words);
        }
        return words;
    }

    private String text(JsonNode of, String property) {
        JsonNode value = of.path(property);
        if (!value.isMissingNode() && !value.isNull() && !value.isTextual()) {
            fault("notText", property + "=" + value);
        }
        return value.isTextual() ? value.asText() : "";
    }

    boolean flag(String property) {
        return flag(json, property, false);
    }

    boolean flag(String property, boolean otherwise) {
        return flag(json, property, otherwise);
    }

    boolean required() {
        return flag(json.path("validate"), "required", false);
    }

    private boolean flag(JsonNode of, String property, boolean otherwise) {
        JsonNode value = of.path(property);
        if (!value.isMissingNode() && !value.isBoolean()) {
            fault("notYesOrNo", property + "=" + value);
        }
        return value.asBoolean(otherwise);
    }

    String rule(String name) {
        return text(json.path("validate"), name);
    }

    @Nullable
    BigDecimal limit(String name) {
        JsonNode value = json.path("validate").path(name);
        if (!value.isMissingNode() && !value.isNumber()) {
            fault("notANumber", name + "=" + value);
        }
        return value.isNumber() ? value.decimalValue() : null;
    }

    int wholeNumber(String name, int otherwise) {
        return wholeNumber(json.path("validate").has(name) ? json.path("validate") : json, name, otherwise);
    }

    private int wholeNumber(JsonNode of, String name, int otherwise) {
        JsonNode value = of.path(name);
        boolean fits = value.canConvertToInt() && value.isIntegralNumber() && value.intValue() >= 0;
        if (!value.isMissingNode() && !fits) {
            fault("notANumber", name + "=" + value);
        }
        return fits ? value.intValue() : otherwise;
    }

    /** A custom property, which the modeller always keeps as text. */
    int customNumber(String name, int otherwise) {
        String text = text(json.path("properties"), name);
        if (text.matches("[0-9]{1,4}")) {
            return Integer.parseInt(text);
        }
        if (!text.isEmpty()) {
            fault("notANumber", name + "=" + text);
        }
        return otherwise;
    }

    @Nullable
    String hide() {
        return expression(json.path("conditional"), "hide");
    }

    @Nullable
    String customExpression(String name) {
        return expression(json.path("properties"), name);
    }

    private @Nullable String expression(JsonNode of, String property) {
        String text = text(of, property).strip();
        if (text.isEmpty()) {
            return null;
        }
        if (!text.startsWith("=")) {
            fault("notAnExpression", property + "=" + text);
        }
        return text.replaceFirst("^=\\s*", "");
    }

    @Nullable
    Pattern pattern() {
        String pattern = rule("pattern");
        try {
            return pattern.isEmpty() ? null : Pattern.compile(pattern);
        } catch (PatternSyntaxException e) {
            fault("badPattern", pattern);
            return null;
        }
    }
}
