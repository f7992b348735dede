package org.accord.tasks;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.accord.core.Actor;
import org.accord.core.Refused;
import org.accord.core.Violation;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Several tasks taken in hand or given back by a program. */
@RestController
@RequestMapping("/api/v1/tasks")
class BulkApi {

    private final Handling handling;
    private final MessageSource messages;

    BulkApi(Handling handling, MessageSource messages) {
        this.handling = handling;
        this.messages = messages;
    }

    record Request(@Nullable String act, @Nullable List<@Nullable String> tasks) {}

    /**
     * @param code why it was refused; absent if it was done
     * @param detail the same in words
     */
    record Result(
            String task,
            boolean done,
            @Nullable String code,
            @Nullable String detail) {}

    record Results(List<Result> results) {}

    /** Answers in the order given; that one is refused changes nothing for the others. */
    @PostMapping("/bulk")
    Results handle(Actor actor, Locale locale, @RequestBody Request request) {
        String act = request.act();
        if (act == null) {
            throw Refused.invalid(Violation.of("act", "required"));
        }
        List<String> ids = Objects.requireNonNullElse(request.tasks(), List.<@Nullable String>of()).stream()
                .filter(Objects::nonNull)
                .toList();
        return new Results(handling.each(actor, TaskFilter.word("act", Handling.Act.class, act), ids).stream()
                .map(one -> result(one, locale))
                .toList());
    }

    private Result result(Handled one, Locale locale) {
        Refused refused = one.refused();
        return refused == null
                ? new Result(one.taskId(), true, null, null)
                : new Result(
                        one.taskId(),
                        false,
                        refused.code(),
                        messages.getMessage(
                                "refused." + refused.code(), refused.args().toArray(), refused.code(), locale));
    }
}
