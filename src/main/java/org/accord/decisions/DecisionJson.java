package org.accord.decisions;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.accord.core.LocalText;
import org.springframework.stereotype.Component;

/** What decisions keep as JSON. */
@Component
class DecisionJson {

    private final ObjectMapper json;

    DecisionJson(ObjectMapper json) {
        this.json = json;
    }

    String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("decisions hold plain values", e);
        }
    }

    LocalText text(String kept) {
        return new LocalText(words(kept));
    }

    Map<String, String> words(String kept) {
        try {
            return json.readValue(kept, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw unreadable(e);
        }
    }

    Terms terms(String kept) {
        return read(kept, Terms.class);
    }

    Count count(String kept) {
        return read(kept, Count.class);
    }

    private <T> T read(String kept, Class<T> type) {
        try {
            return json.readValue(kept, type);
        } catch (JsonProcessingException e) {
            throw unreadable(e);
        }
    }

    private static IllegalStateException unreadable(JsonProcessingException e) {
        return new IllegalStateException("decisions hold JSON", e);
    }
}
