package org.accord.cases;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.accord.audit.AuditEntry;
import org.accord.core.Actor;
import org.accord.core.Capacity;
import org.accord.core.Page;
import org.accord.core.Refused;
import org.accord.core.Violation;
import org.accord.process.Standing;
import org.accord.tasks.Inbox;
import org.accord.tasks.TaskView;
import org.accord.tasks.Tasks;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/cases")
class CaseApi {

    private final Cases cases;
    private final CaseHistory history;
    private final Inbox inbox;
    private final Tasks tasks;
    private final TransactionTemplate transaction;

    CaseApi(Cases cases, CaseHistory history, Inbox inbox, Tasks tasks, TransactionTemplate transaction) {
        this.cases = cases;
        this.history = history;
        this.inbox = inbox;
        this.tasks = tasks;
        this.transaction = transaction;
    }

    record Opening(@Nullable String process, @Nullable Map<String, Object> data) {}

    record Report(@Nullable Map<String, Object> data) {}

    record Awaited(
            String id,
            String message,
            String title,
            @Nullable String state,
            @Nullable String form) {}

    record Waiting(
            String element,
            String name,
            @Nullable String task,
            @Nullable String role,
            @Nullable String state,
            @Nullable String assignee,
            @Nullable Instant due) {}

    record CaseItem(
            String key,
            String process,
            String title,
            String status,
            @Nullable String outcome,
            @Nullable String stage,
            @Nullable String state,
            @Nullable String pillar,
            @Nullable String date,
            @Nullable String parent,
            Instant started,
            @Nullable Instant ended) {}

    record CaseDetail(
            @JsonUnwrapped CaseItem summary,
            List<Waiting> waitingFor,
            List<CaseItem> children,
            List<Awaited> awaited) {}

    record HistoryItem(
            long index,
            Instant at,
            String actor,
            @Nullable String role,
            @Nullable String onBehalfOf,
            String action,
            String subject,
            String summary,
            Map<String, Object> details) {

        static HistoryItem of(CaseHistory.Line line) {
            AuditEntry entry = line.entry();
            Capacity capacity = entry.capacity();
            return new HistoryItem(
                    entry.index(),
                    entry.at(),
                    entry.actor().name(),
                    capacity == null ? null : capacity.role(),
                    capacity == null ? null : capacity.onBehalfOf(),
                    entry.action(),
                    entry.subject().toString(),
                    line.summary(),
                    entry.details());
        }
    }

    @PostMapping
    ResponseEntity<CaseDetail> open(Actor actor, Locale locale, @RequestBody Opening opening) {
        String process = opening.process();
        if (process == null || process.isBlank()) {
            throw Refused.invalid(Violation.of("process", "required"));
        }
        CaseFile opened = Objects.requireNonNull(transaction.execute(status -> {
            CaseFile file = cases.open(actor, process);
            keepForFirstTask(actor, file, opening.data());
            return file;
        }));
        return ResponseEntity.created(URI.create("/api/v1/cases/" + opened.key()))
                .body(detail(actor, opened, locale));
    }

    /** What came with the opening waits as a draft in the opener's first task. */
    private void keepForFirstTask(Actor actor, CaseFile opened, @Nullable Map<String, Object> data) {
        if (data == null || data.isEmpty()) {
            return;
        }
        inbox.ofCase(actor, opened.key()).stream()
                .filter(task -> task.isOpen() && task.reason() == TaskView.Reason.ROLE)
                .findFirst()
                .ifPresent(task -> tasks.saveDraft(actor, task.id(), data));
    }

    @GetMapping
    Page<CaseItem> list(
            Actor actor,
            Locale locale,
            @RequestParam(required = false) @Nullable String process,
            @RequestParam(defaultValue = "25") int limit,
            @RequestParam(required = false) @Nullable String after) {
        Page<CaseFile> page = cases.page(actor, process, null, limit, after);
        return new Page<>(
                page.items().stream().map(file -> item(file, locale, null)).toList(), page.next());
    }

    @GetMapping("/{key}")
    CaseDetail one(Actor actor, Locale locale, @PathVariable String key) {
        return detail(actor, cases.find(actor, key), locale);
    }

    @GetMapping("/{key}/history")
    Page<HistoryItem> history(
            Actor actor,
            Locale locale,
            @PathVariable String key,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable String after) {
        CaseFile file = cases.find(actor, key);
        Page<CaseHistory.Line> page = history.timeline(actor, file, limit, after, locale);
        return new Page<>(page.items().stream().map(HistoryItem::of).toList(), page.next());
    }

    @GetMapping(path = "/{key}/diagram.svg", produces = "image/svg+xml;charset=UTF-8")
    String diagram(
            Actor actor,
            Locale locale,
            @PathVariable String key,
            @RequestParam(required = false) @Nullable Integer step) {
        return cases.diagram(actor, key, locale, step);
    }

    @PostMapping("/{key}/messages/{id}")
    CaseDetail report(
            Actor actor, Locale locale, @PathVariable String key, @PathVariable String id, @RequestBody Report report) {
        cases.report(actor, key, id, report.data() == null ? Map.of() : report.data());
        return detail(actor, cases.find(actor, key), locale);
    }

    private CaseDetail detail(Actor actor, CaseFile file, Locale locale) {
        List<Standing> standing = cases.standing(actor, file.key());
        String stage = standing.isEmpty() ? null : standing.get(0).elementId();
        return new CaseDetail(
                item(file, locale, stage),
                waiting(actor, file, standing, locale),
                cases.children(actor, file.key()).stream()
                        .map(child -> item(child, locale, null))
                        .toList(),
                cases.reportable(actor, file.key()).stream()
                        .map(message -> new Awaited(
                                message.id(),
                                message.name(),
                                message.title().in(locale),
                                message.state(),
                                message.form()))
                        .toList());
    }

    /** The open tasks that the reader may see, and what else the process stands at. */
    private List<Waiting> waiting(Actor actor, CaseFile file, List<Standing> standing, Locale locale) {
        List<Waiting> waiting = new ArrayList<>();
        List<TaskView> open = inbox.ofCase(actor, file.key()).stream()
                .filter(TaskView::isOpen)
                .toList();
        for (TaskView task : open) {
            waiting.add(new Waiting(
                    task.element(),
                    task.name().in(locale),
                    task.id(),
                    task.role(),
                    task.scope().state(),
                    task.assignee(),
                    task.due()));
        }
        for (Standing at : standing) {
            if (open.stream().noneMatch(task -> task.element().equals(at.elementId()))) {
                waiting.add(new Waiting(at.elementId(), at.name().in(locale), null, null, null, null, null));
            }
        }
        return waiting;
    }

    private static CaseItem item(CaseFile file, Locale locale, @Nullable String stage) {
        return new CaseItem(
                file.key(),
                file.process(),
                file.title().in(locale),
                file.status().word(),
                file.outcome(),
                stage,
                file.state(),
                file.pillar(),
                file.date() == null ? null : file.date().toString(),
                file.parent(),
                file.started(),
                file.ended());
    }
}
