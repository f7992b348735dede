package org.accord.process;

import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.accord.core.LocalText;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.jspecify.annotations.Nullable;

/** What the engine remembers of the way that a process instance took. */
final class PassedSteps {

    private final HistoryService history;
    private final Models models;

    PassedSteps(HistoryService history, Models models) {
        this.history = history;
        this.models = models;
    }

    String diagram(String definitionId, String instanceId, Locale locale, boolean trusted, @Nullable Integer step) {
        Map<String, ProcessDiagram.Mark> marks = new LinkedHashMap<>();
        List<HistoricActivityInstance> all = visible(definitionId, instanceId, trusted);
        int shown = step == null ? all.size() : Math.max(0, Math.min(step, all.size()));
        for (HistoricActivityInstance done : all.subList(0, shown)) {
            boolean active = step == null ? done.getEndTime() == null : done == all.get(shown - 1);
            marks.merge(
                    element(done),
                    active ? ProcessDiagram.Mark.ACTIVE : ProcessDiagram.Mark.DONE,
                    (one, other) -> one.equals(ProcessDiagram.Mark.ACTIVE) ? one : other);
        }
        return models.diagram(definitionId, locale, marks);
    }

    List<PassedStep> steps(String definitionId, String instanceId, boolean trusted) {
        List<PassedStep> steps = new ArrayList<>();
        for (HistoricActivityInstance one : visible(definitionId, instanceId, trusted)) {
            steps.add(step(definitionId, steps.size() + 1, one));
        }
        return steps;
    }

    /** Whoever is not trusted does not learn from a gap in the numbers that something confidential happened. */
    private List<HistoricActivityInstance> visible(String definitionId, String instanceId, boolean trusted) {
        Set<String> hidden = trusted ? Set.of() : models.confidential(definitionId);
        return all(instanceId).stream()
                .filter(one -> !hidden.contains(element(one)))
                .toList();
    }

    /** The engine calls what repeats an activity by the activity's own identifier and a suffix. */
    private static String element(HistoricActivityInstance one) {
        return one.getActivityId().replace("#multiInstanceBody", "");
    }

    private PassedStep step(String definitionId, int number, HistoricActivityInstance one) {
        LocalText name = models.find(definitionId, element(one))
                .map(ProcessModel.Element::name)
                .orElseGet(() -> LocalText.english(element(one)));
        Date until = one.getEndTime();
        return new PassedStep(
                number,
                element(one),
                name,
                one.getStartTime().toInstant(),
                until == null ? null : until.toInstant(),
                one.getTaskId());
    }

    private List<HistoricActivityInstance> all(String instanceId) {
        return history.createHistoricActivityInstanceQuery()
                .processInstanceId(instanceId)
                .orderByHistoricActivityInstanceStartTime()
                .asc()
                .orderPartiallyByOccurrence()
                .asc()
                .list();
    }
}
