package org.accord.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Association;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.CompensateEventDefinition;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.ThrowEvent;

/** The events of a file that a case may or may not come through: ends, boundaries, catches, starts of event subprocesses. */
record WaysOfAModel(String process, String name, List<Way> ways) {

    /**
     * @param kind in words
     * @param proof id of the element whose passing shows that this one was reached: a compensation boundary is never
     *     passed itself, its handler is done
     */
    record Way(String id, String name, String kind, String proof) {

        boolean isPassedItself() {
            return proof.equals(id);
        }
    }

    String proof(Way way) {
        return process + "/" + way.proof();
    }

    static List<WaysOfAModel> all(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".bpmn"))
                    .sorted()
                    .map(WaysOfAModel::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static WaysOfAModel read(Path file) {
        BpmnModelInstance model = Bpmn.readModelFromFile(file.toFile());
        Process process = model.getModelElementsByType(Process.class).iterator().next();
        List<Way> ways = new ArrayList<>();
        for (Event event : model.getModelElementsByType(Event.class)) {
            if (mayBeMissed(event)) {
                ways.add(way(model, event));
            }
        }
        ways.sort(Comparator.comparing(Way::kind).thenComparing(Way::id));
        return new WaysOfAModel(process.getId(), process.getName(), ways);
    }

    private static boolean mayBeMissed(Event event) {
        return event instanceof EndEvent
                || event instanceof BoundaryEvent
                || event instanceof IntermediateCatchEvent
                || event instanceof StartEvent
                        && event.getParentElement() instanceof SubProcess scope
                        && scope.triggeredByEvent();
    }

    private static Way way(BpmnModelInstance model, Event event) {
        String proof = isCompensation(event) ? handler(model, event) : event.getId();
        String called = event.getName() == null || event.getName().isBlank() ? nameOf(model, proof) : event.getName();
        return new Way(event.getId(), called.replaceAll("\\s+", " "), kind(event), proof);
    }

    private static String nameOf(BpmnModelInstance model, String id) {
        FlowNode node = model.getModelElementById(id);
        return node.getName();
    }

    private static boolean isCompensation(Event event) {
        return event instanceof BoundaryEvent boundary
                && boundary.getEventDefinitions().stream().anyMatch(CompensateEventDefinition.class::isInstance);
    }

    private static String handler(BpmnModelInstance model, Event event) {
        return model.getModelElementsByType(Association.class).stream()
                .filter(line -> line.getSource().getId().equals(event.getId()))
                .map(line -> line.getTarget().getId())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(event.getId() + " has no handler"));
    }

    private static String kind(Event event) {
        String trigger = definitions(event).stream()
                .map(definition -> definition.getElementType().getTypeName().replace("EventDefinition", " "))
                .findFirst()
                .orElse("");
        String place = event instanceof EndEvent
                ? event.getParentElement() instanceof Process ? "end of the process" : "end"
                : event instanceof BoundaryEvent
                        ? "boundary"
                        : event instanceof StartEvent ? "start of an event subprocess" : "catch";
        return (trigger + place).replace("terminate end", "end").replace("compensate", "compensation");
    }

    private static List<EventDefinition> definitions(Event event) {
        return event instanceof CatchEvent caught
                ? List.copyOf(caught.getEventDefinitions())
                : List.copyOf(((ThrowEvent) event).getEventDefinitions());
    }
}
