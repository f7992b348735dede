package org.accord.process;

import java.time.Instant;

/** The programme's deadline table. */
public interface DueDates {

    /**
     * When something is due.
     *
     * @param rule a rule of the table
     * @param caseKey the case whose reference date counts
     * @param opened when the task or timer began, for rules that count from there
     */
    Instant due(String rule, String caseKey, Instant opened);
}
