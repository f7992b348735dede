package org.accord.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.accord.tasks.DueDays.Late;
import org.accord.tasks.EscalationRule.Act;
import org.accord.tasks.EscalationRule.Look;
import org.junit.jupiter.api.Test;

class EscalationRuleTests {

    private static final Instant TODAY = Instant.parse("2026-11-24T00:00:00Z");
    private static final Act REMIND = new Act("remind", List.of("assignee"));
    private static final Act TELL = new Act("tell", List.of("CHIEF"));

    /** Reminds from two days late on, tells the chief from five. */
    private static final Function<Late, List<Act>> TABLE = late ->
            late.workingDays() >= 5 ? List.of(REMIND, TELL) : late.workingDays() >= 2 ? List.of(REMIND) : List.of();

    @Test
    void whatIsDueTodayIsDoneAndTheNextLookIsWhenMoreIsDue() {
        Look look = EscalationRule.look(days(2), TABLE, Set.of());

        assertThat(look.due()).containsExactly(REMIND);
        assertThat(look.next()).isEqualTo(TODAY.plus(Duration.ofDays(3)));
    }

    @Test
    void whatWasDoneIsNotDoneAgain() {
        Look look = EscalationRule.look(days(5), TABLE, Set.of("remind"));

        assertThat(look.due()).containsExactly(TELL);
    }

    @Test
    void whatWasMissedIsMadeUpForInTheOrderOfTheTable() {
        assertThat(EscalationRule.look(days(40), TABLE, Set.of()).due()).containsExactly(REMIND, TELL);
    }

    @Test
    void beforeAnythingIsDueOneLooksAgainWhenItIs() {
        Look look = EscalationRule.look(days(-1), TABLE, Set.of());

        assertThat(look.due()).isEmpty();
        assertThat(look.next()).isEqualTo(TODAY.plus(Duration.ofDays(3)));
    }

    @Test
    void whereNothingMoreComesOneLooksAgainOnTheLastDay() {
        assertThat(EscalationRule.look(days(40), TABLE, Set.of()).next()).isEqualTo(TODAY.plus(Duration.ofDays(9)));
    }

    @Test
    void ofTwoRowsWithOneActionTheFirstCounts() {
        Act second = new Act("remind", List.of("PAO"));

        assertThat(EscalationRule.look(days(2), late -> List.of(REMIND, second), Set.of())
                        .due())
                .containsExactly(REMIND);
    }

    @Test
    void aRowNamesItsActionAndThoseItTurnsTo() {
        assertThat(Act.of(Map.of("action", "tell", "to", "HOM, PAO ,")))
                .isEqualTo(new Act("tell", List.of("HOM", "PAO")));
        assertThat(Act.of(Map.of())).isEqualTo(new Act("", List.of()));
    }

    private static List<Late> days(int workingDays) {
        return IntStream.range(0, 10)
                .mapToObj(day -> new Late(TODAY.plus(Duration.ofDays(day)), workingDays + day, workingDays + day))
                .toList();
    }
}
