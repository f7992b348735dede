package org.accord.reports;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.accord.core.LocalText;
import org.jspecify.annotations.Nullable;

/** Figures as readers have them, and how long their bars are. */
final class Figures {

    private final Locale locale;

    Figures(Locale locale) {
        this.locale = LocalText.custom(locale);
    }

    /** With the separators of the reader's language; days with one decimal, all else whole. */
    public String of(BigDecimal value, Report.Unit unit) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(unit == Report.Unit.DAYS ? 1 : 0);
        return format.format(value);
    }

    /** In hundredths of the largest of its column; a figure that is missing has no bar. */
    public int bar(Report report, int column, Report.Row row) {
        BigDecimal value = row.values().get(column);
        BigDecimal largest = largest(report, column);
        return value == null || largest.signum() <= 0
                ? 0
                : (int) Math.round(100 * value.doubleValue() / largest.doubleValue());
    }

    private static BigDecimal largest(Report report, int column) {
        return report.rows().stream()
                .map(row -> row.values().get(column))
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(BigDecimal.ZERO);
    }

    /** The same for a table that is read across as well, as a step from 0 to 4. */
    public int shade(Report report, @Nullable BigDecimal value) {
        BigDecimal largest = report.rows().stream()
                .map(Report.Row::values)
                .flatMap(List::stream)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(BigDecimal.ZERO);
        return value == null || largest.signum() <= 0
                ? 0
                : (int) Math.ceil(4 * value.doubleValue() / largest.doubleValue());
    }
}
