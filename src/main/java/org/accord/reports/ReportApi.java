package org.accord.reports;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.accord.core.Actor;
import org.accord.programme.Programme;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reports for programs. */
@RestController
@RequestMapping("/api/v1/reports")
class ReportApi {

    private final Reports reports;
    private final ReportWords words;
    private final Programme programme;

    ReportApi(Reports reports, ReportWords words, Programme programme) {
        this.reports = reports;
        this.words = words;
        this.programme = programme;
    }

    /** @param unit {@code text}, {@code count}, {@code days} or {@code dollars} */
    record Head(String key, String name, String unit) {}

    /** @param values absent where too few cases stand behind a figure */
    record Line(List<String> labels, List<@Nullable BigDecimal> values) {}

    record Table(String report, List<Head> labels, List<Head> measures, List<Line> rows) {}

    record Items(List<String> items) {}

    @GetMapping
    Items list(Actor actor) {
        return new Items(reports.kinds(actor).stream().map(Kind::word).toList());
    }

    @GetMapping("/{kind}")
    Table one(Actor actor, Locale locale, @PathVariable String kind, @ModelAttribute Asked asked) {
        Report report = reports.report(actor, reports.kind(actor, kind), asked.question(programme));
        return new Table(
                kind,
                report.labels().stream()
                        .map(column -> head(column, "text", locale))
                        .toList(),
                report.measures().stream()
                        .map(column -> head(column, column.unit().name().toLowerCase(Locale.ROOT), locale))
                        .toList(),
                report.rows().stream()
                        .map(row -> new Line(
                                row.labels().stream()
                                        .map(label -> words.of(label, locale))
                                        .toList(),
                                row.values()))
                        .toList());
    }

    private Head head(Report.Column column, String unit, Locale locale) {
        return new Head(column.key(), words.of(column, locale), unit);
    }
}
