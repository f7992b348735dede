package org.accord.forms;

import java.util.HashMap;
import java.util.Map;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;

/** The expressions of the engine that Accord has on board. */
class CamundaFeel implements Feel {

    private final FeelEngineApi engine = FeelEngineBuilder.forJava().build();

    @Override
    public Object evaluate(String expression, Map<String, ?> context) {
        EvaluationResult result = engine.evaluateExpression(expression, new HashMap<String, Object>(context));
        return result.isSuccess() ? result.result() : null;
    }

    @Override
    public String fault(String expression) {
        ParseResult result = engine.parseExpression(expression);
        return result.isSuccess() ? null : result.failure().message();
    }
}
