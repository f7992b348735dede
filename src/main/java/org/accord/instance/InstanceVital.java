package org.accord.instance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** How old the last backup is, and how wrong the machine's clock. */
@Component
class InstanceVital implements Vital {

    private static final Duration LATE = Duration.ofHours(26);
    private static final Duration WRONG = Duration.ofSeconds(2);

    private final DatabaseClock clock;
    private final String marker;

    /** @param marker a file that the backup touches when it has ended well; empty if there is none */
    InstanceVital(DatabaseClock clock, @Value("${accord.backup-marker:}") String marker) {
        this.clock = clock;
        this.marker = marker;
    }

    @Override
    public List<Sign> signs() {
        Duration wrong = clock.correction().abs();
        Sign skew = Sign.of(
                "clock", "skew", wrong.compareTo(WRONG) > 0 ? Sign.Level.WATCH : Sign.Level.WELL, wrong.toMillis());
        return List.of(backup(), skew);
    }

    private Sign backup() {
        if (marker.isBlank()) {
            return Sign.of("backup", "unknown", Sign.Level.WATCH);
        }
        try {
            Instant touched = Files.getLastModifiedTime(Path.of(marker)).toInstant();
            Duration age = Duration.between(touched, clock.instant());
            boolean late = age.compareTo(LATE) > 0;
            return Sign.of("backup", late ? "late" : "done", late ? Sign.Level.FAILED : Sign.Level.WELL, age.toHours());
        } catch (IOException e) {
            return Sign.of("backup", "missing", Sign.Level.FAILED, marker);
        }
    }
}
