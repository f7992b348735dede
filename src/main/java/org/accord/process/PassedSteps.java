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
        List<HistoricActivityInstance> all = all(instanceId);
        int shown = step == null ? all.size() : Math.max(0, Math.min(step, all.size()));
        for (HistoricActivityInstance done : all.subList(0, shown)) {
            boolean active = step == null ? done.getEndTime() == null : done == all.get(shown - 1);
            marks.merge(
                    done.getActivityId(),
                    active ? ProcessDiagram.Mark.ACTIVE : ProcessDiagram.Mark.DONE,
                    (one, other) -> one == ProcessDiagram.Mark.ACTIVE ? one : other);
        }
        if (!trusted) {
            marks.keySet().removeAll(models.confidential(definitionId));
        }
        return models.diagram(definitionId, locale, marks);
    }

    List<PassedStep> steps(String definitionId, String instanceId, boolean trusted) {
        Set<String> hidden = trusted ? Set.of() : models.confidential(definitionId);
        List<PassedStep> steps = new ArrayList<>();
        int number = 0;
        for (HistoricActivityInstance one : all(instanceId)) {
            number++;
            if (!hidden.contains(one.getActivityId())) {
                steps.add(step(definitionId, number, one));
            }
        }
        return steps;
    }

    private PassedStep step(String definitionId, int number, HistoricActivityInstance one) {
        LocalText name = models.find(definitionId, one.getActivityId())
                .map(ProcessModel.Element::name)
                .orElseGet(() -> LocalText.english(one.getActivityId()));
        Date until = one.getEndTime();
        return new PassedStep(
                number,
                one.getActivityId(),
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
