package org.accord.exports;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.accord.cases.Cases;
import org.accord.core.Actor;
import org.accord.core.Digest;
import org.accord.papers.PdfWriter;
import org.accord.seals.Seals;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;

/** The record of one case to be read and filed, marked and numbered on each page, with its digest on the last. */
@Component
class CaseFilePdf {

    private final ExportStore store;
    private final Cases cases;
    private final Seals seals;
    private final SpringTemplateEngine templates;
    private final PdfWriter pdf;

    CaseFilePdf(ExportStore store, Cases cases, Seals seals, SpringTemplateEngine templates, PdfWriter pdf) {
        this.store = store;
        this.cases = cases;
        this.seals = seals;
        this.templates = templates;
        this.pdf = pdf;
    }

    /** @param surroundings what every page of Accord knows */
    @Transactional(readOnly = true)
    public byte[] write(Actor reader, Selection selection, Map<String, ?> surroundings) {
        List<ExportedEntry> entries = new ArrayList<>();
        store.byNumber(selection, entries::add);
        Locale locale = LocaleContextHolder.getLocale();
        Map<String, Object> model = new HashMap<>(surroundings);
        model.put("file", cases.find(reader, "" + selection.caseKey()));
        model.put("entries", entries);
        model.put("digest", digest(entries).hex());
        model.put("checkpoint", seals.proofs().checkpoint().lines().toList());
        return pdf.write(templates.process("exports/case-file", new Context(locale, model)));
    }

    /** Of the lines {@code number hash} of the entries, as the page says. */
    private static Digest digest(List<ExportedEntry> entries) {
        MessageDigest sha256 = Digest.sha256();
        entries.forEach(entry ->
                sha256.update((entry.entry() + " " + entry.sealed().hash() + "\n").getBytes(StandardCharsets.UTF_8)));
        return Digest.of(sha256);
    }
}
