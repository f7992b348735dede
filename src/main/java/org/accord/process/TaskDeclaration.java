package org.accord.process;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.accord.core.Scope;
import org.accord.process.expression.CaseVariables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;

/** A user task as its model declares it: its rules, and which variables say where it belongs. */
record TaskDeclaration(
        TaskRules rules,
        @Nullable String stateVariable,
        @Nullable String organisationVariable,
        @Nullable String pillarVariable,
        @Nullable String holderVariable,
        @Nullable String itemVariable) {

    private static final int ORDINARY_PRIORITY = 50;
    private static final Map<String, String> CASE_FIELDS = Map.of(
            "caseTitle",
            "title",
            "caseState",
            "state",
            "casePillar",
            "pillar",
            "caseInitiative",
            "initiative",
            "caseDate",
            "date",
            "caseLastDate",
            "lastDate");

    static TaskDeclaration of(String elementId, Map<String, String> properties) {
        String role = properties.get("role");
        String form = properties.get("form");
        if (role == null || form == null) {
            throw new IllegalArgumentException("user task " + elementId + " declares no role or no form");
        }
        return new TaskDeclaration(
                new TaskRules(
                        role,
                        form,
                        properties.get("due"),
                        Boolean.parseBoolean(properties.get("confidential")),
                        ProcessModel.listed(properties.get("notSameAs")),
                        properties.get("ballot"),
                        ProcessModel.places(properties.get("text")),
                        properties.get("subject"),
                        properties.get("authority"),
                        facts(ProcessModel.listed(properties.get("facts"))),
                        caseFields(properties),
                        Integer.parseInt(properties.getOrDefault("priority", "" + ORDINARY_PRIORITY))),
                properties.get("state"),
                properties.get("organisation"),
                properties.get("pillar"),
                properties.get("holder"),
                properties.get("item"));
    }

    Scope scope(DelegateExecution execution) {
        return scope(variable -> CaseVariables.text(execution, variable));
    }

    Scope scope(Function<String, @Nullable String> variables) {
        return new Scope(
                read(variables, stateVariable), read(variables, organisationVariable), read(variables, pillarVariable));
    }

    /** The post that holds the task from the beginning, if the model names the variable that says so. */
    @Nullable
    String holder(Function<String, @Nullable String> variables) {
        return read(variables, holderVariable);
    }

    /** For which of a list of things the task is there, if the model names the variable that says so. */
    @Nullable
    String item(Function<String, @Nullable String> variables) {
        return read(variables, itemVariable);
    }

    /** Whether each variable that the model names has a value, as it must when the task opens. */
    void requireScope(DelegateExecution execution) {
        for (String variable :
                new String[] {stateVariable, organisationVariable, pillarVariable, holderVariable, itemVariable}) {
            if (variable != null) {
                CaseVariables.required(execution, variable);
            }
        }
    }

    private static @Nullable String read(Function<String, @Nullable String> variables, @Nullable String variable) {
        return variable == null ? null : variables.apply(variable);
    }

    /** {@code field} or {@code field>variable}. */
    static Map<String, String> facts(List<String> declared) {
        Map<String, String> facts = new LinkedHashMap<>();
        for (String fact : declared) {
            int arrow = fact.indexOf('>');
            facts.put(
                    arrow < 0 ? fact : fact.substring(0, arrow).strip(),
                    arrow < 0 ? fact : fact.substring(arrow + 1).strip());
        }
        return facts;
    }

    private static Map<String, String> caseFields(Map<String, String> properties) {
        Map<String, String> fields = new LinkedHashMap<>();
        CASE_FIELDS.forEach((property, field) -> {
            String formField = properties.get(property);
            if (formField != null) {
                fields.put(field, formField);
            }
        });
        return fields;
    }
}
