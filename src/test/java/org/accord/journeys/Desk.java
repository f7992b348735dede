package org.accord.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.accord.core.Actor;
import org.accord.core.Scope;
import org.accord.decisions.Decisions;
import org.accord.decisions.Statement;
import org.accord.process.AwaitedMessage;
import org.accord.process.Processes;
import org.accord.tasks.TaskEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Where tasks are done and news is told. Forms are left out: what they would tell is handed on as if checked. */
@TestComponent
class Desk {

    private static final Set<String> BALLOT_FIELDS = Set.of("position", "textEn", "textRu");

    private final People people;
    private final Decisions decisions;
    private final Processes processes;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher events;
    private final ObjectMapper json;

    Desk(
            People people,
            Decisions decisions,
            Processes processes,
            JdbcClient jdbc,
            TransactionTemplate transactions,
            ApplicationEventPublisher events,
            ObjectMapper json) {
        this.people = people;
        this.decisions = decisions;
        this.processes = processes;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.events = events;
        this.json = json;
    }

    /** A task that waits in the inbox. */
    record Waiting(
            String id,
            String caseKey,
            String definition,
            String element,
            String form,
            String role,
            Scope scope,
            boolean confidential,
            @Nullable String holder,
            @Nullable String ballot,
            List<String> text,
            Map<String, String> facts,
            Map<String, String> caseFields) {}

    List<Waiting> waiting(String caseKey) {
        return jdbc.sql(
                        "select * from accord.task_inbox where case_key = :key and status = 'OPEN' order by opened, task_id")
                .param("key", caseKey)
                .query((row, number) -> new Waiting(
                        row.getString("task_id"),
                        row.getString("case_key"),
                        row.getString("definition_id"),
                        row.getString("element_id"),
                        row.getString("form_key"),
                        row.getString("role"),
                        new Scope(row.getString("state"), row.getString("organisation"), row.getString("pillar")),
                        row.getBoolean("confidential"),
                        row.getString("assignee"),
                        row.getString("ballot"),
                        List.of((String[]) row.getArray("text_fields").getArray()),
                        names(row.getString("facts")),
                        names(row.getString("case_fields"))))
                .list();
    }

    private Map<String, String> names(String kept) {
        try {
            return json.readValue(kept, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Does the task as its form would tell it, with the fields given; each must be a fact or a field of the case. */
    void does(Waiting task, Map<String, ?> given) {
        Map<String, Object> told = new LinkedHashMap<>(given);
        task.text().stream()
                .filter(field -> !field.isBlank())
                .forEach(field -> told.putIfAbsent(field, "Text " + task.id() + " of " + field));
        assertThat(told.keySet())
                .as("facts of %s", task.element())
                .allMatch(field -> task.facts().containsKey(field)
                        || fieldsOf(task).contains(field)
                        || task.text().contains(field)
                        || task.ballot() != null && BALLOT_FIELDS.contains(field));
        Actor actor = task.holder() == null ? people.holder(task.role(), task.scope()) : Actor.person(task.holder());
        transactions.executeWithoutResult(status -> {
            events.publishEvent(completed(actor, task, told));
            jdbc.sql("update accord.task_inbox set status = 'DONE', closed = opened where task_id = :id")
                    .param("id", task.id())
                    .update();
            processes.completeTask(actor, task.id(), picked(task.facts(), told));
        });
    }

    private static List<String> fieldsOf(Waiting task) {
        return task.caseFields().values().stream()
                .flatMap(fields -> Stream.of(fields.split(",")))
                .toList();
    }

    private static String first(String fields) {
        return fields.split(",")[0];
    }

    private TaskEvent.Completed completed(Actor actor, Waiting task, Map<String, ?> told) {
        Map<String, Object> ofCase = new LinkedHashMap<>();
        task.caseFields().forEach((name, fields) -> putIfTold(ofCase, name, told.get(first(fields))));
        return new TaskEvent.Completed(
                actor,
                people.capacity(actor, task.role(), task.scope()),
                new TaskEvent.Concerned(
                        task.id(),
                        task.caseKey(),
                        task.definition(),
                        task.element(),
                        task.scope(),
                        task.confidential()),
                ofCase,
                new TaskEvent.Told(task.ballot(), task.text(), told),
                task.form(),
                "",
                0,
                Map.of());
    }

    private static Map<String, Object> picked(Map<String, String> variableByField, Map<String, ?> told) {
        Map<String, Object> facts = new LinkedHashMap<>();
        variableByField.forEach((field, variable) -> putIfTold(facts, variable, told.get(field)));
        return facts;
    }

    private static void putIfTold(Map<String, Object> facts, String name, @Nullable Object value) {
        if (value != null) {
            facts.put(name, value);
        }
    }

    /** The State says something in the newest silence of the case. */
    void says(String caseKey, String state, String position) {
        Actor speaker = people.holder("NFP", Scope.ofState(state));
        decisions.state(
                speaker,
                caseKey + ".silence",
                new Statement(
                        position,
                        position.equals("correction") ? Map.of("en", "A comma.", "ru", "Запятая.") : Map.of(),
                        null));
    }

    /** Reports what the case waits for. */
    void reports(String caseKey, String name, @Nullable String state, Map<String, ?> told) {
        AwaitedMessage message = people.awaited(caseKey, name, state);
        Actor reporter = people.reporter(caseKey, message);
        transactions.executeWithoutResult(
                status -> processes.deliver(reporter, message, picked(message.facts(), told)));
    }

    List<String> allWaiting(String caseKey) {
        return waiting(caseKey).stream().map(Waiting::element).distinct().toList();
    }

    static Map<String, Object> with(Object... fieldsAndValues) {
        Map<String, Object> told = new LinkedHashMap<>();
        for (int i = 0; i < fieldsAndValues.length; i += 2) {
            told.put(fieldsAndValues[i].toString(), fieldsAndValues[i + 1]);
        }
        assertThat(told).as(Arrays.toString(fieldsAndValues)).hasSize(fieldsAndValues.length / 2);
        return told;
    }
}
