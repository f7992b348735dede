package org.accord.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long one waits after failing to sign in. */
class AttemptsTests {

    private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");

    private static Duration waitOf(Attempts attempts, Instant now) {
        Instant until = attempts.until();
        return until == null ? Duration.ZERO : Duration.between(now, until);
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "4, 0", "5, 1", "6, 2", "7, 4", "8, 8", "9, 15", "10, 15", "500, 15"})
    void theWaitOfAnAccountGrowsAndNeverExceedsAQuarterOfAnHour(int failures, int minutes) {
        Attempts attempts = new Attempts(0, NOON, null);
        for (int i = 0; i < failures; i++) {
            attempts = attempts.andOneOfAccount(NOON);
        }
        assertThat(waitOf(attempts, NOON)).isEqualTo(Duration.ofMinutes(minutes));
    }

    @Test
    void afterADayItBeginsAnew() {
        Attempts ten = new Attempts(10, NOON, NOON.plus(Attempts.LONGEST));
        assertThat(ten.andOneOfAccount(NOON.plus(Duration.ofHours(23))).failures())
                .isEqualTo(11);
        Attempts later = ten.andOneOfAccount(NOON.plus(Duration.ofHours(25)));
        assertThat(later.failures()).isEqualTo(1);
        assertThat(later.until()).isNull();
    }

    @Test
    void anAddressHasTwentyFailuresInAMinute() {
        Attempts attempts = new Attempts(0, NOON, null);
        for (int i = 0; i < 19; i++) {
            attempts = attempts.andOneFromAddress(NOON.plusSeconds(2L * i), 20);
            assertThat(attempts.until()).isNull();
        }
        attempts = attempts.andOneFromAddress(NOON.plusSeconds(40), 20);
        assertThat(attempts.until()).as("until its minute is over").isEqualTo(NOON.plusSeconds(60));
        assertThat(attempts.andOneFromAddress(NOON.plusSeconds(61), 20).failures())
                .isEqualTo(1);
    }
}
