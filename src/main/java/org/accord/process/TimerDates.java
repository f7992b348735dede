package org.accord.process;

import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Sets the timers that wait for a rule of the deadline table to what the rule says now. */
@Component
class TimerDates {

    private static final Pattern RULE =
            Pattern.compile("\\$\\{\\s*deadlines\\.at\\(\\s*execution\\s*,\\s*'(\\w+)'\\s*\\)\\s*}");

    private final ManagementService jobs;
    private final RuntimeService runtime;
    private final Models models;
    private final ObjectProvider<DueDates> dueDates;

    TimerDates(ManagementService jobs, RuntimeService runtime, Models models, ObjectProvider<DueDates> dueDates) {
        this.jobs = jobs;
        this.runtime = runtime;
        this.models = models;
        this.dueDates = dueDates;
    }

    /** Answers how many timers strike at another moment than before. */
    int recompute() {
        Map<String, String> rules = rules();
        List<Job> waiting = jobs.createJobQuery().timers().active().orderByJobId().asc().list().stream()
                .filter(job -> rules.containsKey(job.getJobDefinitionId()))
                .toList();
        Map<String, String> cases = cases(waiting);
        int moved = 0;
        for (Job timer : waiting) {
            String caseKey = cases.get(timer.getProcessInstanceId());
            String rule = rules.get(timer.getJobDefinitionId());
            if (caseKey != null && rule != null && moved(timer, rule, caseKey)) {
                moved++;
            }
        }
        return moved;
    }

    private boolean moved(Job timer, String rule, String caseKey) {
        Instant began = timer.getCreateTime().toInstant();
        Date due = Date.from(dueDates.getObject().due(rule, caseKey, began));
        if (timer.getDuedate().getTime() == due.getTime()) {
            return false;
        }
        jobs.setJobDuedate(timer.getId(), due, false);
        return true;
    }

    /** The rule of each kind of timer that waits for one, by the id of its job definition. */
    private Map<String, String> rules() {
        Map<String, String> rules = new HashMap<>();
        for (JobDefinition definition : jobs.createJobDefinitionQuery().active().list()) {
            rule(definition).ifPresent(rule -> rules.put(definition.getId(), rule));
        }
        return rules;
    }

    private Optional<String> rule(JobDefinition definition) {
        return models.find(definition.getProcessDefinitionId(), definition.getActivityId())
                .map(ProcessModel.Element::trigger)
                .filter(trigger -> trigger.type() == ProcessModel.Trigger.Type.TIMER)
                .map(trigger -> RULE.matcher("" + trigger.reference()))
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1));
    }

    private Map<String, String> cases(List<Job> timers) {
        if (timers.isEmpty()) {
            return Map.of();
        }
        return runtime
                .createProcessInstanceQuery()
                .processInstanceIds(
                        timers.stream().map(Job::getProcessInstanceId).collect(Collectors.toSet()))
                .list()
                .stream()
                .collect(Collectors.toMap(ProcessInstance::getId, ProcessInstance::getBusinessKey));
    }
}
