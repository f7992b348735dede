package org.accord.reports;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.accord.access.Reach;
import org.accord.core.Actor;
import org.accord.core.Refused;
import org.accord.core.Scope;
import org.accord.core.Violation;
import org.accord.papers.PdfWriter;
import org.accord.programme.Programme;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;

/** All reports on one month as a PDF, for those who read on paper. */
@Component
class Months {

    private static final YearMonth EARLIEST = YearMonth.of(2000, 1);
    private static final int OFFERED = 12;

    private final Reports reports;
    private final Programme programme;
    private final Reach reach;
    private final SpringTemplateEngine templates;
    private final PdfWriter pdf;
    private final Clock clock;

    Months(
            Reports reports,
            Programme programme,
            Reach reach,
            SpringTemplateEngine templates,
            PdfWriter pdf,
            Clock clock) {
        this.reports = reports;
        this.programme = programme;
        this.reach = reach;
        this.templates = templates;
        this.pdf = pdf;
        this.clock = clock;
    }

    /** The months that are over, the latest first: a year of them. */
    List<YearMonth> past() {
        return Stream.iterate(current().minusMonths(1), month -> month.minusMonths(1))
                .limit(OFFERED)
                .toList();
    }

    private YearMonth current() {
        return YearMonth.from(programme.dayOf(clock.instant()));
    }

    /** Refuses a month that is none ({@code notAMonth}), or that Accord knows nothing of yet ({@code outOfRange}). */
    YearMonth month(String given) {
        YearMonth month;
        try {
            month = YearMonth.parse(given);
        } catch (DateTimeException e) {
            throw Refused.invalid(Violation.of("month", "notAMonth", given));
        }
        if (month.isBefore(EARLIEST) || month.isAfter(current())) {
            throw Refused.invalid(Violation.of(
                    "month", "outOfRange", EARLIEST.toString(), current().toString(), month.toString()));
        }
        return month;
    }

    /** Whether what the reader may count includes what is confidential. */
    boolean isConfidential(Actor reader) {
        return reach.sees(reader, Scope.PROGRAMME, true, false);
    }

    /** @param surroundings what every page of Accord knows */
    byte[] write(Actor reader, YearMonth month, Locale locale, Map<String, ?> surroundings) {
        Question question = new Question(month.atDay(1), month.atEndOfMonth(), null, null);
        List<Report> tables = new ArrayList<>();
        reports.kinds(reader).stream()
                .filter(kind -> kind != Kind.OVERDUE || month.equals(current()))
                .forEach(kind -> tables.add(reports.report(reader, kind, question)));
        Map<String, Object> model = new HashMap<>(surroundings);
        model.put("month", month);
        model.put("reports", tables);
        model.put("figures", new Figures(locale));
        model.put("confidential", isConfidential(reader));
        return pdf.write(templates.process("reports/month", new Context(locale, model)));
    }
}
