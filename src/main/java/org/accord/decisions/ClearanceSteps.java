package org.accord.decisions;

import org.accord.process.Participants;
import org.accord.process.ProcessStep;
import org.accord.process.StepContext;
import org.accord.tasks.CaseDirectory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps by which models note positions, count them, ask anew, and lift their confidence. */
@Configuration
class ClearanceSteps {

    /** {@code statePosition}: notes the position that the variable named by {@code from} holds, for the branch's State. */
    @Bean
    ProcessStep statePosition(Clearances clearances, CaseDirectory cases) {
        return new NamedStep("statePosition", context -> {
            String position = required(context, context.property("from"));
            String state = required(context, "state");
            clearances.note(
                    context.actor(),
                    context.caseKey(),
                    context.property("topic"),
                    state,
                    Position.parse(position),
                    Titles.of(cases, context.caseKey()));
        });
    }

    /** {@code tallyPositions}: counts the positions on a topic into facts that gateways and decision tables read. */
    @Bean
    ProcessStep tallyPositions(Clearances clearances, Participants participants) {
        return new NamedStep("tallyPositions", context -> {
            Tally tally = clearances.tally(context.actor(), context.caseKey(), context.property("topic"));
            context.setFact("participatingCount", (long) tally.participating());
            context.setFact("positionsCount", (long) tally.positions());
            context.setFact("objections", (long) tally.objections());
            context.setFact("statements", (long) tally.statements());
            context.setFact("noReplies", (long) tally.noReplies());
            setStandings(context, participants);
        });
    }

    static void setStandings(StepContext context, Participants participants) {
        context.setFact("observers", (long) participants.standing(context.caseKey(), "OBSERVER"));
        context.setFact("deferred", (long) participants.standing(context.caseKey(), "DEFERRED"));
    }

    /**
     * {@code clearPositions}: opens a round on a topic, the first or one more; its number, from 1, becomes the fact
     * {@code round}.
     */
    @Bean
    ProcessStep clearPositions(Clearances clearances, CaseDirectory cases) {
        return new NamedStep("clearPositions", context -> {
            int round = clearances.openRound(
                    context.actor(), context.caseKey(), context.property("topic"), Titles.of(cases, context.caseKey()));
            context.setFact("round", (long) round);
        });
    }

    /** {@code releasePositions}: what States stated in the case is confidential no longer (D8.2). */
    @Bean
    ProcessStep releasePositions(DecisionStore store, Register register) {
        return new NamedStep("releasePositions", context -> {
            store.release(context.caseKey());
            store.ofCase(context.caseKey())
                    .forEach(row ->
                            register.tell(new DecisionEvent.Released(context.actor(), DecisionEvent.Place.of(row))));
        });
    }

    private static String required(StepContext context, String fact) {
        return context.fact(fact)
                .orElseThrow(() -> new IllegalStateException(context.elementId() + " needs the fact " + fact));
    }
}
