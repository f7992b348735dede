package org.accord.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

/**
 * What one row of a table of jpoa.md, section 6, says to some facts.
 *
 * @param words the row in the words of that table, its number first
 * @param outputs some or all outputs of the row
 */
record DecisionCase(String words, Map<String, Object> facts, Map<String, Object> outputs) {

    String number() {
        return words.substring(0, words.indexOf(' '));
    }

    /** That this row decides, and no other. */
    void decidesIn(ShippedDecision table) {
        ShippedDecision.Answer answer = table.ask(facts);

        assertThat(answer.rows()).singleElement().asString().startsWith(number() + " ");
        assertThat(answer.outputs().get(0)).containsAllEntriesOf(outputs);
    }

    /** That this row is among those which decide. */
    void isAmong(ShippedDecision table) {
        assertThat(table.ask(facts).outputs()).contains(outputs);
    }

    static DecisionCase of(String words, Map<String, Object> facts, Object... outputs) {
        return new DecisionCase(words, facts, ShippedDecision.facts(outputs));
    }

    static List<String> numbers(List<DecisionCase> cases) {
        return cases.stream().map(DecisionCase::number).distinct().toList();
    }

    @Override
    public String toString() {
        return words;
    }
}
