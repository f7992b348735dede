package org.accord.process;

import java.time.Instant;
import java.util.Optional;

/** Work outside the engine that falls due by itself; it runs and rests with the timers. */
public interface DueWork {

    /** Does what is due at the moment. Answers how much it did. */
    int runDue();

    /** When something falls due next that is not due yet. */
    Optional<Instant> next();
}
