package org.accord.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** A case of the process {@code hearing}, driven over the API like any other: each step is done by the post it waits for. */
public record Hearing(int port, String key) {

    public static final Map<String, Object> PAPER =
            Map.of("title", "Paper on borders", "meetingDay", "2026-12-07", "pillar", "II", "place", "KZ");

    public static Hearing opened(int port) {
        Answer answer = Caller.as(port, "programme-manager").post("/api/v1/cases", Map.of("process", "hearing"));
        if (answer.status() != 201) {
            throw new AssertionError("no hearing was opened: " + answer.body());
        }
        return new Hearing(port, answer.json().path("key").asText());
    }

    /** Waits for the first opinion of an expert. */
    public static Hearing withPaper(int port) {
        Hearing hearing = opened(port);
        hearing.done("programme-manager", "draftPaper", PAPER);
        return hearing;
    }

    /** Waits for each State and each of its agencies. */
    public static Hearing beforeStates(int port) {
        Hearing hearing = withPaper(port);
        hearing.done("expert.1", "writeOpinion", Map.of("remark", "Sound."));
        hearing.done("expert.2", "reviewOpinion", Map.of("remark", "Agreed."));
        return hearing;
    }

    public void done(String userName, String element, Map<String, ?> data) {
        Answer answer = complete(userName, task(userName, element), data);
        if (answer.status() != 200) {
            throw new AssertionError(userName + " could not do " + element + ": " + answer.body());
        }
    }

    public Answer complete(String userName, JsonNode task, Map<String, ?> data) {
        return Caller.as(port, userName)
                .post(
                        "/api/v1/tasks/" + task.path("id").asText() + "/complete",
                        Map.of("version", task.path("version").asInt(), "data", data));
    }

    /** The one open task of the element that the post sees in this case; of several, the one that it may do. */
    public JsonNode task(String userName, String element) {
        List<JsonNode> found = tasks(userName).stream()
                .filter(task -> task.path("element").asText().equals(element))
                .toList();
        if (found.size() > 1) {
            found = found.stream()
                    .filter(task -> !task.path("reason").asText().equals("reader"))
                    .toList();
        }
        if (found.size() != 1) {
            throw new AssertionError(userName + " sees " + found.size() + " tasks " + element + " in " + key);
        }
        return found.get(0);
    }

    /** The open tasks of this case that the post may see. */
    public List<JsonNode> tasks(String userName) {
        return Caller.as(port, userName)
                .get("/api/v1/tasks?view=all&limit=100&case=" + key)
                .items();
    }
}
