package org.accord.texts;

import java.util.Set;
import java.util.function.Consumer;
import org.accord.core.Refused;
import org.accord.process.ProcessStep;
import org.accord.process.StepContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps by which models hand a text out and make it final. */
@Configuration
class TextSteps {

    private static final Set<String> MISSING = Set.of("noSuchText", "languageMissing");

    private record Step(String name, Consumer<StepContext> work) implements ProcessStep {

        @Override
        public void run(StepContext context) {
            work.accept(context);
        }
    }

    /** {@code releaseText}: releases the newest version; {@code LANGUAGE_MISMATCH} if it is not there in every language. */
    @Bean
    ProcessStep releaseText(TextBook book) {
        return new Step("releaseText", context -> {
            try {
                book.release(context.actor(), context.caseKey());
            } catch (Refused refused) {
                throw MISSING.contains(refused.code()) ? context.businessError("LANGUAGE_MISMATCH") : refused;
            }
        });
    }

    /** {@code adoptText}: makes the newest version final. */
    @Bean
    ProcessStep adoptText(TextBook book) {
        return new Step("adoptText", context -> book.adopt(context.actor(), context.caseKey()));
    }
}
