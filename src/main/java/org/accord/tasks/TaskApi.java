package org.accord.tasks;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.accord.core.Actor;
import org.accord.core.Page;
import org.accord.core.Refused;
import org.accord.core.Violation;
import org.accord.forms.Forms;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/tasks")
class TaskApi {

    private final Inbox inbox;
    private final Tasks tasks;
    private final Forms forms;
    private final Dossier dossier;

    TaskApi(Inbox inbox, Tasks tasks, Forms forms, Dossier dossier) {
        this.dossier = dossier;
        this.inbox = inbox;
        this.tasks = tasks;
        this.forms = forms;
    }

    record TaskItem(
            String id,
            int version,
            String status,
            String name,
            String caseKey,
            String caseTitle,
            String process,
            String element,
            @Nullable String state,
            @Nullable String pillar,
            @Nullable String assignee,
            List<String> candidates,
            @Nullable Instant due,
            Instant created,
            int priority,
            String form,
            String reason,
            List<Escalation> escalations,
            @Nullable String onBehalfOf) {

        static TaskItem of(TaskView task, Locale locale) {
            return new TaskItem(
                    task.id(),
                    task.version(),
                    word(task.status()),
                    task.name().in(locale),
                    task.caseKey(),
                    task.caseTitle().in(locale),
                    task.process(),
                    task.element(),
                    task.scope().state(),
                    task.scope().pillar(),
                    task.assignee(),
                    task.candidates(),
                    task.due(),
                    task.created(),
                    task.priority(),
                    task.form().key() + "@" + task.form().version(),
                    word(task.reason()),
                    task.escalations(),
                    task.onBehalfOf());
        }

        private static String word(Enum<?> value) {
            return value.name().toLowerCase(Locale.ROOT);
        }
    }

    record TaskDetail(
            @JsonUnwrapped TaskItem task,
            Map<String, Object> schema,
            Map<String, Object> data,
            @Nullable Map<String, Object> draft,
            Map<String, Object> context,
            List<String> actions,
            List<ApprovalChain.Link> chain,
            SpendingAuthority.@Nullable Standing authority,
            List<ConditionStore.Condition> conditions,
            List<TaskBasis.Revision> changes) {}

    record Completion(@Nullable Integer version, @Nullable Map<String, Object> data) {}

    record Completed(TaskItem task, List<TaskItem> next) {}

    @GetMapping
    Page<TaskItem> list(
            Actor actor,
            Locale locale,
            @RequestParam(defaultValue = "mine") String view,
            @RequestParam(name = "case", required = false) @Nullable String caseKey,
            @RequestParam(required = false) @Nullable String process,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(name = "due-from", required = false) @Nullable Instant dueFrom,
            @RequestParam(name = "due-before", required = false) @Nullable Instant dueBefore,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(defaultValue = "due") String sort,
            @RequestParam(defaultValue = "25") int limit,
            @RequestParam(required = false) @Nullable String after) {
        TaskFilter filter = new TaskFilter(
                TaskFilter.word("view", TaskFilter.View.class, view),
                caseKey,
                process,
                state,
                dueFrom,
                dueBefore,
                q,
                TaskFilter.word("sort", TaskFilter.Sort.class, sort));
        Page<TaskView> page = inbox.page(actor, filter, limit, after);
        return new Page<>(items(page.items(), locale), page.next());
    }

    @GetMapping("/count")
    Inbox.Count count(Actor actor, @RequestParam(defaultValue = "mine") String view) {
        return inbox.count(actor, TaskFilter.of(TaskFilter.word("view", TaskFilter.View.class, view)));
    }

    @GetMapping("/{id}")
    TaskDetail task(Actor actor, Locale locale, @PathVariable String id) {
        TaskView task = inbox.find(actor, id);
        Map<String, Object> draft = tasks.draft(actor, id).map(Draft::data).orElse(null);
        Map<String, Object> data = inbox.submissionOf(actor, id).stream()
                .findFirst()
                .map(Submitted::data)
                .orElseGet(() -> tasks.prefilled(actor, id));
        Dossier.Contents contents = dossier.of(actor, task, locale);
        return new TaskDetail(
                TaskItem.of(task, locale),
                forms.schema(task.form(), locale),
                data,
                draft,
                tasks.context(actor, id),
                actions(task),
                contents.chain(),
                contents.authority().orElse(null),
                conditions(contents),
                contents.revisions());
    }

    /** The one that the task is there to meet, or else all. */
    private static List<ConditionStore.Condition> conditions(Dossier.Contents contents) {
        return contents.condition().map(List::of).orElse(contents.conditions());
    }

    private static List<String> actions(TaskView task) {
        if (!task.isOpen()) {
            return List.of();
        }
        return switch (task.reason()) {
            case ASSIGNED -> List.of("complete", "draft", "release");
            case ROLE -> task.assignee() == null ? List.of("claim", "complete", "draft") : List.of();
            case ESCALATED, READER -> List.of();
        };
    }

    @PostMapping("/{id}/claim")
    TaskItem claim(Actor actor, Locale locale, @PathVariable String id) {
        return TaskItem.of(tasks.claim(actor, id), locale);
    }

    @PostMapping("/{id}/release")
    TaskItem release(Actor actor, Locale locale, @PathVariable String id) {
        return TaskItem.of(tasks.release(actor, id), locale);
    }

    @PostMapping("/{id}/complete")
    Completed complete(
            Actor actor,
            Locale locale,
            @PathVariable String id,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody Completion completion) {
        Integer version = completion.version();
        if (version == null) {
            throw Refused.invalid(Violation.of("version", "required"));
        }
        TaskView done = tasks.complete(actor, id, version, given(completion), key);
        return new Completed(TaskItem.of(done, locale), next(actor, done.caseKey(), locale));
    }

    @PutMapping("/{id}/draft")
    Draft draft(Actor actor, @PathVariable String id, @RequestBody Completion draft) {
        return tasks.saveDraft(actor, id, given(draft));
    }

    private static Map<String, Object> given(Completion completion) {
        Map<String, Object> data = completion.data();
        return data == null ? Map.of() : data;
    }

    /** The open tasks on the case that the actor may do next. */
    private List<TaskItem> next(Actor actor, String caseKey, Locale locale) {
        List<TaskView> open = inbox.page(actor, TaskFilter.ofCase(caseKey), Inbox.LARGEST_PAGE, null).items().stream()
                .filter(task -> task.reason().isToDo())
                .toList();
        return items(open, locale);
    }

    private static List<TaskItem> items(List<TaskView> tasks, Locale locale) {
        return tasks.stream().map(task -> TaskItem.of(task, locale)).toList();
    }
}
