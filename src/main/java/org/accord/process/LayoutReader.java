package org.accord.process;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.accord.process.Layout.Box;
import org.accord.process.Layout.Edge;
import org.accord.process.Layout.Point;
import org.accord.process.Layout.Shape;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnLabel;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.DiagramElement;
import org.jspecify.annotations.Nullable;

/** Reads the diagram interchange of a model. */
record LayoutReader(BpmnModelInstance instance) {

    Layout read() {
        Map<String, Shape> shapes = new LinkedHashMap<>();
        instance.getModelElementsByType(BpmnShape.class).stream()
                .filter(shape -> shape.getBounds() != null)
                .forEach(shape -> shapes.put(drawn(shape), shape(shape)));
        Map<String, Edge> edges = new LinkedHashMap<>();
        instance.getModelElementsByType(BpmnEdge.class).stream()
                .filter(edge -> edge.getWaypoints().size() > 1)
                .forEach(edge -> edges.put(drawn(edge), edge(edge)));
        return new Layout(shapes, edges);
    }

    /** The id as it stands there, for what it points to may be missing or of another kind. */
    private static String drawn(DiagramElement element) {
        String name = Objects.requireNonNullElse(element.getAttributeValue("bpmnElement"), "");
        return name.substring(name.indexOf(':') + 1);
    }

    private static Shape shape(BpmnShape shape) {
        return new Shape(
                box(shape.getBounds()),
                label(shape.getBpmnLabel()),
                flag(shape.getAttributeValue("isExpanded")),
                flag(shape.getAttributeValue("isHorizontal")));
    }

    private static Edge edge(BpmnEdge edge) {
        List<Point> points = edge.getWaypoints().stream()
                .map(point -> new Point(point.getX(), point.getY()))
                .toList();
        return new Edge(points, label(edge.getBpmnLabel()));
    }

    private static @Nullable Box label(@Nullable BpmnLabel label) {
        return label == null || label.getBounds() == null ? null : box(label.getBounds());
    }

    private static Box box(Bounds bounds) {
        return new Box(bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight());
    }

    /** Absent means yes: a pool lies, and a subprocess is open. */
    private static boolean flag(@Nullable String value) {
        return !"false".equals(value);
    }
}
