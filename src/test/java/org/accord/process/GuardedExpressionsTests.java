package org.accord.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.camunda.bpm.engine.ProcessEngineException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuardedExpressionsTests {

    private final GuardedExpressions expressions = new GuardedExpressions(Map.of());

    @ParameterizedTest
    @ValueSource(strings = {"${1 + 1}", "#{1 + 1}", "x ${step}", "${states.participating(execution).size()}"})
    void refusesWhatIsNotReviewedInModelsAndQueriesAndInDecisionTables(String text) {
        assertThatThrownBy(() -> expressions.createExpression(text))
                .isInstanceOf(ProcessEngineException.class)
                .hasMessageContaining("ADR 0002");
        assertThatThrownBy(() -> expressions.toElProvider().createExpression(text))
                .isInstanceOf(ProcessEngineException.class)
                .hasMessageContaining("ADR 0002");
    }

    @Test
    void takesReviewedExpressionsAndPlainText() {
        assertThat(expressions.createExpression("${step}").getExpressionText()).isEqualTo("${step}");
        String deadline = "${deadlines.at(execution,'review2')}";
        assertThat(expressions.createExpression(deadline).getExpressionText()).isEqualTo(deadline);
        assertThat(expressions.createExpression("plain").getExpressionText()).isEqualTo("plain");
    }
}
