package org.accord.process;

import java.time.Instant;
import org.accord.core.LocalText;
import org.jspecify.annotations.Nullable;

/**
 * An automatic step or a timer that was tried several times and failed for good. Nothing of any attempt was kept.
 *
 * @param caseKey the case that waits for it; absent for the engine's own housekeeping
 * @param process what the process is called, if it is of one
 * @param element what the step is called, if it is one
 * @param step the name of what it does, as in the model; absent for timers and other waits
 * @param since when it failed for good
 * @param fault what kind of fault it was; what the fault says may hold contents of the case and is in the log only
 */
public record FailedJob(
        String id,
        @Nullable String caseKey,
        @Nullable LocalText process,
        @Nullable LocalText element,
        @Nullable String step,
        Instant since,
        Fault fault) {

    /** Why it failed, as far as can be told without what the case holds. */
    public enum Fault {
        /** The database could not be reached, or refused. */
        DATABASE,
        /** Others worked on the same at the same moment, again and again. */
        CONTENDED,
        /** A rule of Accord refused what the step does. */
        REFUSED,
        /** An expression of the model could not be evaluated. */
        MODEL,
        OTHER
    }
}
