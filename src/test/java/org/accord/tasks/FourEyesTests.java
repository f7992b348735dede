package org.accord.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.accord.tasks.FourEyes.Deed;
import org.junit.jupiter.api.Test;

class FourEyesTests {

    private static final Deed DRAFTED = new Deed("draft", "pm", null);
    private static final Deed DECIDED = new Deed("decide", "chief", "hom");

    @Test
    void whereNothingWasDoneNobodyIsKeptOut() {
        assertThat(FourEyes.conflict(Set.of("pm"), List.of())).isEmpty();
        assertThat(FourEyes.barred(List.of())).isEmpty();
    }

    @Test
    void theFirstStepThatKeepsSomebodyOutIsNamed() {
        assertThat(FourEyes.conflict(Set.of("chief", "pm"), List.of(DRAFTED, DECIDED)))
                .contains(DRAFTED);
        assertThat(FourEyes.conflict(Set.of("chief", "pm"), List.of(DECIDED, DRAFTED)))
                .contains(DECIDED);
    }

    @Test
    void standingInForSomebodyWhoActedIsNoWayRound() {
        assertThat(FourEyes.conflict(Set.of("deputy", "pm"), List.of(DRAFTED))).contains(DRAFTED);
        assertThat(FourEyes.conflict(Set.of("hom"), List.of(DECIDED))).contains(DECIDED);
        assertThat(FourEyes.conflict(Set.of("deputy"), List.of(DRAFTED, DECIDED)))
                .isEmpty();
    }

    @Test
    void allWhoHadAPartAreBarredByTheirFirstStep() {
        assertThat(FourEyes.barred(List.of(DRAFTED, DECIDED, new Deed("check", "pm", "chief"))))
                .containsExactly(Map.entry("pm", "draft"), Map.entry("chief", "decide"), Map.entry("hom", "decide"));
    }
}
