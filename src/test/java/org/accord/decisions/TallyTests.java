package org.accord.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TallyTests {

    private static final List<String> STATES = List.of("KZ", "KG", "TJ", "TM");

    @Test
    void aStateThatHasNotSpokenHasNotReplied() {
        assertThat(Tally.of(STATES, Map.of())).isEqualTo(new Tally(4, 0, 0, 0, 4));
    }

    @Test
    void objectionsStatementsAndStatesWithoutReplyAreCounted() {
        assertThat(Tally.of(
                        STATES,
                        Map.of(
                                "KZ", Position.ENDORSED_WITH_STATEMENT,
                                "KG", Position.AMEND,
                                "TJ", Position.NO_REPLY)))
                .isEqualTo(new Tally(4, 3, 1, 1, 2));
        assertThat(Tally.of(
                        STATES,
                        Map.of(
                                "KZ", Position.SUPPORT,
                                "KG", Position.OBJECT,
                                "TJ", Position.OBJECT,
                                "TM", Position.STATEMENT)))
                .isEqualTo(new Tally(4, 4, 2, 1, 0));
    }

    @Test
    void whatOthersSayIsNotCounted() {
        assertThat(Tally.of(STATES, Map.of("UZ", Position.OBJECT, "NO", Position.STATEMENT)))
                .isEqualTo(new Tally(4, 0, 0, 0, 4));
    }

    @Test
    void countingLeavesWhatWasSaidAsItWas() {
        Map<String, Position> stated = new HashMap<>(Map.of("UZ", Position.OBJECT));
        Tally.of(STATES, stated);

        assertThat(stated).containsOnlyKeys("UZ");
    }
}
