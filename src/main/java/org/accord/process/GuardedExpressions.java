package org.accord.process;

import java.util.Map;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.impl.juel.jakarta.el.ValueExpression;

/**
 * Evaluates reviewed expressions only, against the beans given here and no others. Closes the class of faults of which
 * CVE-2026-109432 is one: an expression inside an {@code or()} query of the engine runs although both flags forbid it.
 */
class GuardedExpressions extends JuelExpressionManager {

    GuardedExpressions(Map<Object, Object> beans) {
        super(beans);
    }

    /** Everything passes here: models and queries through {@code createExpression}, decision tables directly. */
    @Override
    public ValueExpression createValueExpression(String text) {
        if (!ReviewedExpressions.allow(text)) {
            throw new ProcessEngineException("The expression " + text + " is not among those reviewed (ADR 0002).");
        }
        return super.createValueExpression(text);
    }
}
