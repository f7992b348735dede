package org.accord.reports;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.accord.core.Actor;
import org.accord.programme.Programme;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Reports to take away, each marked in its name with how it is classified. */
@RestController
class ReportFilePages {

    private final Reports reports;
    private final Months months;
    private final ReportWords words;
    private final Programme programme;

    ReportFilePages(Reports reports, Months months, ReportWords words, Programme programme) {
        this.reports = reports;
        this.months = months;
        this.words = words;
        this.programme = programme;
    }

    @GetMapping("/reports/{kind:[a-z-]+}.csv")
    ResponseEntity<byte[]> csv(Actor actor, Locale locale, @PathVariable String kind, @ModelAttribute Asked asked) {
        Report report = reports.report(actor, reports.kind(actor, kind), asked.question(programme));
        return file(
                actor,
                kind + ".csv",
                new MediaType("text", "csv", StandardCharsets.UTF_8),
                words.csv(report, locale).getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/reports/months/{month}.pdf")
    ResponseEntity<byte[]> month(Actor actor, Model model, Locale locale, @PathVariable String month) {
        return file(
                actor,
                month + ".pdf",
                MediaType.APPLICATION_PDF,
                months.write(actor, months.month(month), locale, model.asMap()));
    }

    private ResponseEntity<byte[]> file(Actor actor, String name, MediaType type, byte[] content) {
        String marked = months.isConfidential(actor) ? name.replace(".", " (CONFIDENTIAL).") : name;
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(marked).build().toString())
                .body(content);
    }
}
