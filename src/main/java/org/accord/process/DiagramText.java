package org.accord.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.accord.core.LocalText;
import org.accord.process.Layout.Box;
import org.accord.process.Layout.Edge;
import org.accord.process.Layout.Point;
import org.accord.process.Layout.Shape;

/** Writes the names into the picture, and remembers how far those outside the shapes reach. */
final class DiagramText {

    private static final int LABEL = 11;
    private static final double NARROWEST_LABEL = 90;
    private static final String INK = "#0B0C0C";

    private final Svg svg;
    private final Locale locale;
    private final List<Box> labels = new ArrayList<>();

    DiagramText(Svg svg, Locale locale) {
        this.svg = svg;
        this.locale = locale;
    }

    /** The given box, grown to hold all names. */
    Box reach(Box extent) {
        return labels.stream().reduce(extent, Box::around);
    }

    /** In the middle of a task, below its symbol where the lines are many and above what stands on its lower edge. */
    void inTask(LocalText name, Box box, boolean lowerEdgeTaken) {
        double bottom = box.bottom() - (lowerEdgeTaken ? 17 : 3);
        double room = Math.max(12, bottom - box.y() - 16);
        WrappedText text = WrappedText.within(name.in(locale), box.width() - 8, room);
        double middle = box.centre().y() - text.height() / 2;
        double top = Math.min(Math.max(middle, box.y() + 18), bottom - text.height());
        inside(name, text, new Point(box.centre().x(), top));
    }

    /** At the top of an open subprocess. */
    void atTop(LocalText name, Box box) {
        WrappedText text = WrappedText.within(name.in(locale), box.width() - 48, 20);
        inside(name, text, new Point(box.centre().x(), box.y() + 5));
    }

    private void inside(LocalText name, WrappedText text, Point top) {
        if (!text.whole()) {
            svg.open("title").text(name.in(locale)).close("title");
        }
        if (!name.in(locale).isBlank()) {
            write(text, top, "middle", false);
        }
    }

    /** Where the model puts the name of an event or a gateway, or else below it; aside where a flow leaves below. */
    void beside(LocalText name, Shape shape, boolean aside) {
        Box label = shape.label();
        if (label != null) {
            label(name.in(locale), new Point(label.centre().x(), top(name, label, shape)), label.width());
            return;
        }
        Box box = shape.box();
        WrappedText text = WrappedText.wrap(name.in(locale), NARROWEST_LABEL, LABEL);
        double x =
                aside ? box.centre().x() + 6 + text.width() / 2 : box.centre().x();
        label(name.in(locale), new Point(x, box.bottom() + 4), NARROWEST_LABEL);
    }

    /** A name above its shape grows upwards, so that more lines than the model foresaw do not run into the shape. */
    private double top(LocalText name, Box label, Shape shape) {
        boolean above = label.centre().y() < shape.box().y();
        WrappedText text = WrappedText.wrap(name.in(locale), Math.max(label.width(), NARROWEST_LABEL), LABEL);
        return above ? Math.min(label.y(), shape.box().y() - 3 - text.height()) : label.y();
    }

    /** Where the model puts the name of a flow, or else above its middle. */
    void along(LocalText name, Edge edge) {
        Box label = edge.label();
        if (label != null) {
            label(name.in(locale), new Point(label.centre().x(), label.y()), label.width());
        } else {
            Point middle = middle(edge.points());
            label(name.in(locale), new Point(middle.x(), middle.y() - LABEL - 5), NARROWEST_LABEL);
        }
    }

    private void label(String words, Point top, double width) {
        if (words.isBlank()) {
            return;
        }
        WrappedText text = WrappedText.wrap(words, Math.max(width, NARROWEST_LABEL), LABEL);
        labels.add(new Box(top.x() - text.width() / 2, top.y(), text.width(), text.height()));
        write(text, top, "middle", true);
    }

    /** Upwards along the left edge of a pool or lane, or along its top when it stands. */
    void band(LocalText name, Shape shape) {
        String words = name.in(locale);
        Box box = shape.box();
        if (words.isBlank()) {
            return;
        }
        if (!shape.horizontal()) {
            write(
                    WrappedText.within(words, box.width() - 8, 28),
                    new Point(box.centre().x(), box.y() + 4),
                    "middle",
                    false);
            return;
        }
        WrappedText text = WrappedText.within(words, box.height() - 8, 29);
        svg.open("g", "transform", Svg.at(box.x() + 15, box.centre().y()) + " rotate(-90)");
        write(text, new Point(0, -text.height() / 2), "middle", false);
        svg.close("g");
    }

    void note(LocalText words, Box box) {
        WrappedText text = WrappedText.within(words.in(locale), box.width() - 8, box.height() - 4);
        write(text, new Point(box.x() + 5, box.y() + 3), "start", false);
    }

    void sign(String sign, String colour, double x, double y) {
        svg.open(
                "text",
                "class",
                "sign",
                "x",
                x,
                "y",
                y,
                "font-size",
                14,
                "font-weight",
                "bold",
                "text-anchor",
                "middle",
                "fill",
                colour,
                "stroke",
                "none");
        svg.text(sign).close("text");
    }

    /** @param halo a white rim, so that the name stays legible where a line passes below it */
    private void write(WrappedText text, Point top, String anchor, boolean halo) {
        List<Object> attributes =
                new ArrayList<>(List.of("font-size", text.size(), "text-anchor", anchor, "fill", INK));
        attributes.addAll(
                halo
                        ? List.<Object>of("stroke", "#FFFFFF", "stroke-width", 3, "paint-order", "stroke")
                        : List.<Object>of("stroke", "none"));
        svg.open("text", attributes.toArray());
        double baseline = top.y() + text.size();
        for (String line : text.lines()) {
            svg.open("tspan", "x", top.x(), "y", baseline).text(line).close("tspan");
            baseline += text.lineHeight();
        }
        svg.close("text");
    }

    private static Point middle(List<Point> points) {
        double half = 0;
        for (int i = 1; i < points.size(); i++) {
            half += points.get(i - 1).distance(points.get(i)) / 2;
        }
        for (int i = 1; i < points.size(); i++) {
            double step = points.get(i - 1).distance(points.get(i));
            if (step >= half && step > 0) {
                return points.get(i - 1).towards(points.get(i), half / step);
            }
            half -= step;
        }
        return points.get(0);
    }
}
