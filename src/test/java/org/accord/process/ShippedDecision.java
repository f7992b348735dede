package org.accord.process;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Rule;

/** A decision table as it is shipped, asked through the engine's own reading of DMN and FEEL; nothing else runs. */
final class ShippedDecision {

    /**
     * What a table says to some facts.
     *
     * @param rows the descriptions of the rows that fit
     * @param outputs the outputs of each of these rows, in the same order
     */
    record Answer(List<String> rows, List<Map<String, Object>> outputs) {

        Object only(String output) {
            if (outputs.size() != 1) {
                throw new AssertionError("not one outcome but " + outputs);
            }
            return outputs.get(0).get(output);
        }
    }

    private final List<DmnDecisionTableEvaluationEvent> heard = new ArrayList<>();
    private final Map<String, String> descriptions = new LinkedHashMap<>();
    private final Map<Map<String, Object>, Answer> answers = new HashMap<>();
    private final DmnEngine engine;
    private final DmnDecision decision;

    private ShippedDecision(byte[] file) {
        DmnModelInstance model = Dmn.readModelFromStream(new ByteArrayInputStream(file));
        model.getModelElementsByType(DecisionTable.class).stream()
                .flatMap(table -> table.getRules().stream())
                .forEach(rule -> descriptions.put(rule.getId(), description(rule)));
        DmnEngineConfiguration settings = DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        settings.setCustomPostDecisionTableEvaluationListeners(new ArrayList<>(List.of(heard::add)));
        engine = settings.buildEngine();
        decision =
                engine.parseDecisions(new ByteArrayInputStream(file)).iterator().next();
    }

    static ShippedDecision of(String id) {
        try {
            return new ShippedDecision(Files.readAllBytes(Path.of("bpmn", id + ".dmn")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is written beside each row, from the first to the last. */
    List<String> descriptions() {
        return List.copyOf(descriptions.values());
    }

    /** The answer to some facts; asked again, it is remembered, since a table knows nothing but its facts. */
    Answer ask(Map<String, Object> facts) {
        return answers.computeIfAbsent(new LinkedHashMap<>(facts), this::evaluate);
    }

    private Answer evaluate(Map<String, Object> facts) {
        heard.clear();
        engine.evaluateDecisionTable(decision, facts);
        List<DmnEvaluatedDecisionRule> fitting = heard.get(0).getMatchingRules();
        return new Answer(
                fitting.stream().map(rule -> descriptions.get(rule.getId())).toList(),
                fitting.stream().map(ShippedDecision::outputs).toList());
    }

    /** Facts by name; a null is a fact that is missing. */
    static Map<String, Object> facts(Object... namesAndValues) {
        Map<String, Object> facts = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            facts.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return facts;
    }

    /** Every combination of facts; a name is followed by the list of its values. */
    static List<Map<String, Object>> everyCombination(Object... namesAndValues) {
        List<Map<String, Object>> combinations = List.of(Map.of());
        for (int i = 0; i < namesAndValues.length; i += 2) {
            String name = (String) namesAndValues[i];
            List<?> values = (List<?>) namesAndValues[i + 1];
            combinations = combinations.stream()
                    .flatMap(facts -> values.stream().map(value -> with(facts, name, value)))
                    .toList();
        }
        return combinations;
    }

    /** The same facts but for one. */
    static Map<String, Object> with(Map<String, Object> facts, String name, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(facts);
        changed.put(name, value);
        return changed;
    }

    private static Map<String, Object> outputs(DmnEvaluatedDecisionRule rule) {
        Map<String, Object> outputs = new LinkedHashMap<>();
        rule.getOutputEntries()
                .values()
                .forEach(output ->
                        outputs.put(output.getOutputName(), output.getValue().getValue()));
        return outputs;
    }

    private static String description(Rule rule) {
        return rule.getDescription() == null ? "" : rule.getDescription().getTextContent();
    }
}
