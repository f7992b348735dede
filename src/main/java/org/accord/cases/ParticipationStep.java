package org.accord.cases;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.accord.process.AwaitedMessage;
import org.accord.process.ProcessStep;
import org.accord.process.Processes;
import org.accord.process.StepContext;
import org.springframework.stereotype.Component;

/**
 * {@code changeParticipation}: a State takes part otherwise from now on: that of this branch, or the one in the fact that the
 * property {@code state} names. If a branch of that State waits to be told so, it is told, and records it itself.
 */
@Component
class ParticipationStep implements ProcessStep {

    private static final String NEWS = "StateBecomesObserver";

    private final CaseRegister register;
    private final Processes processes;

    ParticipationStep(CaseRegister register, Processes processes) {
        this.register = register;
        this.processes = processes;
    }

    @Override
    public String name() {
        return "changeParticipation";
    }

    @Override
    public void run(StepContext context) {
        Optional<String> named = context.optionalProperty("state");
        String state = context.fact(named.orElse("state"))
                .orElseThrow(() -> new IllegalStateException(context.elementId() + " is told no State"));
        Participation standing =
                Participation.valueOf(context.property("status").toUpperCase(Locale.ROOT));
        Optional<AwaitedMessage> branch = named.flatMap(fact -> branch(context.caseKey(), state));
        if (branch.isPresent()) {
            processes.deliver(context.actor(), branch.get(), Map.of());
        } else {
            register.changeStanding(context.actor(), context.caseKey(), state, standing);
        }
    }

    private Optional<AwaitedMessage> branch(String caseKey, String state) {
        return processes.awaitedMessages(caseKey).stream()
                .filter(message -> message.name().equals(NEWS) && state.equals(message.state()))
                .findFirst();
    }
}
