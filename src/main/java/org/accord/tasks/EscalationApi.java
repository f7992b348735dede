package org.accord.tasks;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.accord.core.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/escalations")
class EscalationApi {

    private final EscalationList escalations;
    private final MessageSource messages;

    EscalationApi(EscalationList escalations, MessageSource messages) {
        this.escalations = escalations;
        this.messages = messages;
    }

    /** What is to be done and where; the task only for those who may see it. */
    record Item(
            String action,
            String toDo,
            Instant since,
            String caseKey,
            String caseTitle,
            @Nullable String task) {}

    record Items(List<Item> items) {}

    @GetMapping
    Items escalations(Actor actor, Locale locale) {
        return new Items(
                escalations.of(actor).stream().map(one -> item(one, locale)).toList());
    }

    private Item item(Escalation.Reached reached, Locale locale) {
        String words = messages.getMessage("escalation." + reached.action(), null, reached.action(), locale);
        TaskView task = reached.task();
        return new Item(
                reached.action(),
                Objects.requireNonNullElse(words, reached.action()),
                reached.since(),
                reached.caseKey(),
                reached.caseTitle().in(locale),
                task == null ? null : task.id());
    }
}
