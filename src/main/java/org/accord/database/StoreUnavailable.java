package org.accord.database;

import org.jspecify.annotations.Nullable;

/** The embedded store cannot be used: what is wrong, and what the person who starts Accord can do about it. */
class StoreUnavailable extends RuntimeException {

    private final String action;

    StoreUnavailable(String description, String action) {
        this(description, action, null);
    }

    StoreUnavailable(String description, String action, @Nullable Throwable cause) {
        super(description, cause);
        this.action = action;
    }

    String action() {
        return action;
    }
}
