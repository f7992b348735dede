package org.accord.cases;

import java.util.List;
import java.util.Locale;
import org.accord.audit.AuditEntry;
import org.accord.audit.AuditLog;
import org.accord.core.Actor;
import org.accord.core.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The one timeline of a case, in the reader's words. */
@Component
class CaseHistory {

    private final AuditLog log;
    private final EntryWords words;

    CaseHistory(AuditLog log, EntryWords words) {
        this.log = log;
        this.words = words;
    }

    record Line(AuditEntry entry, String summary) {}

    Page<Line> timeline(Actor reader, CaseFile file, int limit, @Nullable String after, Locale locale) {
        Page<AuditEntry> page = log.timeline(reader, file.key(), file.process(), limit, after);
        List<Line> lines = page.items().stream()
                .map(entry -> new Line(entry, words.of(entry, locale)))
                .toList();
        return new Page<>(lines, page.next());
    }
}
