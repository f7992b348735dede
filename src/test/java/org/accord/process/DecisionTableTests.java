package org.accord.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tables of jpoa.md, section 6, stand in the files row by row, and each row is a case of a test. */
class DecisionTableTests {

    private static final Pattern NUMBER = Pattern.compile("D\\d+\\.\\d+");

    /** A table there, its file here, how many rows it has there, and the cases. */
    private record Table(String number, String file, int rows, List<DecisionCase> cases) {

        List<String> numbers() {
            return IntStream.rangeClosed(1, rows)
                    .mapToObj(row -> number + "." + row)
                    .toList();
        }

        @Override
        public String toString() {
            return number + " " + file;
        }
    }

    static Stream<Table> tables() {
        return Stream.of(
                new Table("D1", "participationCategory", 7, ParticipationCategoryTableTests.rows()),
                new Table("D2", "silencePeriod", 6, SilencePeriodTableTests.rows()),
                new Table("D3", "silenceEvent", 9, SilenceEventTableTests.rows()),
                new Table("D4", "nationalClearance", 8, NationalClearanceTableTests.rows()),
                new Table("D5", "adoption", 6, AdoptionTableTests.rows()),
                new Table("D6", "approvalRoute", 4, WorkshopTableTests.routes()),
                new Table("D7", "donorConsent", 7, WorkshopTableTests.consents()),
                new Table("D8", "classification", 7, ClassificationTableTests.rows()),
                new Table("D9", "escalation", 8, EscalationTableTests.rows()),
                new Table("D10", "workshopReadiness", 5, WorkshopTableTests.readiness()),
                new Table("D11", "evaluation", 5, WorkshopTableTests.evaluations()),
                new Table("D13", "initiativeStatus", 5, WorkshopTableTests.initiatives()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tables")
    void everyRowStandsInTheFile(Table table) {
        List<String> written = ShippedDecision.of(table.file()).descriptions().stream()
                .map(NUMBER::matcher)
                .filter(Matcher::lookingAt)
                .map(Matcher::group)
                .distinct()
                .toList();

        assertThat(written).containsExactlyInAnyOrderElementsOf(table.numbers());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tables")
    void everyRowIsACaseOfATest(Table table) {
        assertThat(DecisionCase.numbers(table.cases())).containsExactlyInAnyOrderElementsOf(table.numbers());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tables")
    void everyRowOfTheFileDecidesInACase(Table table) {
        ShippedDecision decision = ShippedDecision.of(table.file());
        List<String> decided = table.cases().stream()
                .flatMap(row -> decision.ask(row.facts()).rows().stream())
                .toList();

        assertThat(decided)
                .containsAll(decision.descriptions().stream()
                        .filter(text -> NUMBER.matcher(text).lookingAt())
                        .toList());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tables")
    void noFactAtAllIsNoError(Table table) {
        assertThat(ShippedDecision.of(table.file()).ask(Map.of()).outputs()).hasSizeLessThanOrEqualTo(1);
    }
}
