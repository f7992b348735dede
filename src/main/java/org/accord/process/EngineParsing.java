package org.accord.process;

import java.util.Map;
import org.accord.forms.Feel;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.stereotype.Component;

/** Gives the extension properties of our models their meaning while the engine parses them. */
@Component
class EngineParsing extends AbstractBpmnParseListener {

    static final String PROPERTIES = "accord.properties";

    private static final String UNTRIGGERED = "event";

    private final EngineEvents events;
    private final Feel feel;

    EngineParsing(EngineEvents events, Feel feel) {
        this.events = events;
        this.feel = feel;
    }

    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity process) {
        process.addListener(ExecutionListener.EVENTNAME_START, (ExecutionListener) events::started);
        process.addListener(ExecutionListener.EVENTNAME_END, (ExecutionListener) events::ended);
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        TaskDeclaration declaration = TaskDeclaration.of(activity.getId(), ModelProperties.of(element));
        TaskDefinition task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        listen(task, TaskListener.EVENTNAME_CREATE, opened -> events.opened(opened, declaration));
        listen(task, TaskListener.EVENTNAME_COMPLETE, done -> events.completing(done, declaration));
        listen(task, TaskListener.EVENTNAME_DELETE, gone -> events.withdrawn(gone, declaration));
    }

    private static void listen(TaskDefinition task, String event, TaskListener listener) {
        task.addBuiltInTaskListener(event, listener);
    }

    @Override
    public void parseServiceTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        keepProperties(element, activity);
    }

    @Override
    public void parseBusinessRuleTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        keepProperties(element, activity);
    }

    @Override
    public void parseSendTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        keepProperties(element, activity);
    }

    private static void keepProperties(Element element, ActivityImpl activity) {
        activity.setProperty(PROPERTIES, Map.copyOf(ModelProperties.of(element)));
    }

    @Override
    public void parseSequenceFlow(Element element, ScopeImpl scope, TransitionImpl transition) {
        Element condition = element.element("conditionExpression");
        if (condition == null) {
            return;
        }
        if (!"feel".equals(condition.attribute("language"))) {
            throw new IllegalArgumentException("the condition of " + transition.getId() + " is not in FEEL");
        }
        String expression = condition.getText().strip();
        String fault = feel.fault(expression);
        if (fault != null) {
            throw new IllegalArgumentException("the condition of " + transition.getId() + " is not FEEL: " + fault);
        }
        transition.setProperty(BpmnParse.PROPERTYNAME_CONDITION, new FeelCondition(feel, expression));
    }

    @Override
    public void parseEndEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
        if (scope instanceof ProcessDefinitionEntity) {
            activity.addListener(ExecutionListener.EVENTNAME_START, (ExecutionListener) events::outcome);
        }
        tell(activity, "end");
    }

    @Override
    public void parseStartEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
        String kind = kind(element);
        if (!kind.equals(UNTRIGGERED)) {
            tell(activity, kind);
        }
    }

    @Override
    public void parseBoundaryEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
        tell(activity, kind(element));
    }

    @Override
    public void parseIntermediateCatchEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
        activity.addListener(ExecutionListener.EVENTNAME_END, (ExecutionListener)
                execution -> events.passed(execution, kind(element)));
    }

    @Override
    public void parseIntermediateThrowEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
        tell(activity, kind(element));
    }

    private void tell(ActivityImpl activity, String kind) {
        activity.addListener(
                ExecutionListener.EVENTNAME_START, (ExecutionListener) execution -> events.passed(execution, kind));
    }

    private static String kind(Element element) {
        for (String kind : new String[] {"timer", "message", "error", "escalation", "compensate", "signal"}) {
            if (element.element(kind + "EventDefinition") != null) {
                return kind;
            }
        }
        return UNTRIGGERED;
    }
}
