package org.accord.process;

import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.DecisionService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Asks a decision table with all facts of the process; each of its outputs becomes a fact of that name. */
@Component
class DecideStep implements ProcessStep {

    private final ObjectProvider<DecisionService> decisions;
    private final ApplicationEventPublisher events;

    DecideStep(ObjectProvider<DecisionService> decisions, ApplicationEventPublisher events) {
        this.decisions = decisions;
        this.events = events;
    }

    @Override
    public String name() {
        return "decide";
    }

    @Override
    public void run(StepContext context) {
        String decision = context.property("decision");
        Map<String, Object> outputs = evaluate(decision, ((StepDelegate.Context) context).facts());
        outputs.forEach(context::setFact);
        events.publishEvent(new ProcessEvent.Decided(
                context.actor(),
                context.caseKey(),
                context.processKey(),
                context.elementId(),
                decision,
                outputs,
                context.branch()));
    }

    private Map<String, Object> evaluate(String decision, Map<String, Object> facts) {
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
