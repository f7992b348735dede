package org.accord.forms;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with the files of one form, so that all of it can be told at once. */
final class LintFaults {

    private final String file;
    private final List<LintFault> found = new ArrayList<>();

    LintFaults(String file) {
        this.file = file;
    }

    void add(String field, String rule, Object value) {
        add(file, field, rule, value);
    }

    void add(String otherFile, String field, String rule, Object value) {
        found.add(new LintFault(otherFile, field, rule, String.valueOf(value)));
    }

    /** The JSON object of a file; null, and a fault, if it is none. */
    @Nullable
    JsonNode object(String ofFile, String text) {
        try {
            JsonNode json = JsonText.read(text);
            if (json.isObject()) {
                return json;
            }
            add(ofFile, "", "brokenJson", "not an object");
        } catch (JsonProcessingException e) {
            add(ofFile, "", "brokenJson", e.getOriginalMessage());
        }
        return null;
    }

    List<LintFault> all() {
        return List.copyOf(found);
    }
}
