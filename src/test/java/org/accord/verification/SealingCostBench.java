package org.accord.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import org.accord.testing.Answer;
import org.accord.testing.Caller;
import org.accord.testing.HttpTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;

/**
 * What sealing costs those who act meanwhile; not part of the build. {@code ./mvnw test -Dtest=SealingCostBench
 * -Daccord.bench.cost=40} opens cases over the interface, 40 times fifty while entries are sealed and fifty while they are not.
 */
@HttpTest
@DirtiesContext
@EnabledIfSystemProperty(named = "accord.bench.cost", matches = "[0-9]+")
class SealingCostBench {

    private static final int ROUNDS = Integer.getInteger("accord.bench.cost", 0);
    private static final int ACTS = 50;
    private static final long SEALING = 0x5EA1_AC0DL;

    @LocalServerPort
    int port;

    @Autowired
    private DataSource dataSource;

    @Test
    void measure() throws Exception {
        Caller manager = Caller.as(port, "programme-manager");
        acts(manager, 10 * ACTS);
        List<Double> sealed = new ArrayList<>();
        List<Double> unsealed = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            for (int round = 0; round < ROUNDS; round++) {
                statement.execute("select pg_advisory_lock(" + SEALING + ")");
                unsealed.addAll(acts(manager, ACTS));
                statement.execute("select pg_advisory_unlock(" + SEALING + ")");
                sealed.addAll(acts(manager, ACTS));
            }
        }
        double with = print("while entries are sealed", sealed);
        double without = print("while they are not", unsealed);
        System.out.printf(Locale.ROOT, "BENCH sealing costs the one who acts %.1f %%%n", (with / without - 1) * 100);
    }

    private static List<Double> acts(Caller manager, int count) {
        List<Double> millis = new ArrayList<>();
        for (int act = 0; act < count; act++) {
            long before = System.nanoTime();
            Answer opened = manager.post("/api/v1/cases", Map.of("process", "memo"));
            millis.add((System.nanoTime() - before) / 1e6);
            assertThat(opened.status()).isEqualTo(201);
        }
        return millis;
    }

    /** Gives the mean. */
    private static double print(String when, List<Double> millis) {
        List<Double> sorted = millis.stream().sorted().toList();
        double mean = millis.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        System.out.printf(
                Locale.ROOT,
                "BENCH a case opened %s: mean %.2f ms, median %.2f ms, p95 %.2f ms of %d%n",
                when,
                mean,
                sorted.get(sorted.size() / 2),
                sorted.get(sorted.size() * 95 / 100),
                sorted.size());
        return mean;
    }
}
