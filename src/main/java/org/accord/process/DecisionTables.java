package org.accord.process;

import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.DecisionService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Asks decision tables, the newest version of each. */
@Component
class DecisionTables {

    private final ObjectProvider<DecisionService> decisions;

    DecisionTables(ObjectProvider<DecisionService> decisions) {
        this.decisions = decisions;
    }

    Map<String, Object> evaluate(String decision, Map<String, Object> facts) {
        DmnDecisionResult result = decisions
                .getObject()
                .evaluateDecisionByKey(decision)
                .variables(facts)
                .evaluate();
        if (result.isEmpty()) {
            throw new IllegalStateException("no row of the decision " + decision + " fits " + facts);
        }
        Map<String, Object> outputs = new LinkedHashMap<>();
        result.getFirstResult().getEntryMap().forEach((name, value) -> {
            if (value != null) {
                outputs.put(name, Facts.plain(name, value));
            }
        });
        return outputs;
    }
}
