package org.accord.process;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.accord.core.Actor;
import org.accord.process.expression.CaseVariables;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** {@code step} in models: runs the step that the element names. */
@Component
class StepDelegate implements JavaDelegate {

    private final ObjectProvider<ProcessStep> steps;
    private final EngineEvents events;

    StepDelegate(ObjectProvider<ProcessStep> steps, EngineEvents events) {
        this.steps = steps;
        this.events = events;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Context context = new Context(execution, properties(execution));
        String name = context.property("step");
        ProcessStep step = steps.stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no step is named " + name));
        step.run(context);
        events.passed(execution, "step");
    }

    List<String> names() {
        return steps.stream().map(ProcessStep::name).sorted().toList();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> properties(DelegateExecution execution) {
        Object kept = ((ExecutionEntity) execution).getActivity().getProperty(EngineParsing.PROPERTIES);
        return (Map<String, String>) kept;
    }

    record Context(DelegateExecution execution, Map<String, String> properties) implements StepContext {

        @Override
        public Actor actor() {
            return Acting.current();
        }

        @Override
        public String caseKey() {
            return CaseVariables.caseKey(execution);
        }

        @Override
        public String processKey() {
            return ((ExecutionEntity) execution).getProcessDefinition().getKey();
        }

        @Override
        public String elementId() {
            return execution.getCurrentActivityId();
        }

        @Override
        public String definitionId() {
            return execution.getProcessDefinitionId();
        }

        @Override
        public String instanceId() {
            return execution.getProcessInstanceId();
        }

        @Override
        public String property(String name) {
            return optionalProperty(name)
                    .orElseThrow(() -> new IllegalStateException(elementId() + " declares no property " + name));
        }

        @Override
        public Optional<String> optionalProperty(String name) {
            return Optional.ofNullable(properties.get(name));
        }

        @Override
        public Optional<String> fact(String name) {
            return Optional.ofNullable(CaseVariables.text(execution, name));
        }

        @Override
        public void setFact(String name, Object value) {
            execution.setVariable(name, Facts.plain(name, value));
        }

        @Override
        public RuntimeException businessError(String code) {
            return new BpmnError(code);
        }

        Map<String, Object> facts() {
            return execution.getVariables();
        }
    }
}
