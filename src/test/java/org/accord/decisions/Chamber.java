package org.accord.decisions;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.accord.core.Actor;
import org.accord.instance.Time;
import org.accord.process.Jobs;
import org.accord.process.TrialProcess;
import org.accord.testing.Answer;
import org.accord.testing.Caller;
import org.accord.testing.Hearing;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Where decisions are taken in these tests: silences and ballots opened over the API with the shipped models, whose
 * automatic steps run when they are told to.
 */
record Chamber(int port, ApplicationContext accord) {

    static final Map<String, String> WORDS = Map.of("en", "Not like this.", "ru", "Так нельзя.");
    static final Map<String, Object> QUESTION = Map.of(
            "questionEn",
            "Meet in May?",
            "questionRu",
            "Встретиться в мае?",
            "whoVotes",
            "NFP",
            "ballotRule",
            "simple",
            "quorum",
            "3",
            "secret",
            false);

    /** With the background work at rest, and the silence procedure as a process that the Chair opens by itself. */
    static Chamber open(int port, ApplicationContext accord) {
        accord.getBean(Jobs.class).stop();
        takeTheEnginesClock(accord);
        TrialProcess.deploy(
                accord,
                shipped(
                        "silence-procedure",
                        "silence-alone",
                        "</bpmn:documentation>",
                        "</bpmn:documentation><bpmn:extensionElements><camunda:properties>"
                                + "<camunda:property name=\"caseKind\" value=\"REV\" />"
                                + "<camunda:property name=\"starters\" value=\"CHAIR\" />"
                                + "</camunda:properties></bpmn:extensionElements>"));
        return new Chamber(port, accord);
    }

    /** A shipped model under another key, changed at one place. */
    static Map<String, byte[]> shipped(String model, String key, String text, String replacement) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (String ending : List.of(".bpmn", ".ru.json")) {
            String content = read("/bpmn/" + model + ending)
                    .replace(" id=\"" + model + "\"", " id=\"" + key + "\"")
                    .replace("processRef=\"" + model + "\"", "processRef=\"" + key + "\"")
                    .replace('"' + model + "\":", '"' + key + "\":");
            files.put(key + ending, content.replace(text, replacement).getBytes(StandardCharsets.UTF_8));
        }
        return files;
    }

    static String read(String resource) {
        try (InputStream in = Chamber.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The engine has one clock for the whole JVM: it follows the Accord whose clock was moved last, so this one's is. */
    static void takeTheEnginesClock(ApplicationContext accord) {
        Time time = accord.getBean(Time.class);
        time.moveTo(Actor.system("test"), time.instant().plusSeconds(1));
    }

    static void setTheEnginesClockBack() {
        ClockUtil.reset();
    }

    Caller as(String userName) {
        return Caller.as(port, userName);
    }

    void settle() {
        accord.getBean(Jobs.class).runDue();
    }

    void passTo(Instant moment) {
        accord.getBean(Time.class).moveTo(Actor.system("test"), moment);
    }

    Hearing begin(String userName, String process) {
        Answer opened = as(userName).post("/api/v1/cases", Map.of("process", process));
        if (opened.status() != 201) {
            throw new AssertionError(process + " was not opened: " + opened.body());
        }
        settle();
        return new Hearing(port, opened.json().path("key").asText());
    }

    void does(Hearing work, String userName, String element, Map<String, ?> data) {
        work.done(userName, element, data);
        settle();
    }

    /** A silence on a report that has begun; the id of its decision. */
    String silence(String... observers) {
        Hearing work = begin("chair", "silence-alone");
        observe(work.key(), observers);
        does(
                work,
                "chair",
                "proposeSilence",
                Map.of(
                        "documentType",
                        "report",
                        "textEn",
                        "The report.",
                        "textRu",
                        "Доклад.",
                        "bothLanguagesReleased",
                        true,
                        "urgencyAgreed",
                        false,
                        "procedureAccepted",
                        "accepted"));
        return work.key() + ".silence.1";
    }

    private void observe(String caseKey, String... observers) {
        for (String state : observers) {
            accord.getBean(JdbcClient.class)
                    .sql(
                            "update accord.case_participant set standing = 'OBSERVER' where case_key = :key and state = :state")
                    .param("key", caseKey)
                    .param("state", state)
                    .update();
        }
    }

    /** A ballot that has begun; the id of its decision. */
    String ballot(Map<String, ?> question, String... observers) {
        Hearing work = begin("chair", "ballot");
        observe(work.key(), observers);
        does(work, "chair", "putQuestion", question);
        return work.key() + ".question.1";
    }

    static Map<String, Object> question(String field, Object value) {
        Map<String, Object> question = new LinkedHashMap<>(QUESTION);
        question.put(field, value);
        return question;
    }

    static String caseOf(String decision) {
        return decision.substring(0, decision.indexOf('.'));
    }

    Answer says(Caller caller, String decision, Object... fieldsAndValues) {
        Map<String, Object> body = new LinkedHashMap<>();
        for (int i = 0; i < fieldsAndValues.length; i += 2) {
            body.put(fieldsAndValues[i].toString(), fieldsAndValues[i + 1]);
        }
        return caller.post("/api/v1/decisions/" + decision + "/positions", body);
    }

    JsonNode decision(String id) {
        return as("auditor").get("/api/v1/decisions/" + id).json();
    }

    /** The newest entries of the record first. */
    List<JsonNode> recorded(String caseKey, String action) {
        return as("auditor")
                .get("/api/v1/audit/entries?limit=100&case=" + caseKey + "&action=" + action)
                .items();
    }

    /** What may not change when something is refused: who decides, what stands, how it came out, and what was confirmed. */
    Map<String, Object> standing(String id) {
        JsonNode decision = decision(id);
        Map<String, Object> standing = new LinkedHashMap<>();
        for (String field : List.of("electorate", "status", "outcome", "deadline", "closed", "count", "text")) {
            standing.put(field, decision.path(field));
        }
        standing.put("statements that count", counting(id));
        for (String receipt : List.of("decision.positionNoted", "decision.voteCast", "task.completed")) {
            standing.put(receipt, recorded(caseOf(id), receipt).size());
        }
        return standing;
    }

    private long counting(String id) {
        return accord.getBean(JdbcClient.class)
                .sql("select count(*) from accord.decision_statement where decision_id = :id and counts")
                .param("id", id)
                .query(Long.class)
                .single();
    }
}
