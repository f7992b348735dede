package org.accord.texts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.accord.core.Actor;
import org.accord.programme.Programme;
import org.accord.tasks.Prefill;
import org.accord.tasks.TaskEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Texts that are written in tasks: they become versions as the task is done, and the next task starts from them. */
@Component
class TaskTexts implements Prefill {

    private final TextBook book;
    private final TextStore store;
    private final TextRights rights;
    private final Programme programme;

    TaskTexts(TextBook book, TextStore store, TextRights rights, Programme programme) {
        this.book = book;
        this.store = store;
        this.rights = rights;
        this.programme = programme;
    }

    /** A text that may not be written on undoes what was done. */
    @EventListener
    void on(TaskEvent.Completed completed) {
        Map<String, String> bodies = new LinkedHashMap<>();
        fields(completed.told().text()).forEach((language, field) -> {
            String body = Revision.tidy(completed.told().answer(field));
            if (!body.isEmpty()) {
                bodies.put(language, body);
            }
        });
        if (!bodies.isEmpty()) {
            book.revise(completed.by(), completed.capacity(), completed.caseKey(), bodies);
        }
    }

    @Override
    public Map<String, Object> known(Actor reader, String caseKey, List<String> text) {
        Map<String, Object> known = new LinkedHashMap<>();
        if (!text.isEmpty()) {
            store.newest(caseKey)
                    .filter(version -> rights.reads(reader, version))
                    .ifPresent(version -> fields(text).forEach((language, field) -> {
                        if (!version.body(language).isEmpty()) {
                            known.put(field, version.body(language));
                        }
                    }));
        }
        return known;
    }

    /** The field for each language that has one. */
    private Map<String, String> fields(List<String> text) {
        Map<String, String> fields = new LinkedHashMap<>();
        List<String> languages = programme.languages();
        for (int i = 0; i < Math.min(text.size(), languages.size()); i++) {
            if (!text.get(i).isEmpty()) {
                fields.put(languages.get(i), text.get(i));
            }
        }
        return fields;
    }
}
