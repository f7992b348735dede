package org.accord.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.StreamSupport;

/** What a server answered. */
public record Answer(HttpResponse<String> response) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public int status() {
        return response.statusCode();
    }

    public String body() {
        return response.body();
    }

    /** A header's first value; empty if there is none. */
    public String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    public JsonNode json() {
        try {
            return JSON.readTree(response.body());
        } catch (JsonProcessingException e) {
            throw new AssertionError(status() + " is not JSON: " + response.body(), e);
        }
    }

    public List<JsonNode> items() {
        return StreamSupport.stream(json().path("items").spliterator(), false).toList();
    }

    /** {@code field:code} of each violation. */
    public List<String> violations() {
        return StreamSupport.stream(json().path("violations").spliterator(), false)
                .map(violation -> violation.path("field").asText() + ":"
                        + violation.path("code").asText())
                .toList();
    }

    public String code() {
        return json().path("code").asText();
    }
}
