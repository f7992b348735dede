package org.accord.process;

import org.accord.forms.Feel;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.Condition;

/** The condition of a sequence flow, in FEEL; true only if it is exactly true. */
class FeelCondition implements Condition {

    private static final long serialVersionUID = 1L;

    private final transient Feel feel;
    private final String expression;

    FeelCondition(Feel feel, String expression) {
        this.feel = feel;
        this.expression = expression;
    }

    @Override
    public boolean evaluate(DelegateExecution execution) {
        return evaluate(execution, execution);
    }

    @Override
    public boolean evaluate(VariableScope scope, DelegateExecution execution) {
        return Boolean.TRUE.equals(feel.evaluate(expression, scope.getVariables()));
    }

    @Override
    public boolean tryEvaluate(VariableScope scope, DelegateExecution execution) {
        return evaluate(scope, execution);
    }
}
