package org.accord.process;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.accord.core.LocalText;
import org.accord.process.ProcessModel.Association;
import org.accord.process.ProcessModel.Band;
import org.accord.process.ProcessModel.Element;
import org.accord.process.ProcessModel.Flow;
import org.accord.process.ProcessModel.Kind;
import org.accord.process.ProcessModel.Marker;
import org.accord.process.ProcessModel.Note;
import org.accord.process.ProcessModel.Place;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.Participant;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TextAnnotation;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.jspecify.annotations.Nullable;

/** Turns the engine's view of a file into ours. */
final class ModelReader {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final BpmnModelInstance instance;
    private final Map<String, Map<String, String>> names;
    private final Map<String, Lane> lanes = new HashMap<>();
    private final List<Element> elements = new ArrayList<>();
    private final List<Flow> flows = new ArrayList<>();

    ModelReader(BpmnModelInstance instance, Map<String, Map<String, String>> names) {
        this.instance = instance;
        this.names = new TreeMap<>(names);
    }

    /** @throws IllegalArgumentException with what is wrong and where */
    static BpmnModelInstance parse(byte[] bpmn) {
        if (XmlScan.hasDocumentType(bpmn)) {
            throw new IllegalArgumentException("a document type is not allowed");
        }
        try {
            return Bpmn.readModelFromStream(new ByteArrayInputStream(bpmn));
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(reason(e), e);
        }
    }

    /** The names of a side file, in its order. */
    static Map<String, String> names(byte[] json) throws IOException {
        return JSON.readValue(json, new TypeReference<LinkedHashMap<String, String>>() {});
    }

    static String reason(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String message = cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : message.strip();
    }

    static List<Process> executable(BpmnModelInstance instance) {
        return instance.getModelElementsByType(Process.class).stream()
                .filter(Process::isExecutable)
                .toList();
    }

    ProcessModel read() {
        Process process = executable(instance).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no executable process"));
        all(Lane.class).forEach(lane -> lane.getFlowNodeRefs().forEach(node -> lanes.put(id(node), lane)));
        readScope(process, process.getFlowElements(), null);
        XmlScan scan = XmlScan.of(instance);
        return new ProcessModel(
                id(process),
                name(process, process.getName()),
                properties(process),
                elements,
                flows,
                notes(),
                associations(),
                bands(),
                messages(),
                scan.expressions(),
                scan.conditions(),
                new LayoutReader(instance).read());
    }

    private void readScope(BaseElement scope, Collection<FlowElement> content, @Nullable Lane around) {
        for (FlowElement child : content) {
            if (child instanceof SequenceFlow flow) {
                flows.add(flow(flow));
            } else if (child instanceof FlowNode node) {
                readNode(scope, node, around);
            }
        }
    }

    private void readNode(BaseElement scope, FlowNode node, @Nullable Lane around) {
        Lane lane = lanes.getOrDefault(id(node), around);
        Kind.of(node.getElementType().getTypeName())
                .ifPresent(kind -> elements.add(element(node, kind, place(scope, node, lane))));
        if (node instanceof SubProcess inner) {
            readScope(inner, inner.getFlowElements(), lane);
        }
    }

    private Element element(FlowNode node, Kind kind, Place place) {
        return new Element(
                id(node),
                kind,
                name(node, node.getName()),
                properties(node),
                place,
                new TriggerReader(node).read(),
                markers(node),
                node instanceof CallActivity call ? call.getCalledElement() : null);
    }

    private Place place(BaseElement scope, FlowNode node, @Nullable Lane lane) {
        return new Place(
                id(scope),
                lane == null ? null : id(lane),
                lane == null ? null : name(lane, lane.getName()),
                node instanceof BoundaryEvent event && event.getAttachedTo() != null
                        ? id(event.getAttachedTo())
                        : null);
    }

    private static Set<Marker> markers(FlowNode node) {
        Set<Marker> markers = EnumSet.noneOf(Marker.class);
        if (node instanceof Activity activity) {
            if (activity.getLoopCharacteristics() instanceof MultiInstanceLoopCharacteristics loop) {
                markers.add(loop.isSequential() ? Marker.SEQUENTIAL : Marker.PARALLEL);
            }
            if (activity.isForCompensation()) {
                markers.add(Marker.FOR_COMPENSATION);
            }
        }
        if (node instanceof SubProcess inner && inner.triggeredByEvent()) {
            markers.add(Marker.EVENT_SUBPROCESS);
        }
        if (node instanceof BoundaryEvent event && !event.cancelActivity()
                || node instanceof StartEvent start && !start.isInterrupting()) {
            markers.add(Marker.NOT_INTERRUPTING);
        }
        return markers;
    }

    private Flow flow(SequenceFlow flow) {
        var condition = flow.getConditionExpression();
        return new Flow(
                id(flow),
                id(flow.getSource()),
                id(flow.getTarget()),
                name(flow, flow.getName()),
                condition == null ? null : condition.getTextContent().strip(),
                condition == null ? null : condition.getLanguage(),
                id(flow).equals(flow.getSource().getAttributeValue("default")));
    }

    private List<Note> notes() {
        return all(TextAnnotation.class).stream()
                .map(note -> new Note(
                        id(note),
                        name(note, note.getText() == null ? "" : note.getText().getTextContent())))
                .toList();
    }

    private List<Association> associations() {
        return all(org.camunda.bpm.model.bpmn.instance.Association.class).stream()
                .filter(line -> line.getSource() != null && line.getTarget() != null)
                .map(line -> new Association(id(line), id(line.getSource()), id(line.getTarget())))
                .toList();
    }

    private List<Band> bands() {
        List<Band> bands = new ArrayList<>();
        all(Participant.class)
                .forEach(pool -> bands.add(new Band(id(pool), name(pool, pool.getName()), true, Set.of())));
        all(Lane.class)
                .forEach(lane -> bands.add(new Band(
                        id(lane),
                        name(lane, lane.getName()),
                        false,
                        lane.getFlowNodeRefs().stream().map(ModelReader::id).collect(Collectors.toSet()))));
        return bands;
    }

    private Map<String, LocalText> messages() {
        Map<String, LocalText> messages = new LinkedHashMap<>();
        all(Message.class).stream()
                .filter(message -> message.getName() != null)
                .forEach(message -> messages.put(message.getName(), name(message, message.getName())));
        return messages;
    }

    private LocalText name(BaseElement element, @Nullable String english) {
        Map<String, String> text = new LinkedHashMap<>();
        text.put("en", english == null ? "" : oneLine(english));
        names.forEach((language, byId) ->
                Optional.ofNullable(byId.get(id(element))).ifPresent(name -> text.put(language, oneLine(name))));
        return new LocalText(text);
    }

    private <T extends BaseElement> Collection<T> all(Class<T> type) {
        return instance.getModelElementsByType(type);
    }

    static Map<String, String> properties(BaseElement element) {
        Map<String, String> properties = new LinkedHashMap<>();
        if (element.getExtensionElements() != null) {
            element.getExtensionElements().getElementsQuery().filterByType(CamundaProperties.class).list().stream()
                    .flatMap(list -> list.getCamundaProperties().stream())
                    .forEach(property -> put(properties, property));
        }
        return properties;
    }

    private static void put(Map<String, String> properties, CamundaProperty property) {
        if (property.getCamundaName() != null && property.getCamundaValue() != null) {
            properties.put(property.getCamundaName(), property.getCamundaValue().strip());
        }
    }

    static String id(BaseElement element) {
        return element.getId() == null ? "" : element.getId();
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
