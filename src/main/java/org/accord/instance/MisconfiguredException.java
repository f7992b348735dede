package org.accord.instance;

/** Accord cannot start as it is configured; says what is wrong and what to do about it, for the console. */
public class MisconfiguredException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String action;

    public MisconfiguredException(String description, String action) {
        super(description);
        this.action = action;
    }

    public String action() {
        return action;
    }
}
