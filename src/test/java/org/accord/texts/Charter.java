package org.accord.texts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.accord.testing.Answer;
import org.accord.testing.Caller;
import org.accord.testing.Hearing;

/** A case of the process {@code charter}: drafted, redrafted and translated in tasks that hold its text. */
record Charter(int port, Hearing tasks) {

    static final String DRAFT = "The States agree to meet yearly.\n\nThey share what they learn.";
    static final String DRAFT_RU = "Государства договариваются встречаться ежегодно.\n\nОни делятся опытом.";

    static Charter opened(int port) {
        Answer answer = Caller.as(port, "political-officer").post("/api/v1/cases", Map.of("process", "charter"));
        if (answer.status() != 201) {
            throw new AssertionError("no charter was opened: " + answer.body());
        }
        return new Charter(port, new Hearing(port, answer.json().path("key").asText()));
    }

    /** With its first version in both languages; waits to be redrafted. */
    static Charter drafted(int port) {
        Charter charter = opened(port);
        charter.tasks.done("political-officer", "draftCharter", Map.of("textEn", DRAFT, "textRu", DRAFT_RU));
        return charter;
    }

    String key() {
        return tasks.key();
    }

    String path() {
        return "/api/v1/cases/" + key() + "/texts";
    }

    Answer get(String userName, String below) {
        return Caller.as(port, userName).get(path() + below);
    }

    Answer revised(String userName, Map<String, ?> bodies) {
        return Caller.as(port, userName).post(path(), Map.of("bodies", bodies));
    }

    JsonNode newest() {
        JsonNode item = get("political-officer", "").items().get(0);
        return get("political-officer", "/" + item.path("number").asInt()).json();
    }
}
