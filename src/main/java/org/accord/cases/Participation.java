package org.accord.cases;

/** How a State takes part in a case. */
public enum Participation {
    /** Takes part and counts for consensus. */
    PARTICIPATING,
    /** Is present and does not count. */
    OBSERVER,
    /** Will decide later, when its own procedures are done. */
    DEFERRED
}
