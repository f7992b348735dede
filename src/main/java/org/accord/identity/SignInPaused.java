package org.accord.identity;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** Nobody may try to sign in so for a while. */
final class SignInPaused extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    private final Duration pause;
    private final boolean begins;

    /**
     * @param pause how long to wait from now on
     * @param begins whether a failure has just begun it
     */
    SignInPaused(Duration pause, boolean begins) {
        super("wait " + pause);
        this.pause = pause;
        this.begins = begins;
    }

    /** Whole minutes, the one that has begun included. */
    long minutes() {
        return pause.plusSeconds(59).toMinutes();
    }

    boolean begins() {
        return begins;
    }
}
