package org.accord.process.expression;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;

/** The variables that Accord itself keeps in every process instance. */
public final class CaseVariables {

    public static final String CASE = "caseId";
    public static final String PARENT = "parentCase";
    public static final String OUTCOME = "outcome";
    public static final String STATE = "state";

    private CaseVariables() {}

    public static String caseKey(DelegateExecution execution) {
        return required(execution, CASE);
    }

    public static String required(DelegateExecution execution, String variable) {
        String value = text(execution, variable);
        if (value == null) {
            throw new IllegalStateException("%s of %s needs the variable %s"
                    .formatted(execution.getCurrentActivityId(), execution.getProcessDefinitionId(), variable));
        }
        return value;
    }

    public static @Nullable String text(DelegateExecution execution, String variable) {
        Object value = execution.getVariable(variable);
        return value == null ? null : value.toString();
    }
}
