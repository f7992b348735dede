package org.accord.process;

import java.util.Map;
import org.accord.process.ProcessModel.Trigger;
import org.accord.process.ProcessModel.Trigger.Type;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.EscalationEventDefinition;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.jspecify.annotations.Nullable;

/** Tells what an event waits for or throws. */
record TriggerReader(FlowNode node) {

    private static final Map<String, Type> TYPES = Map.of(
            "messageEventDefinition", Type.MESSAGE,
            "timerEventDefinition", Type.TIMER,
            "errorEventDefinition", Type.ERROR,
            "escalationEventDefinition", Type.ESCALATION,
            "compensateEventDefinition", Type.COMPENSATION,
            "terminateEventDefinition", Type.TERMINATE,
            "signalEventDefinition", Type.SIGNAL,
            "conditionalEventDefinition", Type.CONDITION,
            "linkEventDefinition", Type.LINK,
            "cancelEventDefinition", Type.CANCEL);

    Trigger read() {
        if (node instanceof ReceiveTask task) {
            return new Trigger(Type.MESSAGE, name(task.getMessage()));
        }
        return node.getChildElementsByType(EventDefinition.class).stream()
                .findFirst()
                .map(TriggerReader::trigger)
                .orElse(Trigger.NONE);
    }

    private static Trigger trigger(EventDefinition definition) {
        Type type = TYPES.getOrDefault(definition.getElementType().getTypeName(), Type.NONE);
        return new Trigger(type, reference(definition));
    }

    private static @Nullable String reference(EventDefinition definition) {
        if (definition instanceof MessageEventDefinition message) {
            return name(message.getMessage());
        }
        if (definition instanceof ErrorEventDefinition error) {
            return error.getError() == null ? null : error.getError().getErrorCode();
        }
        if (definition instanceof EscalationEventDefinition escalation) {
            return escalation.getEscalation() == null
                    ? null
                    : escalation.getEscalation().getEscalationCode();
        }
        return definition instanceof TimerEventDefinition timer ? text(timer) : null;
    }

    private static @Nullable String name(@Nullable Message message) {
        return message == null ? null : message.getName();
    }

    /** A date is the only timer we know; another kind is told by its name, so that the lint can show it. */
    private static @Nullable String text(TimerEventDefinition timer) {
        if (timer.getTimeDate() != null) {
            return timer.getTimeDate().getTextContent().strip();
        }
        if (timer.getTimeDuration() != null) {
            return "timeDuration " + timer.getTimeDuration().getTextContent().strip();
        }
        return timer.getTimeCycle() == null
                ? null
                : "timeCycle " + timer.getTimeCycle().getTextContent().strip();
    }
}
