package org.accord.forms;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;

/** Reads JSON strictly: no key twice in an object, nothing after the end. */
final class JsonText {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private JsonText() {}

    static JsonNode read(String text) throws JsonProcessingException {
        return MAPPER.readTree(text);
    }

    /** For text that was read without fault before. */
    static JsonNode known(String text) {
        try {
            return read(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** Text as String, numbers as Integer, Long or BigDecimal, arrays as List, objects as Map. */
    static Object value(JsonNode json) {
        return MAPPER.convertValue(json, Object.class);
    }

    static Map<String, Object> map(JsonNode object) {
        return MAPPER.convertValue(object, new TypeReference<>() {});
    }
}
