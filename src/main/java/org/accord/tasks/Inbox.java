package org.accord.tasks;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.accord.access.Permissions;
import org.accord.access.Reach;
import org.accord.core.Actor;
import org.accord.core.LocalText;
import org.accord.core.Page;
import org.accord.core.Refused;
import org.accord.core.Violation;
import org.accord.process.Processes;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The inbox, for reading. Each list, count and single task shows what the reader may see and nothing else. */
@Component
public class Inbox {

    /** Tasks on a page at most. */
    public static final int LARGEST_PAGE = 100;

    /** Counts are exact below this and say that they are capped from it on. */
    public static final int COUNT_CAP = 1000;

    private final InboxStore store;
    private final SubmissionStore submissions;
    private final Permissions permissions;
    private final Reach reach;
    private final Processes processes;
    private final CaseDirectory cases;
    private final EscalationStore escalations;

    Inbox(
            InboxStore store,
            SubmissionStore submissions,
            Permissions permissions,
            Reach reach,
            Processes processes,
            CaseDirectory cases,
            EscalationStore escalations) {
        this.store = store;
        this.submissions = submissions;
        this.permissions = permissions;
        this.reach = reach;
        this.processes = processes;
        this.cases = cases;
        this.escalations = escalations;
    }

    /** A number of tasks; capped if there are more. */
    public record Count(int count, boolean capped) {}

    /** A page of open tasks. Refuses a limit outside 1 to 100 ({@code outOfRange}) and a foreign cursor. */
    public Page<TaskView> page(Actor reader, TaskFilter filter, int limit, @Nullable String after) {
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw Refused.invalid(Violation.of("limit", "outOfRange", 1, LARGEST_PAGE, limit));
        }
        Cursor cursor = after == null ? null : Cursor.parse(after, filter.sort());
        List<TaskRow> rows = store.page(filter, principals(reader, filter.view()), cursor, limit + 1);
        boolean more = rows.size() > limit;
        List<TaskRow> shown = more ? rows.subList(0, limit) : rows;
        String next = more ? Cursor.of(shown.get(limit - 1), filter.sort()).text() : null;
        return new Page<>(views(reader, shown), next);
    }

    public Count count(Actor reader, TaskFilter filter) {
        int counted = store.count(filter, principals(reader, filter.view()), COUNT_CAP);
        return new Count(counted, counted == COUNT_CAP);
    }

    /** One task, open or closed; {@code noSuchTask} also for those the reader may not see. */
    public TaskView find(Actor reader, String taskId) {
        return views(reader, List.of(visible(reader, taskId))).get(0);
    }

    /** All tasks of a case that the reader may see, closed ones included, in the order of their opening. */
    public List<TaskView> ofCase(Actor reader, String caseKey) {
        Set<String> mine = allPrincipals(reader);
        List<TaskRow> rows =
                store.ofCase(caseKey).stream().filter(row -> sees(row, mine)).toList();
        return views(reader, rows);
    }

    /** What was handed in with a closed task. */
    public List<Submitted> submissionsOf(Actor reader, String caseKey) {
        Set<String> audiences = reach.of(reader);
        return submissions.ofCase(caseKey).stream()
                .filter(kept -> Reach.audiences(kept.scope(), kept.confidential(), kept.secretariatOnly()).stream()
                        .anyMatch(audiences::contains))
                .map(kept -> submitted(reader, kept))
                .toList();
    }

    /** What the reader has done lately, newest first. */
    public List<Submitted> doneBy(Actor reader) {
        return submissions.by(reader.name()).stream()
                .map(kept -> submitted(reader, kept))
                .toList();
    }

    public List<Submitted> submissionOf(Actor reader, String taskId) {
        visible(reader, taskId);
        return submissions.ofTask(taskId).map(kept -> submitted(reader, kept)).stream()
                .toList();
    }

    private Submitted submitted(Actor reader, SubmissionStore.Kept kept) {
        List<String> withheld = reader.is(kept.by()) ? List.of() : kept.text();
        Map<String, Object> data = new LinkedHashMap<>(kept.data());
        data.keySet().removeAll(withheld);
        return new Submitted(
                kept.number(),
                kept.taskId(),
                kept.caseKey(),
                processes.elementName(kept.definitionId(), kept.element()),
                kept.element(),
                kept.form(),
                data,
                withheld,
                kept.digest(),
                kept.by(),
                kept.capacity(),
                kept.scope(),
                kept.confidential(),
                kept.at());
    }

    TaskRow visible(Actor reader, String taskId) {
        Set<String> mine = allPrincipals(reader);
        return store.find(taskId)
                .filter(row -> sees(row, mine))
                .orElseThrow(() -> Refused.notFound("noSuchTask", taskId));
    }

    boolean isVisible(Actor reader, TaskRow row) {
        return sees(row, allPrincipals(reader));
    }

    static boolean sees(TaskRow row, Set<String> principals) {
        List<String> addressed = new ArrayList<>(InboxProjection.principals(row));
        addressed.addAll(row.scope().principalsCovering(row.role()));
        return addressed.stream().anyMatch(principals::contains);
    }

    private Set<String> principals(Actor reader, TaskFilter.View view) {
        return switch (view) {
            case MINE -> Set.of(InboxProjection.holder(reader.name()));
            case GROUP -> ofRoles(reader, reach.of(reader));
            case ALL -> allPrincipals(reader);
        };
    }

    private Set<String> allPrincipals(Actor reader) {
        Set<String> audiences = reach.of(reader);
        Set<String> all = new HashSet<>(audiences);
        all.addAll(ofRoles(reader, audiences));
        all.add(InboxProjection.holder(reader.name()));
        return all;
    }

    /** What the reader's roles may do, and what they were told of. */
    private Set<String> ofRoles(Actor reader, Set<String> audiences) {
        Set<String> roles = permissions.principals(reader);
        Set<String> all = new HashSet<>(roles);
        roles.forEach(role -> audiences.forEach(audience -> all.add(InboxProjection.told(role, audience))));
        return all;
    }

    private List<TaskView> views(Actor reader, List<TaskRow> rows) {
        Map<String, LocalText> titles =
                cases.titles(rows.stream().map(TaskRow::caseKey).distinct().toList());
        Set<String> roles = permissions.principals(reader);
        Map<String, List<Escalation>> escalated =
                escalations.of(rows.stream().map(TaskRow::id).toList());
        return rows.stream()
                .map(row -> view(
                        row,
                        title(titles, row),
                        reason(row, reader, roles),
                        escalated.getOrDefault(row.id(), List.of())))
                .toList();
    }

    private static LocalText title(Map<String, LocalText> titles, TaskRow row) {
        LocalText title = titles.get(row.caseKey());
        return title == null ? LocalText.english(row.caseKey()) : title;
    }

    /** Who holds the task, as long as they may: with the mandate goes the task, and the role can take it again. */
    @Nullable
    String holder(TaskRow row) {
        String assignee = row.assignee();
        boolean may = assignee != null
                && permissions
                        .capacityForWork(Actor.person(assignee), row.role(), row.scope())
                        .isPresent();
        return may ? assignee : null;
    }

    private static TaskView.Reason reason(TaskRow row, Actor reader, Set<String> roles) {
        if (reader.is(row.assignee())) {
            return TaskView.Reason.ASSIGNED;
        }
        if (isOneOf(row, row.role(), roles)) {
            return TaskView.Reason.ROLE;
        }
        boolean told = row.told().stream().anyMatch(role -> isOneOf(row, role, roles));
        return told ? TaskView.Reason.ESCALATED : TaskView.Reason.READER;
    }

    /** Whether one of these names is that of a holder of the role there. */
    static boolean isOneOf(TaskRow row, String role, Set<String> roles) {
        return row.scope().principalsCovering(role).stream().anyMatch(roles::contains);
    }

    private TaskView view(TaskRow row, LocalText caseTitle, TaskView.Reason reason, List<Escalation> escalated) {
        String holder = row.isOpen() ? holder(row) : row.assignee();
        return new TaskView(
                row.id(),
                row.version(),
                row.status(),
                processes.elementName(row.definitionId(), row.element()),
                row.caseKey(),
                caseTitle,
                row.processKey(),
                row.element(),
                row.role(),
                row.scope(),
                row.confidential(),
                holder,
                holder == null ? row.scope().principalsCovering(row.role()) : List.of(),
                row.due(),
                row.opened(),
                row.closed(),
                row.priority(),
                row.form(),
                row.ballot(),
                reason,
                escalated);
    }
}
