package org.accord.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.password.PasswordEncoder;

class FewAtOnceTests {

    @Test
    void neverChecksMoreThanAFewPasswordsAtOnce() throws InterruptedException {
        Counting counting = new Counting();
        FewAtOnce encoder = new FewAtOnce(counting);
        var visitors = Executors.newFixedThreadPool(20);
        for (int i = 0; i < 200; i++) {
            visitors.submit(() -> encoder.matches("guess", "stored"));
        }
        visitors.shutdown();
        assertThat(visitors.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        assertThat(counting.checked).hasValue(200);
        assertThat(counting.most).hasValueLessThanOrEqualTo(FewAtOnce.FEW);
    }

    private static final class Counting implements PasswordEncoder {

        private final AtomicInteger now = new AtomicInteger();
        private final AtomicInteger most = new AtomicInteger();
        private final AtomicInteger checked = new AtomicInteger();

        @Override
        public String encode(CharSequence password) {
            return "";
        }

        @Override
        public boolean matches(CharSequence password, String encoded) {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            Thread.yield();
            now.decrementAndGet();
            checked.incrementAndGet();
            return false;
        }
    }
}
