package org.accord.tasks;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.accord.access.Grant;
import org.accord.access.Permissions;
import org.accord.access.Reach;
import org.accord.access.Right;
import org.accord.core.Actor;
import org.accord.core.Capacity;
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
    private final Capacities capacities;

    Inbox(
            InboxStore store,
            SubmissionStore submissions,
            Permissions permissions,
            Reach reach,
            Processes processes,
            CaseDirectory cases,
            EscalationStore escalations,
            Capacities capacities) {
        this.store = store;
        this.submissions = submissions;
        this.permissions = permissions;
        this.reach = reach;
        this.processes = processes;
        this.cases = cases;
        this.escalations = escalations;
        this.capacities = capacities;
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

    /** What was last handed in with this step of the case, for the same State or organisation. */
    Optional<Submitted> lastOf(Actor reader, TaskRow task) {
        return submissionsOf(reader, task.caseKey()).stream()
                .filter(submitted -> submitted.element().equals(task.element())
                        && submitted.scope().equals(task.scope()))
                .reduce((earlier, later) -> later);
    }

    /** What was handed in with a closed task. */
    public List<Submitted> submissionsOf(Actor reader, String caseKey) {
        Set<String> audiences = reach.of(reader, cases.process(caseKey).orElse(""));
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
                kept.definitionId(),
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

    /** @param principals the reader's names as they bear them */
    static boolean sees(TaskRow row, Set<String> principals) {
        Set<String> mine = Reach.within(principals, row.caseProcess());
        List<String> addressed = new ArrayList<>(InboxProjection.principals(row));
        addressed.addAll(row.scope().principalsCovering(row.role()));
        return addressed.stream().anyMatch(mine::contains);
    }

    private Set<String> principals(Actor reader, TaskFilter.View view) {
        return switch (view) {
            case MINE -> holders(reader);
            case GROUP -> ofRoles(reader);
            case ALL -> allPrincipals(reader);
        };
    }

    /** The reader as a holder of tasks, and those whom they stand in for, each as far as the role goes. */
    private Set<String> holders(Actor reader) {
        Set<String> holders = new HashSet<>();
        holders.add(InboxProjection.holder(reader.name()));
        for (Grant grant : permissions.grants(reader)) {
            if (grant.onBehalfOf() != null && grant.rights().contains(Right.WORK)) {
                String role = grant.scope().principal(grant.role());
                holders.addAll(grant.borne(InboxProjection.holder(grant.onBehalfOf(), role)));
            }
        }
        return holders;
    }

    private Set<String> allPrincipals(Actor reader) {
        Set<String> all = new HashSet<>(reach.names(reader));
        all.addAll(ofRoles(reader));
        all.addAll(holders(reader));
        return all;
    }

    /** What the reader's roles may do, and what they were told of. */
    private Set<String> ofRoles(Actor reader) {
        Set<String> roles = permissions.principals(reader);
        Set<String> audiences = reach.of(reader);
        Set<String> all = new HashSet<>(roles);
        Reach.within(roles, "")
                .forEach(role -> audiences.forEach(audience -> all.add(InboxProjection.told(role, audience))));
        return all;
    }

    private List<TaskView> views(Actor reader, List<TaskRow> rows) {
        Map<String, LocalText> titles =
                cases.titles(rows.stream().map(TaskRow::caseKey).distinct().toList());
        Set<String> roles = permissions.principals(reader);
        Map<String, List<Escalation>> escalated =
                escalations.of(rows.stream().map(TaskRow::id).toList());
        Function<String, List<Grant>> grants = capacities.now();
        return rows.stream()
                .map(row -> view(
                        row,
                        title(titles, row),
                        new Looking(reader, roles, grants),
                        escalated.getOrDefault(row.id(), List.of())))
                .toList();
    }

    private static LocalText title(Map<String, LocalText> titles, TaskRow row) {
        LocalText title = titles.get(row.caseKey());
        return title == null ? LocalText.english(row.caseKey()) : title;
    }

    private static TaskView.Reason asReader(TaskRow row, Set<String> roles) {
        boolean told = row.told().stream().anyMatch(role -> isOneOf(row, role, roles));
        return told ? TaskView.Reason.ESCALATED : TaskView.Reason.READER;
    }

    /** Whether one of these names is that of a holder of the role there. */
    static boolean isOneOf(TaskRow row, String role, Set<String> roles) {
        Set<String> mine = Reach.within(roles, row.caseProcess());
        return row.scope().principalsCovering(role).stream().anyMatch(mine::contains);
    }

    /** Who looks, under which names, and what anybody may do now. */
    private record Looking(Actor reader, Set<String> roles, Function<String, List<Grant>> grants) {}

    private TaskView view(TaskRow row, LocalText caseTitle, Looking looking, List<Escalation> escalated) {
        Actor reader = looking.reader();
        String holder = row.isOpen() ? Capacities.holder(row, looking.grants()) : row.assignee();
        List<Capacity> fitting = Capacities.of(looking.grants().apply(reader.name()), row);
        Capacity used = Capacities.inTheNameOf(holder, reader, fitting).stream()
                .findFirst()
                .orElse(null);
        TaskView.Reason reason = reader.is(row.assignee()) || holder != null && used != null
                ? TaskView.Reason.ASSIGNED
                : fitting.isEmpty() ? asReader(row, looking.roles()) : TaskView.Reason.ROLE;
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
                escalated,
                used == null || !row.isOpen() ? null : used.onBehalfOf());
    }
}
