package org.accord.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;

/** Puts the words of another language into a schema, in the places where it has English ones. */
final class SchemaTranslator {

    private final JsonNode words;

    private SchemaTranslator(JsonNode words) {
        this.words = words;
    }

    static Map<String, Object> translate(FormSource source, Locale locale) {
        JsonNode schema = JsonText.known(source.schema());
        String side = source.translations().get(locale.getLanguage());
        if (side != null) {
            new SchemaTranslator(JsonText.known(side)).components(schema, "");
        }
        return JsonText.map(schema);
    }

    private void components(JsonNode parent, String prefix) {
        for (JsonNode component : parent.path("components")) {
            if (component instanceof ObjectNode object) {
                component(object, prefix);
            }
        }
    }

    private void component(ObjectNode component, String prefix) {
        String name = component.has("key")
                ? prefix + component.path("key").asText()
                : component.path("id").asText();
        for (String property : new String[] {"label", "description", "text"}) {
            replace(component, property, name + "." + property);
        }
        replace(component, "dateLabel", name + ".label");
        replace(component, "timeLabel", name + ".label");
        for (JsonNode option : component.path("values")) {
            if (option instanceof ObjectNode object) {
                replace(
                        object,
                        "label",
                        name + ".options." + option.path("value").asText());
            }
        }
        String path = component.path("path").asText("");
        components(component, path.isEmpty() ? prefix : prefix + path + ".");
    }

    private void replace(ObjectNode object, String property, String key) {
        if (object.has(property) && words.hasNonNull(key)) {
            object.put(property, words.path(key).asText());
        }
    }
}
