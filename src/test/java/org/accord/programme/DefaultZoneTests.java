package org.accord.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;

/** Deadlines do not depend on where the machine thinks it is: the same are counted by Java machines set to other zones. */
class DefaultZoneTests {

    private static final int TRIES = 10_000;
    private static final int SPAN_IN_DAYS = 6000;

    @Test
    void theSameInstantIsDueWhateverTheZoneOfTheMachine() {
        List<String> zones = List.of("UTC", "Asia/Ashgabat", "America/New_York", "Pacific/Kiritimati", "Pacific/Apia");

        assertThat(zones).allSatisfy(zone -> assertThat(countedIn(zone)).isEqualTo(line(zone)));
    }

    private static String countedIn(String zone) {
        try {
            Process machine = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Duser.timezone=" + zone,
                            "-cp",
                            System.getProperty("java.class.path"),
                            DefaultZoneTests.class.getName())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (InputStream output = machine.getInputStream()) {
                return new String(output.readAllBytes(), StandardCharsets.UTF_8).strip();
            } finally {
                machine.destroy();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Prints the zone of this machine and what it counted. */
    public static void main(String[] arguments) {
        System.out.println(line(TimeZone.getDefault().getID()));
    }

    private static String line(String zone) {
        return zone + " " + TRIES + " " + hash();
    }

    private static int hash() {
        List<DeadlineRule> rules =
                List.copyOf(ProgrammeFixture.shipped().deadlines().values());
        Random random = new Random(2026);
        int hash = 1;
        for (int i = 0; i < TRIES; i++) {
            LocalDate day = WorkingDays.EPOCH.plusDays(random.nextInt(SPAN_IN_DAYS));
            Instant opened = Instant.ofEpochSecond(random.nextInt(Integer.MAX_VALUE));
            DeadlineRule rule = rules.get(random.nextInt(rules.size()));
            hash = 31 * hash + rule.due(day, opened).hashCode();
        }
        return hash;
    }
}
