package org.accord.process;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.accord.process.ModelLint.Subject;
import org.accord.process.ProcessModel.Association;
import org.accord.process.ProcessModel.Element;
import org.accord.process.ProcessModel.Flow;
import org.accord.process.ProcessModel.Kind;
import org.accord.process.ProcessModel.Marker;
import org.accord.process.ProcessModel.Trigger;

/** Everything can be reached from a start, and everything gets to an end. */
record ReachRules(Subject subject) {

    void check() {
        subject.model().elements().stream()
                .collect(Collectors.groupingBy(Element::scope))
                .values()
                .forEach(this::checkScope);
    }

    private void checkScope(List<Element> nodes) {
        Set<String> reached = closure(ids(nodes, ReachRules::starts), next(nodes));
        Set<String> ending = closure(ids(nodes, node -> node.is(Kind.END_EVENT)), before());
        for (Element node : nodes) {
            if (!reached.contains(node.id())) {
                subject.fault(node.id(), "unreachable", "");
            }
            if (!ending.contains(node.id()) && !standsAside(node)) {
                subject.fault(node.id(), "noWayToEnd", "");
            }
        }
    }

    private static boolean starts(Element node) {
        return node.is(Kind.START_EVENT) || node.has(Marker.EVENT_SUBPROCESS);
    }

    /** What runs beside the flow comes to no end of its own. */
    private static boolean standsAside(Element node) {
        return node.has(Marker.EVENT_SUBPROCESS) || node.has(Marker.FOR_COMPENSATION) || catchesCompensation(node);
    }

    private static boolean catchesCompensation(Element node) {
        return node.is(Kind.BOUNDARY_EVENT) && node.trigger().type() == Trigger.Type.COMPENSATION;
    }

    /** Ways on: along flows, from an activity to the events on its edge, from a compensation event to its handler. */
    private Function<String, Stream<String>> next(List<Element> nodes) {
        Map<String, List<String>> flows = subject.model().flows().stream()
                .collect(Collectors.groupingBy(Flow::source, Collectors.mapping(Flow::target, Collectors.toList())));
        Map<String, List<String>> edges = nodes.stream()
                .filter(node -> node.attachedTo() != null)
                .collect(Collectors.groupingBy(
                        Element::attachedTo, Collectors.mapping(Element::id, Collectors.toList())));
        Map<String, List<String>> handlers = subject.model().associations().stream()
                .collect(Collectors.groupingBy(
                        Association::source, Collectors.mapping(Association::target, Collectors.toList())));
        return id -> Stream.of(flows, edges, handlers).flatMap(ways -> ways.getOrDefault(id, List.of()).stream());
    }

    private Function<String, Stream<String>> before() {
        Map<String, List<String>> flows = subject.model().flows().stream()
                .collect(Collectors.groupingBy(Flow::target, Collectors.mapping(Flow::source, Collectors.toList())));
        return id -> flows.getOrDefault(id, List.of()).stream();
    }

    private static Collection<String> ids(List<Element> nodes, Predicate<Element> which) {
        return nodes.stream().filter(which).map(Element::id).toList();
    }

    private static Set<String> closure(Collection<String> from, Function<String, Stream<String>> next) {
        Set<String> found = new HashSet<>(from);
        Deque<String> open = new ArrayDeque<>(from);
        while (!open.isEmpty()) {
            next.apply(open.pop()).filter(found::add).forEach(open::push);
        }
        return found;
    }
}
