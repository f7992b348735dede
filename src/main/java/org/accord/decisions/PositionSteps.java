package org.accord.decisions;

import java.util.function.Consumer;
import org.accord.process.Participants;
import org.accord.process.ProcessStep;
import org.accord.process.StepContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps by which models note positions, count them, and ask anew. */
@Configuration
class PositionSteps {

    private record Step(String name, Consumer<StepContext> work) implements ProcessStep {

        @Override
        public void run(StepContext context) {
            work.accept(context);
        }
    }

    /** {@code statePosition}: notes the position that the variable named by {@code from} holds, for the branch's State. */
    @Bean
    ProcessStep statePosition(PositionBook book) {
        return new Step("statePosition", context -> {
            String position = required(context, context.property("from"));
            String state = required(context, "state");
            book.note(context.actor(), context.caseKey(), context.property("topic"), state, Position.parse(position));
        });
    }

    /** {@code tallyPositions}: counts the positions on a topic into facts that gateways and decision tables read. */
    @Bean
    ProcessStep tallyPositions(PositionBook book, Participants participants) {
        return new Step("tallyPositions", context -> {
            String topic = context.property("topic");
            Tally tally = book.tally(context.caseKey(), topic);
            context.setFact("participatingCount", (long) tally.participating());
            context.setFact("positionsCount", (long) tally.positions());
            context.setFact("objections", (long) tally.objections());
            context.setFact("statements", (long) tally.statements());
            context.setFact("noReplies", (long) tally.noReplies());
            context.setFact("observers", (long) participants.standing(context.caseKey(), "OBSERVER"));
            context.setFact("deferred", (long) participants.standing(context.caseKey(), "DEFERRED"));
            book.announce(context.actor(), context.caseKey(), topic, tally);
        });
    }

    /**
     * {@code clearPositions}: opens a round on a topic, the first or one more; its number, from 1, becomes the fact
     * {@code round}.
     */
    @Bean
    ProcessStep clearPositions(PositionBook book) {
        return new Step("clearPositions", context -> {
            int round = book.openRound(context.actor(), context.caseKey(), context.property("topic"));
            context.setFact("round", (long) round);
        });
    }

    private static String required(StepContext context, String fact) {
        return context.fact(fact)
                .orElseThrow(() -> new IllegalStateException(context.elementId() + " needs the fact " + fact));
    }
}
