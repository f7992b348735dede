package org.accord.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LookTests {

    private static final Instant NOON = Instant.parse("2026-12-01T12:00:00Z");

    @Test
    void looksWithinHalfAnHourAreOne() {
        Look first = Look.first(NOON);
        Look later = first.again(NOON.plus(Duration.ofMinutes(30)));
        assertThat(later.before()).isNull();
        Look nextDay = later.again(NOON.plus(Duration.ofDays(1)));
        assertThat(nextDay.before()).isEqualTo(NOON.plus(Duration.ofMinutes(30)));
        assertThat(nextDay.again(NOON.plus(Duration.ofDays(1)).plusSeconds(5)).before())
                .isEqualTo(NOON.plus(Duration.ofMinutes(30)));
    }
}
