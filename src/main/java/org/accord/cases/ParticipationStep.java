package org.accord.cases;

import java.util.Locale;
import org.accord.process.ProcessStep;
import org.accord.process.StepContext;
import org.springframework.stereotype.Component;

/** {@code changeParticipation}: the State of this branch takes part otherwise from now on. */
@Component
class ParticipationStep implements ProcessStep {

    private final CaseRegister register;

    ParticipationStep(CaseRegister register) {
        this.register = register;
    }

    @Override
    public String name() {
        return "changeParticipation";
    }

    @Override
    public void run(StepContext context) {
        String state = context.fact("state")
                .orElseThrow(() -> new IllegalStateException(context.elementId() + " runs in no State's branch"));
        Participation standing =
                Participation.valueOf(context.property("status").toUpperCase(Locale.ROOT));
        register.changeStanding(context.actor(), context.caseKey(), state, standing);
    }
}
