package org.accord.process;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.accord.process.ProcessDiagram.Mark;

/** How long steps take as marks of a diagram: by quarters of the longest, from pale to dark, with the days in figures. */
final class Heat {

    private static final List<String> FILLS = List.of("#FDF3E7", "#FADCB8", "#F5BE83", "#EE9B4E");
    private static final String LINE = "#7A3A00";

    private Heat() {}

    /** @param days by element, none negative */
    static Map<String, Mark> marks(Map<String, Double> days) {
        double longest = days.values().stream().mapToDouble(one -> one).max().orElse(0);
        Map<String, Mark> marks = new LinkedHashMap<>();
        days.forEach((element, one) -> {
            int level = longest == 0 ? 0 : (int) Math.min(3, Math.floor(4 * one / longest));
            marks.put(element, new Mark("heat-" + level, figure(one), LINE, FILLS.get(level)));
        });
        return marks;
    }

    /** Two digits say enough: {@code 0.4}, {@code 23}, {@code 110}. */
    private static String figure(double days) {
        BigDecimal rounded = BigDecimal.valueOf(days).round(new MathContext(2));
        return rounded.stripTrailingZeros().toPlainString();
    }
}
