package org.accord.substitutions;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.accord.testing.Answer;
import org.accord.testing.Caller;

/** An absence in the words of a test. */
public record Absence(int port, Map<String, Object> asked) {

    public static Absence of(int port, String principal, String substitute, LocalDate from, LocalDate until) {
        Map<String, Object> asked = new HashMap<>();
        asked.put("principal", principal);
        asked.put("substitute", substitute);
        asked.put("from", from.toString());
        asked.put("until", until.toString());
        return new Absence(port, asked);
    }

    Absence with(String field, Object value) {
        Map<String, Object> more = new HashMap<>(asked);
        more.put(field, value);
        return new Absence(port, more);
    }

    Absence inRoles(String... roles) {
        return with("roles", List.of(roles));
    }

    Absence inProcesses(String... processes) {
        return with("processes", List.of(processes));
    }

    Answer proposedBy(String userName) {
        return Caller.as(port, userName).post("/api/v1/substitutions", asked);
    }

    /** Proposed by the principal; its identifier. */
    String proposed() {
        Answer answer = proposedBy(asked.get("principal").toString());
        if (answer.status() != 201) {
            throw new AssertionError("not proposed: " + answer.body());
        }
        return answer.json().path("id").asText();
    }

    public String approvedBy(String userName) {
        String id = proposed();
        Answer answer = act(port, userName, id, "approve");
        if (answer.status() != 200) {
            throw new AssertionError("not approved: " + answer.body());
        }
        return id;
    }

    static Answer act(int port, String userName, String id, String act) {
        return Caller.as(port, userName).post("/api/v1/substitutions/" + id + "/" + act, Map.of());
    }
}
