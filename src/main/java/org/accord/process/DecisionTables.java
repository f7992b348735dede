package org.accord.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Asks decision tables, the newest version of each. Models are deployed at start only, so a table is read once. They were
 * checked to be in FEEL before they were deployed.
 */
@Component
class DecisionTables {

    private static final int REMEMBERED = 20_000;

    private final RepositoryService repository;
    private final DmnEngine engine =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    private final Map<String, Table> tables = new ConcurrentHashMap<>();

    DecisionTables(RepositoryService repository) {
        this.repository = repository;
    }

    private record Table(DmnDecision decision, Map<Map<String, Object>, List<Map<String, String>>> answers) {}

    /** The outputs of the row that fits. */
    Map<String, Object> evaluate(String decision, Map<String, ? extends @Nullable Object> facts) {
        Table table = tables.computeIfAbsent(decision, this::read);
        DmnDecisionTableResult result =
                table == null ? null : engine.evaluateDecisionTable(table.decision(), new HashMap<>(facts));
        if (result == null || result.isEmpty()) {
            throw new IllegalStateException("no row of the decision " + decision + " fits " + facts);
        }
        Map<String, Object> outputs = new LinkedHashMap<>();
        result.getFirstResult().getEntryMap().forEach((name, value) -> {
            if (value != null) {
                outputs.put(name, Facts.plain(name, value));
            }
        });
        return outputs;
    }

    /** The outputs of every row that fits; each question is answered once and remembered. */
    List<Map<String, String>> collect(String decision, Map<String, ? extends @Nullable Object> facts) {
        Table table = tables.computeIfAbsent(decision, this::read);
        return table == null ? List.of() : answer(table, new HashMap<>(facts));
    }

    private List<Map<String, String>> answer(Table table, Map<String, Object> facts) {
        if (table.answers().size() > REMEMBERED) {
            table.answers().clear();
        }
        return table.answers().computeIfAbsent(facts, asked -> evaluate(table.decision(), asked));
    }

    private List<Map<String, String>> evaluate(DmnDecision decision, Map<String, Object> facts) {
        return engine.evaluateDecisionTable(decision, facts).getResultList().stream()
                .map(DecisionTables::words)
                .toList();
    }

    private static Map<String, String> words(Map<String, Object> row) {
        Map<String, String> words = new LinkedHashMap<>();
        row.forEach((output, value) -> words.put(output, value == null ? "" : value.toString()));
        return words;
    }

    private @Nullable Table read(String key) {
        DecisionDefinition newest = repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(key)
                .latestVersion()
                .singleResult();
        return newest == null ? null : parse(newest);
    }

    private Table parse(DecisionDefinition definition) {
        try (InputStream model = repository.getDecisionModel(definition.getId())) {
            return new Table(engine.parseDecision(definition.getKey(), model), new ConcurrentHashMap<>());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
