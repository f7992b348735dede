package org.accord.texts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.accord.core.CanonicalJson;
import org.accord.core.Digest;
import org.accord.testing.Answer;
import org.accord.testing.Caller;
import org.accord.testing.HttpTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Texts over HTTP: from tasks and written directly, read back, compared. */
@HttpTest
class TextApiTests {

    @LocalServerPort
    int port;

    @Test
    void aTaskThatHoldsATextMakesAVersionOfIt() {
        Charter charter = Charter.drafted(port);
        JsonNode version = charter.newest();
        assertThat(version.path("number").asInt()).isEqualTo(1);
        assertThat(version.path("symbol").asText()).isEqualTo(charter.key());
        assertThat(version.path("status").asText()).isEqualTo("draft");
        assertThat(version.path("by").asText()).isEqualTo("political-officer");
        assertThat(version.path("lockedBy").isNull()).isTrue();
        assertThat(version.path("bodies").path("en").asText()).isEqualTo(Charter.DRAFT);
        assertThat(version.path("bodies").path("ru").asText()).isEqualTo(Charter.DRAFT_RU);
        assertThat(version.path("digest").asText())
                .isEqualTo(Digest.of(CanonicalJson.of(Map.of("en", Charter.DRAFT, "ru", Charter.DRAFT_RU)))
                        .hex());
    }

    @Test
    void aTaskWithoutATextMakesNoVersion() {
        Charter charter = Charter.opened(port);
        charter.tasks().done("political-officer", "draftCharter", Map.of("note", "Nothing yet.", "textEn", ""));
        assertThat(charter.get("political-officer", "").items()).isEmpty();
    }

    @Test
    void aTaskInOneLanguageKeepsTheOther() {
        Charter charter = Charter.drafted(port);
        charter.tasks().done("consultant", "redraftCharter", Map.of());
        charter.tasks().done("translator", "translateCharter", Map.of("textRu", "Новый перевод."));
        JsonNode version = charter.newest();
        assertThat(version.path("symbol").asText()).isEqualTo(charter.key() + "/Rev.1");
        assertThat(version.path("bodies").path("en").asText()).isEqualTo(Charter.DRAFT);
        assertThat(version.path("bodies").path("ru").asText()).isEqualTo("Новый перевод.");
    }

    @Test
    void theNextTaskStartsFromTheNewestVersionAndTheSameTextIsNoNewOne() {
        Charter charter = Charter.drafted(port);
        JsonNode task = charter.tasks().task("consultant", "redraftCharter");
        JsonNode data = Caller.as(port, "consultant")
                .get("/api/v1/tasks/" + task.path("id").asText())
                .json()
                .path("data");
        assertThat(data.path("textEn").asText()).isEqualTo(Charter.DRAFT);
        assertThat(data.path("textRu").asText()).isEqualTo(Charter.DRAFT_RU);
        charter.tasks()
                .done("consultant", "redraftCharter", Map.of("textEn", Charter.DRAFT, "textRu", Charter.DRAFT_RU));
        assertThat(charter.get("consultant", "").items()).hasSize(1);
    }

    @Test
    void whoMaySeeTheTaskAndNotTheTextFindsItNeitherInTheFormNorInThePapers() {
        Charter charter = Charter.drafted(port);
        String open =
                charter.tasks().task("expert.1", "redraftCharter").path("id").asText();
        assertThat(Caller.as(port, "expert.1")
                        .get("/api/v1/tasks/" + open)
                        .json()
                        .path("data"))
                .isEmpty();
        charter.tasks().done("consultant", "redraftCharter", Map.of("note", "Shorter.", "textEn", "Secret words."));
        for (String reader : List.of("expert.1", "focal-point.kz", "programme-manager")) {
            assertThat(Caller.as(port, reader)
                            .get("/api/v1/tasks/" + open)
                            .json()
                            .path("data")
                            .toString())
                    .isEqualTo("{\"note\":\"Shorter.\"}");
        }
        assertThat(Caller.as(port, "consultant")
                        .get("/api/v1/tasks/" + open)
                        .json()
                        .path("data")
                        .path("textEn")
                        .asText())
                .isEqualTo("Secret words.");
    }

    @Test
    void aDrafterWritesAVersionDirectly() {
        Charter charter = Charter.opened(port);
        Answer first = charter.revised("consultant", Map.of("en", " First.\r\nSecond. "));
        assertThat(first.status()).isEqualTo(201);
        assertThat(first.header("Location")).isEqualTo(charter.path() + "/1");
        assertThat(Caller.as(port, "reviser").get(first.header("Location")).json())
                .isEqualTo(first.json());
        assertThat(first.json().path("bodies").path("en").asText()).isEqualTo("First.\nSecond.");
        assertThat(first.json().path("languages")).hasSize(1);
        Answer second = charter.revised("translator", Map.of("ru", "Первый."));
        assertThat(second.json().path("number").asInt()).isEqualTo(2);
        assertThat(charter.get("chair", "").items())
                .extracting(item -> item.path("symbol").asText())
                .containsExactly(charter.key() + "/Rev.1", charter.key());
        assertThat(charter.get("chair", "").items())
                .allMatch(item -> item.path("bodies").isMissingNode());
    }

    @Test
    void whatBreaksARuleIsNamed() {
        Charter charter = Charter.drafted(port);
        Map<String, Object> empty = new HashMap<>();
        empty.put("ru", null);
        assertThat(charter.revised("consultant", Map.of()).violations()).containsExactly("bodies:textEmpty");
        assertThat(charter.revised("consultant", empty).violations()).containsExactly("bodies.ru:textEmpty");
        assertThat(charter.revised("consultant", Map.of("en", " \n")).violations())
                .containsExactly("bodies.en:textEmpty");
        assertThat(charter.revised("consultant", Map.of("fr", "Texte")).violations())
                .containsExactly("bodies:unknownLanguage");
        assertThat(charter.revised("consultant", Map.of("en", "x".repeat(100_001)))
                        .violations())
                .containsExactly("bodies.en:textTooLong");
        assertThat(charter.revised("consultant", Map.of("en", "a\u0000b")).violations())
                .containsExactly("bodies.en:illegalCharacter");
        Answer same = charter.revised("consultant", Map.of("en", Charter.DRAFT));
        assertThat(same.status()).isEqualTo(409);
        assertThat(same.code()).isEqualTo("textUnchanged");
        assertThat(Caller.as(port, "consultant").post(charter.path(), Map.of()).violations())
                .containsExactly("bodies:textEmpty");
        assertThat(charter.get("consultant", "").items()).hasSize(1);
    }

    @Test
    void theTextOfAnEndedCaseIsNotWrittenOn() {
        Charter charter = Charter.drafted(port);
        charter.tasks().done("consultant", "redraftCharter", Map.of());
        charter.tasks().done("translator", "translateCharter", Map.of());
        Answer late = charter.revised("consultant", Map.of("en", "Late."));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.code()).isEqualTo("textOfEndedCase");
    }

    @Test
    void twoVersionsAreComparedInOneLanguage() {
        Charter charter = Charter.drafted(port);
        charter.revised("consultant", Map.of("en", Charter.DRAFT.replace("yearly", "every year")));
        JsonNode changed =
                charter.get("focal-point.kz", "/compare?from=1&to=2&lang=en").json();
        assertThat(changed.path("same").asBoolean()).isFalse();
        assertThat(changed.path("paragraphs").get(0).toString())
                .isEqualTo("[{\"change\":\"kept\",\"text\":\"The States agree to meet \"},"
                        + "{\"change\":\"deleted\",\"text\":\"yearly\"},"
                        + "{\"change\":\"inserted\",\"text\":\"every year\"},"
                        + "{\"change\":\"kept\",\"text\":\".\"}]");
        JsonNode same =
                charter.get("focal-point.kz", "/compare?from=1&to=2&lang=ru").json();
        assertThat(same.path("same").asBoolean()).isTrue();
        assertThat(same.path("paragraphs")).hasSize(2);
        assertThat(charter.get("focal-point.kz", "/compare?from=1&to=2&lang=fr").violations())
                .containsExactly("lang:unknownLanguage");
        assertThat(charter.get("focal-point.kz", "/compare?from=1&to=9&lang=en").code())
                .isEqualTo("noSuchText");
        assertThat(charter.get("focal-point.kz", "/compare?from=1&to=many&lang=en")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void theHistoryTellsOfTheTextWithoutItsWords() {
        Charter charter = Charter.drafted(port);
        JsonNode line = Caller.as(port, "chair").get("/api/v1/cases/" + charter.key() + "/history").items().stream()
                .filter(entry -> entry.path("action").asText().equals("text.revised"))
                .findFirst()
                .orElseThrow();
        assertThat(line.path("summary").asText()).isEqualTo("wrote version 1 of the text");
        assertThat(line.path("role").asText()).isEqualTo("PAO");
        assertThat(line.path("subject").asText()).isEqualTo("text:" + charter.key() + ":1");
        assertThat(line.path("details").path("languages")).hasSize(2);
        assertThat(line.path("details").path("digest").asText())
                .isEqualTo(charter.newest().path("digest").asText());
        assertThat(line.toString()).doesNotContain("yearly", "ежегодно");
    }
}
