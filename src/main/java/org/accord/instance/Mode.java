package org.accord.instance;

/** What this Accord is for: {@code accord.mode}. */
public enum Mode {
    /** To be tried: bound to this machine, demo accounts, a clock that may be moved, a banner on every page. */
    DEMO,
    /** To be relied on: refuses demo accounts, a moved clock and default secrets. */
    PRODUCTION
}
