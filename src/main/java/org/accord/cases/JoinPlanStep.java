package org.accord.cases;

import org.accord.process.ProcessStep;
import org.accord.process.StepContext;
import org.springframework.stereotype.Component;

/**
 * {@code joinPlan}: the State of this process joins the plan that was adopted in the case which the fact named by {@code plan}
 * holds. Raises {@code CANNOT_JOIN} unless that plan was adopted and the State stood aside: as observer, or deferred
 * (jpoa.md 3.5).
 */
@Component
class JoinPlanStep implements ProcessStep {

    private final CaseRegister register;
    private final CaseStore store;

    JoinPlanStep(CaseRegister register, CaseStore store) {
        this.register = register;
        this.store = store;
    }

    @Override
    public String name() {
        return "joinPlan";
    }

    @Override
    public void run(StepContext context) {
        String plan = context.fact(context.property("plan")).orElse("");
        String state = context.fact("state").orElse("");
        boolean adopted = store.find(plan).filter(CaseFile::isAdoptedPlan).isPresent();
        Participation standing = store.participants(plan).get(state);
        boolean aside = standing == Participation.OBSERVER || standing == Participation.DEFERRED;
        if (!adopted || !aside) {
            throw context.businessError("CANNOT_JOIN");
        }
        register.changeStanding(context.actor(), plan, state, Participation.PARTICIPATING);
    }
}
