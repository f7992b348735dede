package org.accord.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.accord.testing.Answer;
import org.accord.testing.Caller;
import org.accord.testing.Hearing;
import org.accord.testing.HttpTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@HttpTest
class TaskApiTests {

    @LocalServerPort
    int port;

    private Caller as(String userName) {
        return Caller.as(port, userName);
    }

    @Test
    void anItemOfTheListTellsEverythingThatTheContractNames() {
        Hearing hearing = Hearing.withPaper(port);
        JsonNode item = hearing.task("expert.1", "writeOpinion");
        assertThat(List.of(
                        "id",
                        "version",
                        "name",
                        "caseKey",
                        "caseTitle",
                        "process",
                        "state",
                        "pillar",
                        "assignee",
                        "candidates",
                        "due",
                        "created",
                        "priority",
                        "form",
                        "reason"))
                .allMatch(item::has);
        assertThat(item.path("name").asText()).isEqualTo("Write an opinion");
        assertThat(item.path("caseKey").asText()).isEqualTo(hearing.key());
        assertThat(item.path("caseTitle").asText()).isEqualTo("Paper on borders");
        assertThat(item.path("process").asText()).isEqualTo("hearing");
        assertThat(item.path("reason").asText()).isEqualTo("role");
        assertThat(item.path("candidates").get(0).asText()).isEqualTo("EXP");
        assertThat(item.path("form").asText()).isEqualTo("remark@1");
        assertThat(Instant.parse(item.path("due").asText()))
                .isAfter(Instant.parse(item.path("created").asText()));
    }

    @Test
    void namesComeInTheLanguageAskedFor() {
        Hearing hearing = Hearing.opened(port);
        String path = "/api/v1/tasks/"
                + hearing.task("programme-manager", "draftPaper").path("id").asText();
        Caller manager = as("programme-manager");
        assertThat(manager.get(path + "?lang=ru").json().path("name").asText()).isEqualTo("Подготовить документ");
        assertThat(manager.with("Accept-Language", "ru")
                        .get(path)
                        .json()
                        .path("name")
                        .asText())
                .isEqualTo("Подготовить документ");
        assertThat(manager.with("Accept-Language", "de, ru;q=0.5")
                        .get(path)
                        .json()
                        .path("name")
                        .asText())
                .isEqualTo("Подготовить документ");
        assertThat(manager.with("Accept-Language", "ru")
                        .get(path + "?lang=en")
                        .json()
                        .path("name")
                        .asText())
                .isEqualTo("Draft the paper");
        assertThat(manager.get(path).header("Set-Cookie")).isEmpty();
    }

    @Test
    void oneTaskComesWithItsFormContextAndActions() {
        Hearing hearing = Hearing.withPaper(port);
        String path = "/api/v1/tasks/"
                + hearing.task("expert.1", "writeOpinion").path("id").asText();
        JsonNode task = as("expert.1").get(path).json();
        assertThat(task.path("schema").path("components").get(0).path("key").asText())
                .isEqualTo("remark");
        assertThat(task.path("context").path("caseDate").asText()).isEqualTo("2026-12-07");
        assertThat(task.path("context").path("pillar").asText()).isEqualTo("II");
        assertThat(task.path("actions").toString()).contains("claim", "complete", "draft");
        assertThat(as("programme-manager").get(path).json().path("actions")).isEmpty();
    }

    @Test
    void aTaskIsClaimedByOneAndReleased() {
        Hearing hearing = Hearing.withPaper(port);
        String path = "/api/v1/tasks/"
                + hearing.task("expert.1", "writeOpinion").path("id").asText();
        JsonNode claimed = as("expert.1").post(path + "/claim", Map.of()).json();
        assertThat(claimed.path("assignee").asText()).isEqualTo("expert.1");
        assertThat(claimed.path("version").asInt()).isEqualTo(2);
        Answer second = as("expert.2").post(path + "/claim", Map.of());
        assertThat(second.status()).isIn(404, 409);
        assertThat(as("expert.1")
                        .get("/api/v1/tasks?view=mine&case=" + hearing.key())
                        .items())
                .hasSize(1);
        assertThat(as("expert.1")
                        .post(path + "/claim", Map.of())
                        .json()
                        .path("version")
                        .asInt())
                .isEqualTo(2);
        JsonNode released = as("expert.1").post(path + "/release", Map.of()).json();
        assertThat(released.path("assignee").isNull()).isTrue();
        assertThat(as("expert.2").post(path + "/claim", Map.of()).status()).isEqualTo(200);
    }

    @Test
    void aHeldTaskIsRefusedToOthersOfTheRoleWithTheHoldersName() {
        Hearing hearing = Hearing.withPaper(port);
        String path = "/api/v1/tasks/"
                + hearing.task("expert.1", "writeOpinion").path("id").asText();
        as("expert.1").post(path + "/claim", Map.of());
        for (Answer answer : List.of(
                as("expert.2").post(path + "/claim", Map.of()),
                as("expert.2").post(path + "/release", Map.of()),
                as("expert.2").put(path + "/draft", Map.of("version", 2, "data", Map.of("remark", "mine"))),
                as("expert.2").post(path + "/complete", Map.of("version", 2, "data", Map.of("remark", "mine"))))) {
            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.code()).isEqualTo("taskHeldByAnother");
            assertThat(answer.json().path("detail").asText()).contains("expert.1");
            assertThat(answer.json().path("action").asText()).isNotBlank();
        }
    }

    @Test
    void completionAnswersWithTheTaskAndTheCallersNextTasks() {
        Hearing hearing = Hearing.opened(port);
        Answer answer =
                hearing.complete("programme-manager", hearing.task("programme-manager", "draftPaper"), Hearing.PAPER);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("task").path("status").asText()).isEqualTo("done");
        assertThat(answer.json().path("next")).isEmpty();
        Hearing second = Hearing.withPaper(port);
        Answer opinion =
                second.complete("expert.1", second.task("expert.1", "writeOpinion"), Map.of("remark", "Sound."));
        assertThat(opinion.json().path("next").get(0).path("name").asText()).isEqualTo("Review the opinion");
    }

    @Test
    void aDraftIsKeptUncheckedAndSeenByItsAuthorAlone() {
        Hearing hearing = Hearing.withPaper(port);
        String path = "/api/v1/tasks/"
                + hearing.task("expert.1", "writeOpinion").path("id").asText();
        Map<String, Object> odd = Map.of("remark", List.of("not", "text"), "unheardOf", 7);
        assertThat(as("expert.1")
                        .put(path + "/draft", Map.of("version", 1, "data", odd))
                        .status())
                .isEqualTo(200);
        JsonNode own = as("expert.1").get(path).json();
        assertThat(own.path("data").path("unheardOf").asInt()).isEqualTo(7);
        for (String other : List.of("expert.2", "auditor", "programme-manager")) {
            assertThat(as(other).get(path).body()).doesNotContain("unheardOf");
        }
    }

    @Test
    void aDraftThatWasNotTakenStandsBesideWhatWasHandedIn() {
        Hearing hearing = Hearing.withPaper(port);
        JsonNode task = hearing.task("expert.1", "writeOpinion");
        String path = "/api/v1/tasks/" + task.path("id").asText();
        as("expert.2").put(path + "/draft", Map.of("version", 1, "data", Map.of("remark", "the loser's words")));
        hearing.done("expert.1", "writeOpinion", Map.of("remark", "the winner's words"));
        JsonNode seen = as("expert.2").get(path).json();
        assertThat(seen.path("status").asText()).isEqualTo("done");
        assertThat(seen.path("data").path("remark").asText()).isEqualTo("the winner's words");
        assertThat(seen.path("draft").path("remark").asText()).isEqualTo("the loser's words");
        assertThat(seen.path("actions")).isEmpty();
    }

    @Test
    void filtersNarrowByCaseProcessStateDeadlineAndWords() {
        Hearing hearing = Hearing.beforeStates(port);
        Caller political = as("political-officer");
        String ofCase = "/api/v1/tasks?view=all&limit=100&case=" + hearing.key();
        assertThat(political.get(ofCase).items()).hasSize(25);
        assertThat(political.get(ofCase + "&state=KG").items())
                .hasSize(5)
                .allMatch(task -> task.path("state").asText().equals("KG"));
        assertThat(political.get(ofCase + "&process=hearing").items()).hasSize(25);
        assertThat(political.get(ofCase + "&process=memo").items()).isEmpty();
        assertThat(political.get(ofCase + "&q=national%20POSITION").items()).hasSize(5);
        assertThat(political
                        .get(ofCase + "&q=%D0%B2%D0%B5%D0%B4%D0%BE%D0%BC%D1%81%D1%82%D0%B2%D0%B0")
                        .items())
                .hasSize(20);
        assertThat(political.get(ofCase + "&q=%25").items()).isEmpty();
        String due =
                hearing.task("focal-point.kz", "nationalPosition").path("due").asText();
        assertThat(political.get(ofCase + "&due-before=" + due).items()).hasSize(20);
    }

    @Test
    void countsAreOfTheViewAndNotCappedWhenFew() {
        Hearing hearing = Hearing.withPaper(port);
        int before = as("expert.1")
                .get("/api/v1/tasks/count?view=mine")
                .json()
                .path("count")
                .asInt();
        String id = hearing.task("expert.1", "writeOpinion").path("id").asText();
        as("expert.1").post("/api/v1/tasks/" + id + "/claim", Map.of());
        JsonNode after = as("expert.1").get("/api/v1/tasks/count?view=mine").json();
        assertThat(after.path("count").asInt()).isEqualTo(before + 1);
        assertThat(after.path("capped").asBoolean()).isFalse();
    }

    @Test
    void auditorsAndDonorsHaveNoTasksOfTheirRoleHere() {
        Hearing.withPaper(port);
        assertThat(as("auditor").get("/api/v1/tasks?view=group").items()).isEmpty();
        assertThat(as("auditor")
                        .get("/api/v1/tasks/count?view=group")
                        .json()
                        .path("count")
                        .asInt())
                .isZero();
    }
}
