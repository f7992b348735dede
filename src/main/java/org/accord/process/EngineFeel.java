package org.accord.process;

import java.util.Map;
import java.util.TreeMap;
import org.accord.forms.Feel;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** FEEL as the engine evaluates it, for gateways and for the conditions of forms. An unset variable is null. */
@Component
class EngineFeel implements Feel {

    private final FeelEngineApi engine = FeelEngineBuilder.forJava().build();

    @Override
    public @Nullable Object evaluate(String expression, Map<String, ? extends @Nullable Object> context) {
        EvaluationResult result = engine.evaluateExpression(expression, new TreeMap<String, Object>(context));
        return result.isFailure() ? null : result.result();
    }

    @Override
    public @Nullable String fault(String expression) {
        ParseResult parsed = engine.parseExpression(expression);
        return parsed.isFailure() ? parsed.failure().message() : null;
    }
}
