package org.accord.process;

/** What States have stated in a case. */
public interface Positions {

    /** Whether an objection or amendment has broken the silence that runs in the case. */
    boolean silenceIsBroken(String caseKey);
}
