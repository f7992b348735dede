package org.accord.journeys;

import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is left of a case: the elements that the engine went through, and those that Accord's record names. */
@TestComponent
class Traces {

    private final HistoryService history;
    private final JdbcClient jdbc;

    Traces(HistoryService history, JdbcClient jdbc) {
        this.history = history;
        this.jdbc = jdbc;
    }

    /** {@code process/element} of all that was gone through to its end in the case, its own process or one inside it. */
    Set<String> passed(String caseKey) {
        Set<String> passed = new TreeSet<>();
        for (HistoricProcessInstance instance : history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(caseKey)
                .list()) {
            history.createHistoricActivityInstanceQuery().processInstanceId(instance.getId()).finished().list().stream()
                    .filter(Traces::isPassed)
                    .forEach(step -> passed.add(instance.getProcessDefinitionKey() + "/" + step.getActivityId()));
        }
        return passed;
    }

    /** An end that throws cancels its scope and itself with it. */
    private static boolean isPassed(HistoricActivityInstance step) {
        return !step.isCanceled() || step.getActivityType().endsWith("EndEvent");
    }

    /** {@code process/element} of every event that the record of the case has as passed. */
    Set<String> recorded(String caseKey) {
        return new TreeSet<>(
                jdbc.sql("""
                        select distinct concat(details ->> 'process', '/', details ->> 'element') from accord.audit_entry
                        where case_key = :key and action like '%.passed'
                        """).param("key", caseKey).query(String.class).list());
    }
}
