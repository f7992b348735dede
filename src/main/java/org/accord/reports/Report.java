package org.accord.reports;

import java.math.BigDecimal;
import java.util.List;
import org.accord.core.LocalText;
import org.jspecify.annotations.Nullable;

/**
 * A table of figures.
 *
 * @param labels the columns that say what a row is about
 * @param measures the columns of figures, as many as each row has values
 */
record Report(Kind kind, List<Column> labels, List<Column> measures, List<Row> rows) {

    /** Fewer cases than these say nothing of how long such cases take. */
    static final int ENOUGH = 5;

    /** In what a figure is counted. */
    enum Unit {
        COUNT,
        DAYS,
        DOLLARS
    }

    /**
     * @param key the message that names it, if the programme does not
     * @param name as the programme names it
     */
    record Column(String key, @Nullable LocalText name, Unit unit) {

        static Column of(String key) {
            return new Column(key, null, Unit.COUNT);
        }

        static Column of(String key, Unit unit) {
            return new Column(key, null, unit);
        }
    }

    /**
     * @param key the message that says it, if neither programme nor model does
     * @param name as the programme or a model names it
     */
    record Label(@Nullable String key, @Nullable LocalText name) {

        static Label of(LocalText name) {
            return new Label(null, name);
        }

        static Label said(String key) {
            return new Label(key, null);
        }
    }

    /**
     * @param values absent where too few cases stand behind a figure
     * @param link the page that says more of it, if there is one
     */
    record Row(
            List<Label> labels,
            List<@Nullable BigDecimal> values,
            @Nullable String link) {

        Row(List<Label> labels, List<@Nullable BigDecimal> values) {
            this(labels, values, null);
        }
    }

    /** The same with so many rows at most. */
    Report first(int most) {
        return new Report(kind, labels, measures, rows.stream().limit(most).toList());
    }

    Report withoutLinks() {
        return new Report(
                kind,
                labels,
                measures,
                rows.stream().map(row -> new Row(row.labels(), row.values())).toList());
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /** Whether a figure is missing because too few cases stand behind it. */
    public boolean hasTooFew() {
        return rows.stream().flatMap(row -> row.values().stream()).anyMatch(value -> value == null);
    }
}
