package org.accord.process;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.accord.process.ModelLint.Fault;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.w3c.dom.Element;

/** Checks one file with one decision table. */
record DecisionLint(String file, byte[] bytes, List<Fault> faults) {

    /** By its short name, and by that which the schema puts where a file says nothing. */
    private static final Set<String> FEEL = Set.of("feel", "https://www.omg.org/spec/DMN/20191111/FEEL/");

    /** The names of the outputs by decision id; nothing if the file cannot be read. */
    Map<String, Set<String>> check() {
        if (XmlScan.hasDocumentType(bytes)) {
            fault("", "documentType", "DOCTYPE");
            return Map.of();
        }
        return parse().map(this::check).orElse(Map.of());
    }

    private Optional<DmnModelInstance> parse() {
        try {
            return Optional.of(Dmn.readModelFromStream(new ByteArrayInputStream(bytes)));
        } catch (RuntimeException e) {
            fault("", "unreadable", ModelReader.reason(e));
            return Optional.empty();
        }
    }

    private Map<String, Set<String>> check(DmnModelInstance instance) {
        var decisions = instance.getModelElementsByType(Decision.class);
        if (decisions.size() != 1) {
            fault("", "notOneDecision", String.valueOf(decisions.size()));
        }
        decisions.forEach(this::checkDecision);
        XmlScan.of(instance).visit(this::checkLanguage);
        return decisions.stream()
                .filter(decision -> decision.getId() != null)
                .collect(Collectors.toMap(DmnElement::getId, DecisionLint::outputs));
    }

    private static Set<String> outputs(Decision decision) {
        return decision.getExpression() instanceof DecisionTable table
                ? table.getOutputs().stream()
                        .filter(output -> output.getName() != null)
                        .map(Output::getName)
                        .collect(Collectors.toSet())
                : Set.of();
    }

    private void checkDecision(Decision decision) {
        String id = Optional.ofNullable(decision.getId()).orElse("");
        if (!id.equals(ModelLint.bareName(file))) {
            fault(id, "idIsNotFileName", id);
        }
        if (decision.getCamundaHistoryTimeToLiveString() == null) {
            fault(id, "historyTimeToLiveMissing", "");
        }
        if (decision.getExpression() instanceof DecisionTable table) {
            checkTable(id, table);
        } else {
            fault(id, "notATable", "");
        }
    }

    private void checkLanguage(Element element) {
        String language = element.getAttribute("expressionLanguage");
        if (!language.isEmpty() && !FEEL.contains(language)) {
            fault(XmlScan.nearestId(element), "notFeel", language);
        }
    }

    private void checkTable(String id, DecisionTable table) {
        String policy = XmlScan.written(bytes, "decisionTable", "hitPolicy").orElse("");
        List<DecisionRow> rows =
                table.getRules().stream().map(DecisionLint::row).toList();
        switch (policy) {
            case "" -> fault(id, "hitPolicyMissing", "");
            case "FIRST" -> checkCatchAll(id, rows);
            case "UNIQUE" -> checkUnique(id, table, rows);
            default -> {
                // the other policies allow several hits and none
            }
        }
    }

    private static DecisionRow row(Rule rule) {
        List<String> cells = rule.getInputEntries().stream()
                .map(entry -> entry.getText() == null
                        ? ""
                        : entry.getText().getTextContent().strip())
                .toList();
        return new DecisionRow(Optional.ofNullable(rule.getId()).orElse(""), cells);
    }

    private void checkCatchAll(String id, List<DecisionRow> rows) {
        if (rows.isEmpty() || !rows.get(rows.size() - 1).isCatchAll()) {
            fault(id, "firstWithoutCatchAll", "");
        }
    }

    private void checkUnique(String id, DecisionTable table, List<DecisionRow> rows) {
        List<String> domains =
                table.getInputs().stream().map(DecisionLint::domain).toList();
        TableCoverage coverage = new TableCoverage(domains, rows);
        coverage.overlaps().forEach(value -> fault(id, "rowsOverlap", value));
        coverage.gap().ifPresent(value -> fault(id, "rowsLeaveGap", value));
    }

    private static String domain(Input input) {
        return input.getInputValues() == null || input.getInputValues().getText() == null
                ? ""
                : input.getInputValues().getText().getTextContent().strip();
    }

    private void fault(String element, String rule, String value) {
        faults.add(new Fault(file, element, rule, value));
    }

    /** A row of a table, with the text of its input cells. */
    record DecisionRow(String id, List<String> cells) {

        boolean isCatchAll() {
            return cells.stream().allMatch(DecisionRow::isAny);
        }

        /** A cell that the file leaves out stands for any value. */
        String cell(int column) {
            return column < cells.size() ? cells.get(column) : "";
        }

        static boolean isAny(String cell) {
            return cell.isEmpty() || cell.equals("-");
        }
    }
}
