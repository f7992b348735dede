package org.accord.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import org.accord.notifications.Wishes.Kind;
import org.accord.notifications.Wishes.Quiet;
import org.accord.notifications.Wishes.Timing;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WishesTests {

    private static final ZoneId TASHKENT = ZoneId.of("Asia/Tashkent");
    private static final ZoneId VIENNA = ZoneId.of("Europe/Vienna");

    private static Wishes wishes(Timing timing, ZoneId zone, @Nullable Quiet quiet) {
        return new Wishes(Map.of(Kind.TASK, timing), zone, LocalTime.of(8, 0), quiet);
    }

    private static Quiet quiet(String from, String until) {
        return new Quiet(LocalTime.parse(from), LocalTime.parse(until));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-01T16:59:59Z, 2026-12-01T16:59:59Z",
        "2026-12-01T17:00:00Z, 2026-12-02T02:00:00Z",
        "2026-12-01T20:00:00Z, 2026-12-02T02:00:00Z",
        "2026-12-02T01:59:59Z, 2026-12-02T02:00:00Z",
        "2026-12-02T02:00:00Z, 2026-12-02T02:00:00Z",
    })
    void quietHoursOverMidnightEndInTheMorningOfTheReader(Instant now, Instant told) {
        assertThat(wishes(Timing.AT_ONCE, TASHKENT, quiet("22:00", "07:00")).due(Kind.TASK, now))
                .contains(told);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-01T02:59:59Z, 2026-12-01T03:00:00Z",
        "2026-12-01T03:00:00Z, 2026-12-02T03:00:00Z",
        "2026-12-01T12:00:00Z, 2026-12-02T03:00:00Z",
    })
    void theMailOfTheDayIsTheNextOne(Instant now, Instant told) {
        assertThat(wishes(Timing.DAILY, TASHKENT, null).due(Kind.TASK, now)).contains(told);
    }

    @Test
    void theMailOfTheDayWaitsForTheEndOfQuietHours() {
        assertThat(wishes(Timing.DAILY, TASHKENT, quiet("07:00", "10:00"))
                        .due(Kind.TASK, Instant.parse("2026-12-01T00:00:00Z")))
                .contains(Instant.parse("2026-12-01T05:00:00Z"));
    }

    @Test
    void whenTheClockIsPutForwardNothingIsLost() {
        assertThat(wishes(Timing.AT_ONCE, VIENNA, quiet("22:00", "02:30"))
                        .due(Kind.TASK, Instant.parse("2026-03-28T22:00:00Z")))
                .as("half past two is not there on the 29th; what follows it is half past three")
                .contains(Instant.parse("2026-03-29T01:30:00Z"));
    }

    @Test
    void whoeverWantsNoMailGetsNoneAndWhoeverChoseNothingIsToldAtOnce() {
        Instant now = Instant.parse("2026-12-01T12:00:00Z");
        assertThat(wishes(Timing.NEVER, TASHKENT, null).due(Kind.TASK, now)).isEmpty();
        assertThat(wishes(Timing.NEVER, TASHKENT, null).due(Kind.NOTICE, now)).contains(now);
    }
}
