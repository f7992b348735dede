package org.accord.process;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import org.accord.process.ModelLint.Subject;
import org.accord.process.ProcessModel.Element;
import org.accord.process.ProcessModel.Kind;
import org.accord.process.ProcessModel.Trigger;
import org.camunda.bpm.model.bpmn.instance.BpmnModelElementInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.jspecify.annotations.Nullable;

/** Timers, messages, errors and escalations, and the calls of other processes. */
record EventRules(Subject subject) {

    /** The only timers: a rule of the deadline table, and the course of a decision (see {@link BallotRules}). */
    void check() {
        for (Element element : subject.model().elements()) {
            checkTrigger(element, element.trigger());
            if (element.is(Kind.CALL_ACTIVITY)) {
                checkCall(element);
            }
        }
    }

    private void checkTrigger(Element element, Trigger trigger) {
        String reference = Objects.requireNonNullElse(trigger.reference(), "");
        switch (trigger.type()) {
            case TIMER -> checkTimer(element, reference);
            case MESSAGE -> checkDeclared(element, reference, "messageNotDeclared");
            case ERROR -> checkDeclared(element, reference, "errorNotDeclared");
            case ESCALATION -> checkDeclared(element, reference, "escalationNotDeclared");
            default -> {
                // nothing to declare
            }
        }
    }

    private void checkDeclared(Element element, String reference, String rule) {
        if (reference.isBlank()) {
            subject.fault(element.id(), rule, "");
        }
    }

    private void checkTimer(Element element, String expression) {
        if (ReviewedExpressions.DECISION.matcher(expression).matches()) {
            return;
        }
        Matcher timer = ReviewedExpressions.DEADLINE.matcher(expression);
        if (!timer.matches()) {
            subject.fault(element.id(), "timerIsNoDeadline", expression);
        } else if (!subject.known().deadlines().contains(timer.group(1))) {
            subject.fault(element.id(), "unknownDeadline", timer.group(1));
        }
    }

    private void checkCall(Element call) {
        String called = Objects.requireNonNullElse(call.calls(), "");
        ProcessModel callee = subject.whole().models().get(called);
        if (callee == null && !subject.known().processes().contains(called)) {
            subject.fault(call.id(), "unknownProcess", called);
        }
        CallActivity activity = subject.instance().getModelElementById(call.id());
        Collection<CamundaIn> in = mappings(activity, CamundaIn.class);
        boolean all = in.stream().anyMatch(mapping -> mapping.getCamundaVariables() != null)
                || mappings(activity, CamundaOut.class).stream()
                        .anyMatch(mapping -> mapping.getCamundaVariables() != null);
        if (all) {
            subject.fault(call.id(), "callPassesAllVariables", "all");
        }
        if (callee != null && callee.caseKind().isEmpty()) {
            checkPassed(call, in, "caseId");
        }
        elementVariable(activity).ifPresent(variable -> checkPassed(call, in, variable));
    }

    private void checkPassed(Element call, Collection<CamundaIn> in, String variable) {
        if (in.stream().noneMatch(mapping -> variable.equals(mapping.getCamundaSource()))) {
            subject.fault(call.id(), "variableNotPassed", variable);
        }
    }

    static Optional<String> elementVariable(@Nullable CallActivity activity) {
        return activity != null && activity.getLoopCharacteristics() instanceof MultiInstanceLoopCharacteristics loop
                ? Optional.ofNullable(loop.getCamundaElementVariable())
                : Optional.empty();
    }

    static <T extends BpmnModelElementInstance> Collection<T> mappings(@Nullable CallActivity activity, Class<T> type) {
        return activity == null || activity.getExtensionElements() == null
                ? List.of()
                : activity.getExtensionElements()
                        .getElementsQuery()
                        .filterByType(type)
                        .list();
    }
}
