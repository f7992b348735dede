package org.accord.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.accord.core.Scope;
import org.junit.jupiter.api.Test;

class MandateTests {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

    @Test
    void aMandateHoldsOnItsFirstAndOnItsLastDay() {
        Mandate mandate = mandate(DAY, DAY.plusDays(2));

        assertThat(mandate.holdsOn(DAY.minusDays(1))).isFalse();
        assertThat(mandate.holdsOn(DAY)).isTrue();
        assertThat(mandate.holdsOn(DAY.plusDays(2))).isTrue();
        assertThat(mandate.holdsOn(DAY.plusDays(3))).isFalse();
    }

    @Test
    void aMandateWithoutEndGoesOn() {
        assertThat(mandate(DAY, null).holdsOn(DAY.plusYears(50))).isTrue();
        assertThat(mandate(DAY, null).holdsOn(DAY.minusDays(1))).isFalse();
    }

    @Test
    void mandatesThatShareADayOverlap() {
        Mandate first = mandate(DAY, DAY.plusDays(2));

        assertOverlap(first, mandate(DAY.plusDays(2), null), true);
        assertOverlap(first, mandate(DAY.plusDays(2), DAY.plusDays(4)), true);
        assertOverlap(first, mandate(DAY.minusDays(3), DAY), true);
        assertOverlap(first, mandate(DAY.minusDays(3), null), true);
    }

    @Test
    void aMandateThatBeginsTheDayAfterDoesNotOverlap() {
        Mandate first = mandate(DAY, DAY.plusDays(2));

        assertOverlap(first, mandate(DAY.plusDays(3), null), false);
        assertOverlap(first, mandate(DAY.minusDays(3), DAY.minusDays(1)), false);
    }

    private static void assertOverlap(Mandate one, Mandate other, boolean expected) {
        assertThat(one.overlaps(other)).isEqualTo(expected);
        assertThat(other.overlaps(one)).isEqualTo(expected);
    }

    private static Mandate mandate(LocalDate from, LocalDate until) {
        return new Mandate("NFP", Scope.ofState("KZ"), from, until);
    }
}
