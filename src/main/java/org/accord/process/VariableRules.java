package org.accord.process;

import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.accord.process.ModelLint.Subject;
import org.accord.process.ProcessModel.Element;
import org.accord.process.ProcessModel.Flow;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;

/** A condition reads only variables that something sets: a fact, a decision, a step, a call or Accord itself. */
record VariableRules(Subject subject) {

    /** What Accord and the built-in steps set. */
    private static final Set<String> OURS = Set.of(
            "caseId",
            "outcome",
            "round",
            "participatingCount",
            "positionsCount",
            "objections",
            "statements",
            "observers",
            "deferred",
            "noReplies",
            "mayStart",
            "whyNot",
            "decisionOver",
            "decisionOutcome");

    private static final Set<String> FEEL_WORDS = Set.of(
            "and",
            "or",
            "not",
            "in",
            "true",
            "false",
            "null",
            "if",
            "then",
            "else",
            "some",
            "every",
            "satisfies",
            "between",
            "instance",
            "of",
            "for",
            "return",
            "function");

    /** The functions of FEEL with a space in their names, which would read as variables. */
    private static final Pattern FUNCTION = Pattern.compile("\\b(date and time|years and months duration|list contains"
            + "|string length|starts with|ends with|upper case|lower case|substring before|substring after)\\(");

    private static final Pattern STRING = Pattern.compile("\"[^\"]*\"");
    private static final Pattern NAME = Pattern.compile("(?<![\\w.])[A-Za-z_]\\w*(?!\\w*\\s*\\()");

    void check() {
        if (isCalledFromElsewhere()) {
            return;
        }
        Set<String> set = variables();
        for (Flow flow : subject.model().flows()) {
            names(Objects.requireNonNullElse(flow.condition(), "")).stream()
                    .filter(name -> !set.contains(name))
                    .forEach(name -> subject.fault(flow.id(), "unknownVariable", name));
        }
    }

    /** What a caller that is not here hands over is not known. */
    private boolean isCalledFromElsewhere() {
        ProcessModel model = subject.model();
        return model.starters().isEmpty() && !subject.whole().handedOver().containsKey(model.key());
    }

    static Set<String> names(String feel) {
        String bare = FUNCTION.matcher(STRING.matcher(feel).replaceAll("\"\"")).replaceAll("(");
        return NAME.matcher(bare)
                .results()
                .map(result -> result.group())
                .filter(name -> !FEEL_WORDS.contains(name))
                .collect(Collectors.toSet());
    }

    private Set<String> variables() {
        Set<String> variables = new HashSet<>(OURS);
        variables.addAll(subject.known().facts());
        subject.model().elements().forEach(element -> addSet(variables, element));
        addMapped(variables);
        subject.instance().getModelElementsByType(MultiInstanceLoopCharacteristics.class).stream()
                .map(MultiInstanceLoopCharacteristics::getCamundaElementVariable)
                .filter(Objects::nonNull)
                .forEach(variables::add);
        return variables;
    }

    private void addSet(Set<String> variables, Element element) {
        ProcessModel.listed(element.properties().get("facts"))
                .forEach(fact ->
                        variables.add(fact.substring(fact.indexOf('>') + 1).strip()));
        variables.addAll(subject.whole()
                .decisions()
                .getOrDefault(element.property("decision").orElse(""), Set.of()));
    }

    /** Results of the processes it calls, and what the processes that call it hand over. */
    private void addMapped(Set<String> variables) {
        for (CallActivity call : subject.instance().getModelElementsByType(CallActivity.class)) {
            EventRules.mappings(call, CamundaOut.class).stream()
                    .map(CamundaOut::getCamundaTarget)
                    .filter(Objects::nonNull)
                    .forEach(variables::add);
        }
        variables.addAll(
                subject.whole().handedOver().getOrDefault(subject.model().key(), Set.of()));
    }

    /** The variables that the calls of a model hand over, by key of the process called. */
    static Map<String, Set<String>> handedOver(Subject caller) {
        return caller.instance().getModelElementsByType(CallActivity.class).stream()
                .filter(call -> call.getCalledElement() != null)
                .collect(Collectors.toMap(
                        CallActivity::getCalledElement,
                        call -> EventRules.mappings(call, CamundaIn.class).stream()
                                .map(CamundaIn::getCamundaTarget)
                                .filter(Objects::nonNull)
                                .collect(Collectors.toSet()),
                        VariableRules::union));
    }

    static Set<String> union(Set<String> one, Set<String> other) {
        Set<String> both = new HashSet<>(one);
        both.addAll(other);
        return both;
    }
}
