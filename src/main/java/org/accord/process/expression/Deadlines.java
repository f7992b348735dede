package org.accord.process.expression;

import java.time.Clock;
import java.util.Date;
import java.util.function.Supplier;
import org.accord.process.DueDates;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** {@code deadlines} in models: when a timer of the programme's deadline table fires. */
public final class Deadlines {

    private final Supplier<DueDates> dueDates;
    private final Clock clock;

    public Deadlines(Supplier<DueDates> dueDates, Clock clock) {
        this.dueDates = dueDates;
        this.clock = clock;
    }

    public Date at(DelegateExecution execution, String rule) {
        return Date.from(dueDates.get().due(rule, CaseVariables.caseKey(execution), clock.instant()));
    }
}
