package org.accord.cases;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.accord.audit.AuditEntry;
import org.accord.audit.AuditLog;
import org.accord.core.Actor;
import org.accord.core.Page;
import org.accord.process.Processes;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The one timeline of a case, in the reader's words. */
@Component
class CaseHistory {

    private final AuditLog log;
    private final Processes processes;
    private final MessageSource messages;

    CaseHistory(AuditLog log, Processes processes, MessageSource messages) {
        this.log = log;
        this.processes = processes;
        this.messages = messages;
    }

    record Line(AuditEntry entry, String summary) {}

    Page<Line> timeline(Actor reader, String caseKey, int limit, @Nullable String after, Locale locale) {
        Page<AuditEntry> page = log.timeline(reader, caseKey, limit, after);
        List<Line> lines = page.items().stream()
                .map(entry -> new Line(entry, summary(entry, locale)))
                .toList();
        return new Page<>(lines, page.next());
    }

    /** What was done, with the name of the element that it was done at. */
    private String summary(AuditEntry entry, Locale locale) {
        Map<String, Object> details = entry.details();
        Object element = details.get("element");
        Object definition = details.get("definition");
        String name = element == null
                ? ""
                : definition == null
                        ? element.toString()
                        : processes
                                .elementName(definition.toString(), element.toString())
                                .in(locale);
        Object[] args = {name, details.getOrDefault("state", ""), details.getOrDefault("standing", "")};
        return String.valueOf(messages.getMessage("history." + entry.action(), args, entry.action(), locale));
    }
}
