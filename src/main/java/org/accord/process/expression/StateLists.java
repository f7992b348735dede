package org.accord.process.expression;

import java.util.List;
import java.util.function.Supplier;
import org.accord.process.Participants;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** {@code states} in models: over whom parallel work runs. */
public final class StateLists {

    private final Supplier<Participants> participants;

    public StateLists(Supplier<Participants> participants) {
        this.participants = participants;
    }

    public List<String> participating(DelegateExecution execution) {
        return participants.get().participating(CaseVariables.caseKey(execution));
    }

    public List<String> invited(DelegateExecution execution) {
        return participants.get().invited(CaseVariables.caseKey(execution));
    }

    public List<String> agencies(DelegateExecution execution) {
        return participants.get().agencies();
    }

    public List<String> donors(DelegateExecution execution) {
        return participants.get().donors(CaseVariables.caseKey(execution));
    }
}
