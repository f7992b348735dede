package org.accord.process;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the diagram interchange of a model puts things, in pixels from the top left.
 *
 * @param shapes by id of the element drawn
 * @param edges by id of the flow or association drawn
 */
record Layout(Map<String, Shape> shapes, Map<String, Edge> edges) {

    Layout {
        shapes = Collections.unmodifiableMap(new LinkedHashMap<>(shapes));
        edges = Collections.unmodifiableMap(new LinkedHashMap<>(edges));
    }

    Optional<Shape> shape(@Nullable String id) {
        return Optional.ofNullable(id).map(shapes::get);
    }

    /** @param label where the name stands when it is not inside */
    record Shape(Box box, @Nullable Box label, boolean expanded, boolean horizontal) {}

    record Edge(List<Point> points, @Nullable Box label) {

        Edge {
            points = List.copyOf(points);
        }
    }

    record Point(double x, double y) {

        Point towards(Point other, double share) {
            return new Point(x + (other.x - x) * share, y + (other.y - y) * share);
        }

        double distance(Point other) {
            return Math.hypot(other.x - x, other.y - y);
        }
    }

    record Box(double x, double y, double width, double height) {

        double right() {
            return x + width;
        }

        double bottom() {
            return y + height;
        }

        Point centre() {
            return new Point(x + width / 2, y + height / 2);
        }

        boolean contains(Point point) {
            return point.x() >= x && point.x() <= right() && point.y() >= y && point.y() <= bottom();
        }

        boolean contains(Box other) {
            return other.x >= x && other.y >= y && other.right() <= right() && other.bottom() <= bottom();
        }

        /** Whether the two share more than an edge. */
        boolean overlaps(Box other) {
            return other.x < right() && x < other.right() && other.y < bottom() && y < other.bottom();
        }

        Box around(Box other) {
            double left = Math.min(x, other.x);
            double top = Math.min(y, other.y);
            return new Box(
                    left, top, Math.max(right(), other.right()) - left, Math.max(bottom(), other.bottom()) - top);
        }

        Box inset(double by) {
            return new Box(x + by, y + by, width - 2 * by, height - 2 * by);
        }
    }
}
