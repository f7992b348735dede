package org.accord.process.expression;

import java.util.List;
import java.util.function.Supplier;
import org.accord.process.OpenConditions;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** {@code conditions} in models: what must be met before work goes on, one task for each. */
public final class ConditionLists {

    private final Supplier<OpenConditions> conditions;

    public ConditionLists(Supplier<OpenConditions> conditions) {
        this.conditions = conditions;
    }

    public List<String> open(DelegateExecution execution) {
        return conditions.get().open(CaseVariables.caseKey(execution));
    }
}
