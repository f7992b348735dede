package org.accord.tasks;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.accord.access.Grant;
import org.accord.access.Permissions;
import org.accord.access.Reach;
import org.accord.access.Right;
import org.accord.core.Actor;
import org.accord.core.LocalText;
import org.accord.core.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What somebody's roles were told to see to. Who may not know of a confidential task learns that something is to be done on
 * the case, and what; not for which State, nor for how many.
 */
@Component
class EscalationList {

    private final InboxStore store;
    private final EscalationStore escalations;
    private final Inbox inbox;
    private final Permissions permissions;
    private final Reach reach;
    private final CaseDirectory cases;

    EscalationList(
            InboxStore store,
            EscalationStore escalations,
            Inbox inbox,
            Permissions permissions,
            Reach reach,
            CaseDirectory cases) {
        this.store = store;
        this.escalations = escalations;
        this.inbox = inbox;
        this.permissions = permissions;
        this.reach = reach;
        this.cases = cases;
    }

    private record Line(TaskRow row, Escalation escalation) {}

    /** All of it, in the order in which it was told. */
    List<Escalation.Reached> of(Actor reader) {
        List<Escalation.Reached> all = new ArrayList<>(hiddenFrom(reader));
        for (Line line : lines(reader, true)) {
            var task = inbox.find(reader, line.row().id());
            all.add(reached(line, task.caseTitle(), task));
        }
        all.sort(Comparator.comparing(Escalation.Reached::since));
        return all;
    }

    /** That of which they may not see the task: one line for each act on a case that they may see. */
    List<Escalation.Reached> hiddenFrom(Actor reader) {
        Map<String, Line> first = new LinkedHashMap<>();
        lines(reader, false).stream()
                .filter(line ->
                        reach.sees(reader, Scope.PROGRAMME, false, line.row().secretariatOnly()))
                .sorted(Comparator.comparing(line -> line.escalation().at()))
                .forEach(line -> first.putIfAbsent(
                        line.row().caseKey() + " " + line.escalation().action(), line));
        Map<String, LocalText> titles = cases.titles(first.values().stream()
                .map(line -> line.row().caseKey())
                .distinct()
                .toList());
        return first.values().stream()
                .map(line -> reached(
                        line,
                        titles.getOrDefault(
                                line.row().caseKey(),
                                LocalText.english(line.row().caseKey())),
                        null))
                .toList();
    }

    private static Escalation.Reached reached(Line line, LocalText title, @Nullable TaskView task) {
        Instant since = line.escalation().at();
        return new Escalation.Reached(
                line.escalation().action(), since, line.row().caseKey(), title, task);
    }

    /** What was told to the reader's roles about tasks that they see, or that they do not see. */
    private List<Line> lines(Actor reader, boolean seen) {
        Set<String> names = permissions.principals(reader);
        List<TaskRow> rows = escalations.toldTo(roles(reader)).stream()
                .flatMap(id -> store.find(id).stream())
                .filter(row -> inbox.isVisible(reader, row) == seen)
                .toList();
        Map<String, List<Escalation>> told =
                escalations.of(rows.stream().map(TaskRow::id).toList());
        List<Line> lines = new ArrayList<>();
        for (TaskRow row : rows) {
            told.getOrDefault(row.id(), List.of()).stream()
                    .filter(one -> one.told().stream().anyMatch(role -> Inbox.isOneOf(row, role, names)))
                    .forEach(one -> lines.add(new Line(row, one)));
        }
        return lines;
    }

    private Set<String> roles(Actor reader) {
        return permissions.grants(reader).stream()
                .filter(grant -> grant.rights().contains(Right.WORK))
                .map(Grant::role)
                .collect(Collectors.toSet());
    }
}
