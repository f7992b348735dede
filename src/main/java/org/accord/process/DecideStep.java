package org.accord.process;

import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Asks a decision table with all facts of the process; each of its outputs becomes a fact of that name. */
@Component
class DecideStep implements ProcessStep {

    private final DecisionTables tables;
    private final ApplicationEventPublisher events;

    DecideStep(DecisionTables tables, ApplicationEventPublisher events) {
        this.tables = tables;
        this.events = events;
    }

    @Override
    public String name() {
        return "decide";
    }

    @Override
    public void run(StepContext context) {
        String decision = context.property("decision");
        Map<String, Object> outputs = tables.evaluate(decision, ((StepDelegate.Context) context).facts());
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
}
