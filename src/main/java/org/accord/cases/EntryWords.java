package org.accord.cases;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.accord.audit.AuditEntry;
import org.accord.process.ProcessDefinition;
import org.accord.process.Processes;
import org.accord.programme.Programme;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What an entry of the record tells, in the reader's words. */
@Component
public class EntryWords {

    private final Processes processes;
    private final Programme programme;
    private final MessageSource messages;

    EntryWords(Processes processes, Programme programme, MessageSource messages) {
        this.processes = processes;
        this.programme = programme;
        this.messages = messages;
    }

    /** What was done, with the name of the element that it was done at. */
    public String of(AuditEntry entry, Locale locale) {
        Map<String, Object> details = entry.details();
        Object[] args = {
            elementName(details, locale),
            stateName(details.get("state"), locale),
            details.getOrDefault("standing", ""),
            details.getOrDefault("number", ""),
            words("escalation.", details.get("escalation"), locale),
            details.getOrDefault("refusal", ""),
            details.getOrDefault("symbol", "")
        };
        return String.valueOf(messages.getMessage("history." + entry.action(), args, entry.action(), locale));
    }

    private String words(String prefix, @Nullable Object code, Locale locale) {
        return code == null ? "" : String.valueOf(messages.getMessage(prefix + code, null, code.toString(), locale));
    }

    private String elementName(Map<String, Object> details, Locale locale) {
        Object element = details.get("element");
        if (element == null) {
            return "";
        }
        return definition(details)
                .map(definition ->
                        processes.elementName(definition, element.toString()).in(locale))
                .orElseGet(element::toString);
    }

    /** The version of the process that the entry speaks of, or else the newest. */
    private Optional<String> definition(Map<String, Object> details) {
        Object definition = details.get("definition");
        return definition != null
                ? Optional.of(definition.toString())
                : processes.newest("" + details.get("process")).map(ProcessDefinition::id);
    }

    private String stateName(@Nullable Object code, Locale locale) {
        return programme.states().stream()
                .filter(state -> state.code().equals(code))
                .map(state -> state.name().in(locale))
                .findFirst()
                .orElse("");
    }
}
