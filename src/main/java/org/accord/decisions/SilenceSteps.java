package org.accord.decisions;

import java.util.Optional;
import org.accord.process.ProcessStep;
import org.accord.process.StepContext;
import org.accord.tasks.CaseDirectory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps by which a model runs a silence procedure. */
@Configuration
class SilenceSteps {

    /**
     * {@code openSilence}: starts the silence of {@code topic} for {@code role}, with the facts {@code documentType},
     * {@code bothLanguagesReleased}, {@code urgencyAgreed} and {@code procedureAccepted}; the model waits for its end at the timer {@code waitsAt}. Sets
     * {@code mayStart}, {@code whyNot} and {@code round}.
     */
    @Bean
    ProcessStep openSilence(SilenceOpening opening, DecisionStore store, CaseDirectory cases) {
        return new NamedStep("openSilence", context -> {
            String topic = context.property("topic");
            Optional<String> whyNot = opening.open(new SilenceOpening.Proposal(
                    context.actor(),
                    context.caseKey(),
                    topic,
                    context.property("role"),
                    Titles.of(cases, context.caseKey()),
                    context.instanceId(),
                    context.property("waitsAt"),
                    context.fact("documentType").orElse(""),
                    isTrue(context, "urgencyAgreed"),
                    isTrue(context, "bothLanguagesReleased"),
                    !context.fact("procedureAccepted").orElse("").equals("refused")));
            context.setFact("mayStart", whyNot.isEmpty());
            context.setFact("whyNot", whyNot.orElse(""));
            long round = store.newest(context.caseKey(), topic)
                    .map(DecisionRow::round)
                    .orElse(0);
            context.setFact("round", round);
        });
    }

    private static boolean isTrue(StepContext context, String fact) {
        return context.fact(fact).map(Boolean::parseBoolean).orElse(false);
    }

    /**
     * {@code closeSilence}: ends the silence of {@code topic} if it is broken or its time has come by the clock of the database.
     * Sets {@code decisionOver}, and {@code decisionOutcome}: {@code ADOPTED}, {@code BROKEN}, {@code LAPSED}, {@code RUNNING}.
     */
    @Bean
    ProcessStep closeSilence(Silences silences) {
        return new NamedStep("closeSilence", context -> {
            String outcome = silences.judge(context.actor(), context.caseKey(), context.property("topic"));
            context.setFact("decisionOver", !outcome.equals(SilenceProcedure.Outcome.RUNNING.name()));
            context.setFact("decisionOutcome", outcome);
        });
    }

    /** {@code extendSilence}: gives the silence of {@code topic} as much more time as D2 names, if it still runs. */
    @Bean
    ProcessStep extendSilence(Silences silences) {
        return new NamedStep(
                "extendSilence",
                context -> silences.extendByChair(context.actor(), context.caseKey(), context.property("topic")));
    }

    /**
     * {@code settleCorrections}: the corrections proposed to {@code topic} become a corrigendum if the fact that {@code from}
     * names is {@code editorial}, and comments if not.
     */
    @Bean
    ProcessStep settleCorrections(Silences silences) {
        return new NamedStep(
                "settleCorrections",
                context -> silences.settleCorrections(
                        context.caseKey(),
                        context.property("topic"),
                        context.fact(context.property("from")).orElse("").equals("editorial")));
    }
}
