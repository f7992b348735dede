package org.accord.exports;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import org.accord.core.Actor;
import org.accord.core.Refused;
import org.accord.core.Violation;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Exports for programs and for people; a file is written while it is read. */
@RestController
class ExportApi {

    private static final int AT_ONCE = 3;

    private final Exports exports;
    private final CaseFilePdf caseFile;
    private final Semaphore places = new Semaphore(AT_ONCE);

    ExportApi(Exports exports, CaseFilePdf caseFile) {
        this.exports = exports;
        this.caseFile = caseFile;
    }

    @GetMapping({"/api/v1/cases/{key}/export", "/cases/{key}/export"})
    void ofCase(
            Actor actor,
            Model model,
            @PathVariable String key,
            @RequestParam(defaultValue = "jsonl") String format,
            HttpServletResponse response)
            throws IOException {
        Format asked = Format.of(format);
        withAPlace(() -> {
            Selection selection = exports.ofCase(actor, key, asked);
            if (asked == Format.PDF) {
                byte[] pdf = caseFile.write(actor, selection, model.asMap());
                answer(response, asked, key);
                response.getOutputStream().write(pdf);
            } else {
                stream(selection, asked, key, response);
            }
        });
    }

    @GetMapping({"/api/v1/audit/export", "/audit/export"})
    void ofPeriod(
            Actor actor,
            @RequestParam(defaultValue = "jsonl") String format,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            HttpServletResponse response)
            throws IOException {
        Format asked = Format.of(format);
        if (asked == Format.PDF) {
            throw Refused.invalid(Violation.of("format", "notAnOption", format));
        }
        if (from != null && to != null && !from.isBefore(to)) {
            throw Refused.invalid(Violation.of("to", "untilBeforeFrom", to.toString(), from.toString()));
        }
        withAPlace(
                () -> stream(exports.ofPeriod(actor, Selection.ofPeriod(from, to), asked), asked, "record", response));
    }

    private interface Export {
        void run() throws IOException;
    }

    /** A few at once ({@code exportsBusy}): each holds a connection to the database as long as its reader takes. */
    private void withAPlace(Export export) throws IOException {
        if (!places.tryAcquire()) {
            throw Refused.conflict("exportsBusy");
        }
        try {
            export.run();
        } finally {
            places.release();
        }
    }

    private void stream(Selection selection, Format format, String name, HttpServletResponse response)
            throws IOException {
        answer(response, format, name);
        exports.write(selection, format, response.getOutputStream());
    }

    /** What comes out of the record is confidential, and says so in its name. */
    private static void answer(HttpServletResponse response, Format format, String name) {
        response.setContentType(format.mediaType());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(name + " (CONFIDENTIAL)." + format.extension())
                        .build()
                        .toString());
    }
}
