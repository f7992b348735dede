package org.accord.process;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.accord.process.Layout.Box;
import org.accord.process.Layout.Edge;
import org.accord.process.Layout.Point;
import org.accord.process.Layout.Shape;
import org.accord.process.ProcessModel.Association;
import org.accord.process.ProcessModel.Band;
import org.accord.process.ProcessModel.Element;
import org.accord.process.ProcessModel.Flow;
import org.accord.process.ProcessModel.Kind;
import org.accord.process.ProcessModel.Marker;
import org.accord.process.ProcessModel.Note;
import org.jspecify.annotations.Nullable;

/**
 * Draws a process as its own diagram interchange lays it out: SVG with one {@code <g id="elementId">} for each element,
 * without scripts and styles. The same model, language and marks give the same text.
 */
final class ProcessDiagram {

    /**
     * What an element is marked with: a class, and a sign for those who see no colours.
     *
     * @param line a colour with contrast enough for the sign
     */
    record Mark(String cssClass, String sign, String line, String fill) {

        static final Mark ACTIVE = new Mark("active", "●", "#00689D", "#E5F3FA");
        static final Mark DONE = new Mark("done", "✓", "#00703C", "#E8F3ED");
        static final Mark FAILED = new Mark("failed", "✕", "#D4351C", "#FBEBE8");
    }

    private static final String INK = "#003B5C";
    private static final double MARGIN = 12;

    private final ProcessModel model;
    private final Locale locale;
    private final Map<String, Mark> marks;
    private final Svg svg = new Svg();
    private final DiagramText text;
    private Box extent;

    private ProcessDiagram(ProcessModel model, Locale locale, Map<String, Mark> marks) {
        this.model = model;
        this.locale = locale;
        this.marks = marks;
        this.text = new DiagramText(svg, locale);
        this.extent = extent(model.layout());
    }

    static String draw(ProcessModel model, Locale locale) {
        return draw(model, locale, Map.of());
    }

    /** @param marks by element id; ids that are not in the model are passed over */
    static String draw(ProcessModel model, Locale locale, Map<String, Mark> marks) {
        return new ProcessDiagram(model, locale, marks).draw();
    }

    private String draw() {
        model.bands().forEach(this::band);
        elements(element -> element.kind().isScope());
        model.associations().forEach(this::association);
        model.flows().forEach(this::flow);
        elements(element -> !element.kind().isScope() && !element.is(Kind.BOUNDARY_EVENT));
        elements(element -> element.is(Kind.BOUNDARY_EVENT));
        model.notes().forEach(this::note);
        model.flows().forEach(this::flowName);
        return framed();
    }

    /** The frame comes last, for only now it is known how far the names reach. */
    private String framed() {
        extent = text.reach(extent).inset(-MARGIN);
        String name =
                model.name().in(locale).isBlank() ? model.key() : model.name().in(locale);
        Svg frame = new Svg();
        frame.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "class",
                "bpmn",
                "role",
                "img",
                "viewBox",
                String.join(
                        " ",
                        List.of(
                                Svg.number(extent.x()),
                                Svg.number(extent.y()),
                                Svg.number(extent.width()),
                                Svg.number(extent.height()))),
                "width",
                extent.width(),
                "height",
                extent.height());
        frame.open("title").text(name).close("title");
        frame.open(
                "g",
                "fill",
                "#FFFFFF",
                "stroke",
                INK,
                "stroke-width",
                "1.5",
                "stroke-linejoin",
                "round",
                "font-family",
                "system-ui, 'Segoe UI', Roboto, 'Noto Sans', sans-serif");
        return frame + svg.toString() + "</g></svg>";
    }

    private void elements(Predicate<Element> which) {
        model.elements().stream()
                .filter(which)
                .forEach(element -> model.layout().shape(element.id()).ifPresent(shape -> element(element, shape)));
    }

    private void band(Band band) {
        model.layout().shape(band.id()).ifPresent(shape -> {
            svg.open("g", "id", band.id(), "class", band.pool() ? "pool" : "lane", "stroke-width", 1);
            rectangle(shape.box(), 0);
            text.band(band.name(), shape);
            svg.close("g");
        });
    }

    private void element(Element element, Shape shape) {
        open(element.id(), classes(element));
        if (element.kind().isEvent()) {
            event(element, shape);
        } else if (element.kind().isGateway()) {
            gateway(element, shape);
        } else {
            activity(element, shape);
        }
        sign(element, shape);
        svg.close("g");
    }

    private static String classes(Element element) {
        String family = element.kind().isEvent() ? "event" : element.kind().isGateway() ? "gateway" : "activity";
        return family + " " + element.kind().type();
    }

    private void open(String id, String classes) {
        Mark mark = marks.get(id);
        if (mark == null) {
            svg.open("g", "id", id, "class", classes);
        } else {
            svg.open("g", "id", id, "class", classes + " " + mark.cssClass, "fill", mark.fill, "stroke", mark.line);
        }
    }

    private void sign(Element element, Shape shape) {
        Mark mark = marks.get(element.id());
        if (mark != null) {
            boolean inside = !element.kind().isEvent() && !element.kind().isGateway();
            Box box = shape.box();
            text.sign(mark.sign, mark.line, inside ? box.right() - 10 : box.right() + 2, box.y() + (inside ? 15 : 3));
        }
    }

    private void activity(Element element, Shape shape) {
        Box box = shape.box();
        List<Object> frame = new ArrayList<>(frame(box, 8));
        if (element.is(Kind.CALL_ACTIVITY)) {
            frame.addAll(List.of("stroke-width", 4));
        } else if (element.has(Marker.EVENT_SUBPROCESS)) {
            frame.addAll(List.of("stroke-dasharray", "2 4"));
        }
        svg.empty("rect", frame.toArray());
        symbol(element, new Point(box.x() + 13, box.y() + 13));
        boolean open = element.kind().isScope() && shape.expanded();
        List<String> markers = markers(element, open);
        if (open) {
            text.atTop(element.name(), box);
        } else {
            text.inTask(element.name(), box, !markers.isEmpty() || hasEventBelow(element, box));
        }
        draw(markers, box);
    }

    private boolean hasEventBelow(Element activity, Box box) {
        return model.elements().stream()
                .filter(event -> activity.id().equals(event.attachedTo()))
                .flatMap(event -> model.layout().shape(event.id()).stream())
                .anyMatch(event -> event.box().bottom() > box.bottom());
    }

    private static List<String> markers(Element element, boolean open) {
        List<String> paths = new ArrayList<>();
        if (element.has(Marker.FOR_COMPENSATION)) {
            paths.add(DiagramSymbols.UNDO);
        }
        if (element.isMultiInstance()) {
            paths.add(element.has(Marker.PARALLEL) ? DiagramSymbols.PARALLEL : DiagramSymbols.SEQUENTIAL);
        }
        if (element.kind().isScope() && !open) {
            paths.add(DiagramSymbols.CLOSED);
        }
        return paths;
    }

    private void draw(List<String> markers, Box box) {
        double x = box.centre().x() - (markers.size() - 1) * 9;
        for (String path : markers) {
            svg.path(path, "transform", Svg.at(x, box.bottom() - 9), "fill", "none");
            x += 18;
        }
    }

    private void event(Element event, Shape shape) {
        Point centre = shape.box().centre();
        double radius = shape.box().width() / 2;
        List<Object> ring = new ArrayList<>(List.of("cx", centre.x(), "cy", centre.y(), "r", radius));
        if (event.is(Kind.END_EVENT)) {
            ring.addAll(List.of("stroke-width", 3.5));
        }
        if (event.has(Marker.NOT_INTERRUPTING)) {
            ring.addAll(List.of("stroke-dasharray", "4 3"));
        }
        svg.empty("circle", ring.toArray());
        if (!event.is(Kind.START_EVENT, Kind.END_EVENT)) {
            ring.set(5, radius - 3);
            svg.empty("circle", ring.toArray());
        }
        symbol(event, centre);
        text.beside(event.name(), shape, event.is(Kind.BOUNDARY_EVENT));
    }

    private void gateway(Element gateway, Shape shape) {
        Box box = shape.box();
        Point centre = box.centre();
        List<Point> corners = List.of(
                new Point(centre.x(), box.y()),
                new Point(box.right(), centre.y()),
                new Point(centre.x(), box.bottom()),
                new Point(box.x(), centre.y()));
        svg.path(Svg.line(corners) + "z");
        symbol(gateway, centre);
        text.beside(gateway.name(), shape, hasFlowBelow(shape.box()));
    }

    private boolean hasFlowBelow(Box gateway) {
        Point corner = new Point(gateway.centre().x(), gateway.bottom());
        return model.layout().edges().values().stream()
                .map(Edge::points)
                .flatMap(points -> Stream.of(points.get(0), points.get(points.size() - 1)))
                .anyMatch(end -> end.distance(corner) < 3);
    }

    private void symbol(Element element, Point at) {
        DiagramSymbols.of(element).ifPresent(symbol -> {
            Mark mark = marks.get(element.id());
            String ink = mark == null ? INK : mark.line;
            String lines = symbol.filled() ? "#FFFFFF" : ink;
            boolean bold = element.kind().isGateway() && !element.is(Kind.EVENT_GATEWAY);
            svg.path(
                    symbol.path(),
                    "transform",
                    Svg.at(at.x(), at.y()),
                    "fill",
                    symbol.filled() ? ink : "none",
                    "stroke",
                    lines,
                    "stroke-width",
                    bold ? 3 : 1);
        });
    }

    private void flow(Flow flow) {
        Edge edge = model.layout().edges().get(flow.id());
        if (edge == null) {
            return;
        }
        open(flow.id(), "flow");
        svg.path(Svg.line(edge.points()), "fill", "none");
        Point tip = edge.points().get(edge.points().size() - 1);
        arrowHead(edge.points().get(edge.points().size() - 2), tip, marks.get(flow.id()));
        if (flow.byDefault()) {
            defaultSlash(edge.points().get(0), edge.points().get(1));
        }
        svg.close("g");
    }

    private void arrowHead(Point from, Point tip, @Nullable Mark mark) {
        double length = Math.max(from.distance(tip), 0.1);
        double dx = (tip.x() - from.x()) / length;
        double dy = (tip.y() - from.y()) / length;
        Point left = new Point(tip.x() - 9 * dx - 4 * dy, tip.y() - 9 * dy + 4 * dx);
        Point right = new Point(tip.x() - 9 * dx + 4 * dy, tip.y() - 9 * dy - 4 * dx);
        svg.path(Svg.line(List.of(tip, left, right)) + "z", "fill", mark == null ? INK : mark.line);
    }

    private void defaultSlash(Point from, Point to) {
        double length = Math.max(from.distance(to), 0.1);
        Point on = from.towards(to, Math.min(10 / length, 0.5));
        double dx = (to.x() - from.x()) / length * 5;
        double dy = (to.y() - from.y()) / length * 5;
        svg.path(Svg.line(
                List.of(new Point(on.x() - dx - dy, on.y() - dy + dx), new Point(on.x() + dx + dy, on.y() + dy - dx))));
    }

    private void flowName(Flow flow) {
        Edge edge = model.layout().edges().get(flow.id());
        if (edge != null) {
            text.along(flow.name(), edge);
        }
    }

    private void association(Association line) {
        Edge edge = model.layout().edges().get(line.id());
        if (edge != null) {
            svg.open("g", "id", line.id(), "class", "association");
            svg.path(Svg.line(edge.points()), "fill", "none", "stroke-dasharray", "2 4");
            svg.close("g");
        }
    }

    private void note(Note note) {
        model.layout().shape(note.id()).ifPresent(shape -> {
            Box box = shape.box();
            svg.open("g", "id", note.id(), "class", "annotation");
            List<Point> bracket = List.of(
                    new Point(box.x() + 12, box.y()),
                    new Point(box.x(), box.y()),
                    new Point(box.x(), box.bottom()),
                    new Point(box.x() + 12, box.bottom()));
            svg.path(Svg.line(bracket), "fill", "none");
            text.note(note.text(), box);
            svg.close("g");
        });
    }

    private void rectangle(Box box, double corner) {
        svg.empty("rect", frame(box, corner).toArray());
    }

    private static List<Object> frame(Box box, double corner) {
        List<Object> frame =
                new ArrayList<>(List.of("x", box.x(), "y", box.y(), "width", box.width(), "height", box.height()));
        if (corner > 0) {
            frame.addAll(List.of("rx", corner));
        }
        return frame;
    }

    private static Box extent(Layout layout) {
        List<Box> boxes = new ArrayList<>();
        layout.shapes().values().forEach(shape -> boxes.add(shape.box()));
        layout.edges().values().stream()
                .flatMap(edge -> edge.points().stream())
                .forEach(point -> boxes.add(new Box(point.x(), point.y(), 0, 0)));
        return boxes.stream()
                .sorted(Comparator.comparingDouble(Box::x))
                .reduce(Box::around)
                .orElse(new Box(0, 0, 0, 0));
    }
}
