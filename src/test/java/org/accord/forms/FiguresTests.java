package org.accord.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.accord.core.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The cost plan and the evaluation of a workshop as they are shipped: the figures agree, or they are not taken. */
class FiguresTests {

    private static final FormDefinition COST_PLAN = shipped("cost-plan");
    private static final List<Map<String, Object>> LINES = List.of(line("travel", 70_000), line("premises", 12_243));

    private static FormDefinition shipped(String key) {
        FormSource source = new FormSource(key, read(key + ".form"), Map.of("ru", read(key + ".ru.json")));
        FormSchemaParser.Parsed parsed = FormSchemaParser.parse(source, Set.of("ru"));
        assertThat(parsed.faults()).isEmpty();
        return parsed.form();
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of("forms", file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> line(String heading, Object amount) {
        return Map.of("heading", heading, "lineAmount", amount);
    }

    private static Map<String, Object> plan(Object... fieldsAndValues) {
        Map<String, Object> plan = new HashMap<>(Map.of(
                "lines",
                LINES,
                "supportRate",
                "7",
                "sensitivity",
                "normal",
                "donorChange",
                "within",
                "costBasis",
                "Five delegations."));
        for (int i = 0; i < fieldsAndValues.length; i += 2) {
            plan.put(fieldsAndValues[i].toString(), fieldsAndValues[i + 1]);
        }
        return plan;
    }

    /** The list of donors is the programme's and not asked about here. */
    private static List<Violation> faults(Map<String, ?> plan) {
        return Sample.check(COST_PLAN, plan, Map.of()).violations().stream()
                .filter(violation -> !violation.field().equals("donor"))
                .toList();
    }

    @Test
    void whatIsLeftOutIsComputed() {
        Checked checked = Sample.check(COST_PLAN, plan(), Map.of());
        assertThat(checked.values())
                .containsEntry("supportCosts", new BigDecimal("5757"))
                .containsEntry("amount", new BigDecimal("88000"));
        assertThat(new FormViews(checked.surroundings(), checked.violations(), Locale.ENGLISH)
                        .fields(COST_PLAN.fields(), "", plan()).stream()
                                .filter(field -> field.name().equals("amount"))
                                .findFirst()
                                .orElseThrow()
                                .shown())
                .as("and is read before it is handed in")
                .containsExactly("88,000");
    }

    @Test
    void whatAddsUpIsTaken() {
        assertThat(faults(plan("supportCosts", 5757, "amount", 88_000))).isEmpty();
        assertThat(faults(plan("supportRate", "13", "supportCosts", 10_692, "amount", 92_935)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"supportCosts, 5758, 5757", "amount, 90000, 88000", "amount, 87999, 88000"})
    void whatDoesNotAddUpIsRefusedWithWhatItComesTo(String field, int written, BigDecimal expected) {
        Violation fault = faults(plan(field, written)).get(0);
        assertThat(fault.field()).isEqualTo(field);
        assertThat(fault.code()).isEqualTo("equals");
        assertThat(fault.args()).containsExactly(expected, String.valueOf(written));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "0", "1234567890123", "0.5", "ten"})
    void anAmountThatIsNoneIsRefusedAtItsLine(String amount) {
        Object number = amount.equals("ten") ? amount : new BigDecimal(amount);
        assertThat(faults(plan("lines", List.of(line("travel", 100), line("travel", number)))))
                .extracting(Violation::field)
                .contains("lines[1].lineAmount")
                .allMatch(field -> field.startsWith("lines[1]") || !field.startsWith("lines"));
    }

    @Test
    void anEvaluationHasNoMoreAnswersThanParticipants() {
        FormDefinition evaluation = shipped("workshop-evaluation");
        Map<String, Object> data = Map.of("participants", 40, "answers", 41, "score", 4, "gain", 10);
        assertThat(Sample.check(evaluation, data, Map.of()).violations())
                .filteredOn(violation -> violation.field().equals("answers"))
                .singleElement()
                .satisfies(fault -> assertThat(fault.code()).isEqualTo("max"))
                .satisfies(fault -> assertThat(fault.args()).containsExactly(new BigDecimal("40"), "41"));
    }

    @Test
    void aPlanWithoutLinesIsRefused() {
        assertThat(faults(plan("lines", List.of())))
                .extracting(violation -> violation.field() + ":" + violation.code())
                .containsExactly("lines:minRows", "supportCosts:required", "amount:required");
    }

    @ParameterizedTest
    @CsvSource({"lines[0].heading, bribes", "supportRate, 20"})
    void whatIsNotOnOfferIsRefused(String field, String value) {
        Map<String, Object> plan =
                field.startsWith("lines") ? plan("lines", List.of(line(value, 100))) : plan(field, value);
        assertThat(faults(plan))
                .extracting(violation -> violation.field() + ":" + violation.code())
                .contains(field + ":notAnOption");
    }
}
