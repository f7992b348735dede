package org.accord.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.accord.testing.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class DatabaseClockTests {

    private final TimeStore store = new TimeStore(JdbcClient.create(Database.freshDatabase()));
    private final List<Object> told = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(strings = {"PT1H", "PT-1H", "P400D"})
    void howeverWrongTheMachineIsTheDatabaseDecides(Duration wrong) {
        DatabaseClock clock = new DatabaseClock(store, told::add, Clock.offset(Clock.systemUTC(), wrong));

        assertThat(clock.instant()).isCloseTo(store.databaseClock(), within(1, ChronoUnit.SECONDS));
        assertThat(told).singleElement().isInstanceOf(ClockCorrected.class);
    }

    @Test
    void aMachineThatIsRightIsLeftAlone() {
        DatabaseClock clock = new DatabaseClock(store, told::add, Clock.systemUTC());

        clock.measure();

        assertThat(clock.correction()).isZero();
        assertThat(told).isEmpty();
    }

    @Test
    void aMachineThatGoesWrongIsCorrectedWhenItIsMeasuredAgain() {
        AtomicReference<Duration> wrong = new AtomicReference<>(Duration.ZERO);
        DatabaseClock clock = new DatabaseClock(store, told::add, new Wandering(wrong));
        wrong.set(Duration.ofHours(-1));
        clock.measure();

        assertThat(clock.instant()).isCloseTo(store.databaseClock(), within(1, ChronoUnit.SECONDS));
        assertThat(clock.correction()).isCloseTo(Duration.ofHours(1), Duration.ofSeconds(1));
    }

    private static final class Wandering extends Clock {

        private final AtomicReference<Duration> wrong;

        Wandering(AtomicReference<Duration> wrong) {
            this.wrong = wrong;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return Instant.now().plus(wrong.get());
        }
    }
}
