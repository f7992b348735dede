package org.accord.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.accord.core.CsvLine;
import org.accord.core.LocalText;
import org.accord.reports.Report.Column;
import org.accord.reports.Report.Label;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** A report in the words of its reader, for files and programs; pages have theirs in their templates. */
@Component
class ReportWords {

    private final MessageSource messages;

    ReportWords(MessageSource messages) {
        this.messages = messages;
    }

    /** The heads, then a line for each row; figures as programs read them, and nothing where too few cases stand behind one. */
    String csv(Report report, Locale locale) {
        List<@Nullable String> heads = new ArrayList<>();
        report.labels().forEach(column -> heads.add(of(column, locale)));
        report.measures().forEach(column -> heads.add(of(column, locale)));
        return CsvLine.MARK
                + new CsvLine(heads).text()
                + report.rows().stream().map(row -> line(row, locale).text()).collect(Collectors.joining());
    }

    private CsvLine line(Report.Row row, Locale locale) {
        List<@Nullable String> cells = new ArrayList<>();
        row.labels().forEach(label -> cells.add(of(label, locale)));
        row.values().forEach(value -> cells.add(value == null ? null : value.toPlainString()));
        return new CsvLine(cells);
    }

    String of(Column column, Locale locale) {
        return of(column.name(), "reports.column." + column.key(), locale);
    }

    String of(Label label, Locale locale) {
        return of(label.name(), "" + label.key(), locale);
    }

    private String of(@Nullable LocalText name, String key, Locale locale) {
        return name != null
                ? name.in(locale)
                : Objects.requireNonNullElse(messages.getMessage(key, null, key, locale), key);
    }
}
