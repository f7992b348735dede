package org.accord.tasks;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.accord.core.Actor;
import org.accord.core.LocalText;
import org.accord.forms.FieldChange;
import org.accord.forms.FormView;
import org.accord.forms.Forms;
import org.accord.process.Processes;
import org.springframework.stereotype.Component;

/** What was handed in on a case so far, as a reader may see it: the basis of the next step. */
@Component
class TaskBasis {

    private final Inbox inbox;
    private final Forms forms;
    private final Processes processes;

    TaskBasis(Inbox inbox, Forms forms, Processes processes) {
        this.inbox = inbox;
        this.forms = forms;
        this.processes = processes;
    }

    record Paper(Submitted submitted, FormView form) {}

    /**
     * What changed in a paper that was handed in more than once.
     *
     * @param before when it was handed in before
     */
    record Revision(LocalText taskName, Instant before, List<FieldChange> changes) {}

    /** In the order in which it was handed in. */
    List<Paper> papers(Actor reader, String caseKey, Locale locale) {
        return inbox.submissionsOf(reader, caseKey).stream()
                .map(submitted -> new Paper(
                        submitted,
                        forms.view(submitted.form(), submitted.data(), Map.of(), List.of(), locale, true)
                                .without(submitted.withheld())))
                .toList();
    }

    /** The last two of each paper that came back and was handed in again, compared. */
    List<Revision> revisions(List<Paper> papers) {
        Map<List<Object>, List<Paper>> versions = new LinkedHashMap<>();
        for (Paper paper : papers) {
            Submitted submitted = paper.submitted();
            if (comesBack(submitted.definitionId(), submitted.element())) {
                versions.computeIfAbsent(List.of(submitted.element(), submitted.scope()), element -> new ArrayList<>())
                        .add(paper);
            }
        }
        return versions.values().stream()
                .filter(list -> list.size() > 1)
                .map(list -> revision(list.get(list.size() - 2), list.get(list.size() - 1)))
                .toList();
    }

    private boolean comesBack(String definitionId, String element) {
        return processes.property(definitionId, element, "again").isPresent();
    }

    private static Revision revision(Paper before, Paper after) {
        return new Revision(
                after.submitted().taskName(),
                before.submitted().at(),
                after.form().changesFrom(before.form()));
    }

    /**
     * What others handed in since this step was done last, where it begins with what was handed in then; empty if it is done
     * for the first time.
     */
    List<Paper> since(Actor reader, TaskView task, List<Paper> papers) {
        TaskRow row = inbox.visible(reader, task.id());
        if (!comesBack(row.definitionId(), row.element())) {
            return List.of();
        }
        int last = -1;
        for (int i = 0; i < papers.size(); i++) {
            Submitted submitted = papers.get(i).submitted();
            if (submitted.element().equals(task.element()) && submitted.scope().equals(task.scope())) {
                last = i;
            }
        }
        return last < 0
                ? List.of()
                : papers.subList(last + 1, papers.size()).stream()
                        .filter(paper -> !reader.is(paper.submitted().by()))
                        .toList();
    }
}
