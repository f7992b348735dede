package org.accord.process;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.accord.process.Layout.Point;

/** Writes SVG. Attributes come in pairs of name and value; all that is written is escaped. */
final class Svg {

    private final StringBuilder out = new StringBuilder();

    Svg open(String tag, Object... attributes) {
        return tag(tag, attributes).raw(">");
    }

    Svg close(String tag) {
        return raw("</").raw(tag).raw(">");
    }

    Svg empty(String tag, Object... attributes) {
        return tag(tag, attributes).raw("/>");
    }

    Svg text(String text) {
        for (char letter : text.toCharArray()) {
            switch (letter) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                default -> out.append(isAllowed(letter) ? letter : ' ');
            }
        }
        return this;
    }

    /** Control characters have no place in XML, not even escaped. */
    private static boolean isAllowed(char letter) {
        return letter >= ' ' && letter != '\uFFFE' && letter != '\uFFFF';
    }

    Svg path(String data, Object... attributes) {
        tag("path", attributes);
        return attribute("d", data).raw("/>");
    }

    static String line(List<Point> points) {
        StringBuilder data = new StringBuilder("M");
        points.forEach(point -> data.append(data.length() > 1 ? "L" : "")
                .append(number(point.x()))
                .append(' ')
                .append(number(point.y())));
        return data.toString();
    }

    static String number(double value) {
        return BigDecimal.valueOf(value)
                .setScale(1, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    static String at(double x, double y) {
        return "translate(" + number(x) + " " + number(y) + ")";
    }

    private Svg tag(String tag, Object... attributes) {
        raw("<").raw(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            attribute(attributes[i].toString(), attributes[i + 1]);
        }
        return this;
    }

    private Svg attribute(String name, Object value) {
        String text = value instanceof Number number ? number(number.doubleValue()) : value.toString();
        return raw(" ").raw(name).raw("=\"").text(text).raw("\"");
    }

    private Svg raw(String markup) {
        out.append(markup);
        return this;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
