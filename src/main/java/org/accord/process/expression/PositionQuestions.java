package org.accord.process.expression;

import java.util.function.Supplier;
import org.accord.process.Positions;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** {@code positions} in models: what States have said so far. */
public final class PositionQuestions {

    private final Supplier<Positions> positions;

    public PositionQuestions(Supplier<Positions> positions) {
        this.positions = positions;
    }

    public boolean broken(DelegateExecution execution) {
        return positions.get().silenceIsBroken(CaseVariables.caseKey(execution));
    }
}
