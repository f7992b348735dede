package org.accord.process;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.accord.core.LocalText;
import org.jspecify.annotations.Nullable;

/**
 * One executable process as its file tells it, with its names in every language of the programme.
 *
 * @param properties the extension properties of the process itself
 * @param elements the flow nodes of all scopes, each scope before what it contains, in the order of the file
 * @param notes the text annotations
 * @param associations the dotted lines, among them those from a compensation event to its handler
 * @param bands the pool, if there is one, and the lanes
 * @param messages the names of the declared messages, by the message's name
 * @param expressions every value of the file with an expression for the engine in it, whole
 * @param conditions the FEEL conditions of the sequence flows
 */
record ProcessModel(
        String key,
        LocalText name,
        Map<String, String> properties,
        List<Element> elements,
        List<Flow> flows,
        List<Note> notes,
        List<Association> associations,
        List<Band> bands,
        Map<String, LocalText> messages,
        Set<String> expressions,
        Set<String> conditions,
        Layout layout) {

    ProcessModel {
        properties = inOrder(properties);
        elements = List.copyOf(elements);
        flows = List.copyOf(flows);
        notes = List.copyOf(notes);
        associations = List.copyOf(associations);
        bands = List.copyOf(bands);
        messages = inOrder(messages);
        expressions = Collections.unmodifiableSet(new LinkedHashSet<>(expressions));
        conditions = Collections.unmodifiableSet(new LinkedHashSet<>(conditions));
    }

    /**
     * Reads a model.
     *
     * @param names for each language but English the names by element id, as in the side files
     * @throws IllegalArgumentException if the file is not BPMN, has a document type, or has no process; the lint says
     *     all this in kinder words
     */
    static ProcessModel read(byte[] bpmn, Map<String, Map<String, String>> names) {
        return new ModelReader(ModelReader.parse(bpmn), names).read();
    }

    Optional<Element> element(String id) {
        return elements.stream().filter(element -> element.id().equals(id)).findFirst();
    }

    /** The letters of the case's key, if an instance is a case of its own. */
    Optional<String> caseKind() {
        return Optional.ofNullable(properties.get("caseKind"));
    }

    /** The roles that may start it by hand; none if it is only called. */
    List<String> starters() {
        return listed(properties.get("starters"));
    }

    /** What its cases are on the calendar, if they are meetings or workshops. */
    Optional<ProcessDefinition.Gathering> gathering() {
        return ProcessDefinition.Gathering.Kind.named(properties.get("gathering"))
                .map(kind -> new ProcessDefinition.Gathering(
                        kind, listed(properties.get("held")), listed(properties.get("off"))));
    }

    String reach() {
        return properties.getOrDefault("reach", "programme");
    }

    static List<String> listed(@Nullable String commaList) {
        return commaList == null
                ? List.of()
                : Stream.of(commaList.split(","))
                        .map(String::strip)
                        .filter(item -> !item.isEmpty())
                        .toList();
    }

    /** The items of a list in which a place may be empty. */
    static List<String> places(@Nullable String commaList) {
        return commaList == null
                ? List.of()
                : Stream.of(commaList.split(",", -1)).map(String::strip).toList();
    }

    private static <V> Map<String, V> inOrder(Map<String, V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    /**
     * A flow node.
     *
     * @param name in every language; the empty text if it has none
     * @param place where it stands
     * @param trigger what an event waits for or throws; nothing for activities and gateways but receive tasks
     * @param calls key of the process that a call activity calls
     */
    record Element(
            String id,
            Kind kind,
            LocalText name,
            Map<String, String> properties,
            Place place,
            Trigger trigger,
            Set<Marker> markers,
            @Nullable String calls) {

        Element {
            properties = inOrder(properties);
            markers = Set.copyOf(markers);
        }

        /** Id of the process or subprocess it is part of. */
        String scope() {
            return place.scope();
        }

        @Nullable
        String laneId() {
            return place.laneId();
        }

        @Nullable
        LocalText laneName() {
            return place.laneName();
        }

        /** Id of the activity on whose edge a boundary event sits. */
        @Nullable
        String attachedTo() {
            return place.attachedTo();
        }

        /** Name of the message it waits for or throws. */
        @Nullable
        String message() {
            return trigger.type() == Trigger.Type.MESSAGE ? trigger.reference() : null;
        }

        boolean isMultiInstance() {
            return has(Marker.PARALLEL) || has(Marker.SEQUENTIAL);
        }

        boolean isNamed() {
            return !name.in(java.util.Locale.ENGLISH).isBlank();
        }

        boolean has(Marker marker) {
            return markers.contains(marker);
        }

        boolean is(Kind... kinds) {
            return Set.of(kinds).contains(kind);
        }

        Optional<String> property(String key) {
            return Optional.ofNullable(properties.get(key)).filter(value -> !value.isBlank());
        }
    }

    /**
     * Where an element stands.
     *
     * @param scope id of the process or subprocess
     * @param laneId its own lane, or that of the subprocess around it
     */
    record Place(
            String scope,
            @Nullable String laneId,
            @Nullable LocalText laneName,
            @Nullable String attachedTo) {}

    /**
     * @param reference name of the message, code of the error or escalation, or the timer's expression; absent when the
     *     model leaves it out
     */
    record Trigger(Type type, @Nullable String reference) {

        static final Trigger NONE = new Trigger(Type.NONE, null);

        enum Type {
            NONE,
            MESSAGE,
            TIMER,
            ERROR,
            ESCALATION,
            COMPENSATION,
            TERMINATE,
            SIGNAL,
            CONDITION,
            LINK,
            CANCEL
        }
    }

    enum Marker {
        /** Multi-instance, all at once. */
        PARALLEL,
        /** Multi-instance, one after the other. */
        SEQUENTIAL,
        FOR_COMPENSATION,
        NOT_INTERRUPTING,
        /** A subprocess started by an event. */
        EVENT_SUBPROCESS
    }

    /**
     * A sequence flow.
     *
     * @param condition the text of its condition
     * @param language the language the condition names, if it names one
     */
    record Flow(
            String id,
            String source,
            String target,
            LocalText name,
            @Nullable String condition,
            @Nullable String language,
            boolean byDefault) {}

    record Note(String id, LocalText text) {}

    record Association(String id, String source, String target) {}

    /** A pool or a lane. */
    record Band(String id, LocalText name, boolean pool, Set<String> members) {

        Band {
            members = members.stream().collect(Collectors.toUnmodifiableSet());
        }
    }

    /** Kinds of flow node, by their names in BPMN. */
    enum Kind {
        START_EVENT("startEvent"),
        END_EVENT("endEvent"),
        CATCH_EVENT("intermediateCatchEvent"),
        THROW_EVENT("intermediateThrowEvent"),
        BOUNDARY_EVENT("boundaryEvent"),
        USER_TASK("userTask"),
        SERVICE_TASK("serviceTask"),
        SEND_TASK("sendTask"),
        RECEIVE_TASK("receiveTask"),
        BUSINESS_RULE_TASK("businessRuleTask"),
        SCRIPT_TASK("scriptTask"),
        MANUAL_TASK("manualTask"),
        TASK("task"),
        CALL_ACTIVITY("callActivity"),
        SUB_PROCESS("subProcess"),
        TRANSACTION("transaction"),
        EXCLUSIVE_GATEWAY("exclusiveGateway"),
        PARALLEL_GATEWAY("parallelGateway"),
        INCLUSIVE_GATEWAY("inclusiveGateway"),
        COMPLEX_GATEWAY("complexGateway"),
        EVENT_GATEWAY("eventBasedGateway");

        private final String type;

        Kind(String type) {
            this.type = type;
        }

        /** The name in BPMN, {@code userTask}. */
        String type() {
            return type;
        }

        boolean isEvent() {
            return type.endsWith("Event");
        }

        boolean isGateway() {
            return type.endsWith("Gateway");
        }

        boolean isScope() {
            return this == SUB_PROCESS || this == TRANSACTION;
        }

        /** Whether it is automatic work that one of our steps does. */
        boolean isStep() {
            return this == SERVICE_TASK || this == SEND_TASK || this == BUSINESS_RULE_TASK;
        }

        static Optional<Kind> of(String type) {
            return Stream.of(values()).filter(kind -> kind.type.equals(type)).findFirst();
        }
    }
}
