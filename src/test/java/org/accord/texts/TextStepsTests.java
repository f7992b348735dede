package org.accord.texts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.accord.core.Actor;
import org.accord.core.Refused;
import org.accord.process.ProcessStep;
import org.accord.process.StepContext;
import org.accord.testing.HttpTest;
import org.accord.texts.TextVersion.Status;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

@HttpTest
class TextStepsTests {

    @LocalServerPort
    int port;

    @Autowired
    List<ProcessStep> steps;

    @Autowired
    Texts texts;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void aTextInEveryLanguageIsReleasedAndAdopted() {
        Charter charter = Charter.drafted(port);
        run("releaseText", charter);
        assertThat(texts.newest(charter.key()).orElseThrow().status()).isEqualTo(Status.RELEASED);
        run("adoptText", charter);
        assertThat(texts.newest(charter.key()).orElseThrow().status()).isEqualTo(Status.ADOPTED);
    }

    @Test
    void aStepThatRunsAgainChangesNothing() {
        Charter charter = Charter.drafted(port);
        run("releaseText", charter);
        run("releaseText", charter);
        run("adoptText", charter);
        run("adoptText", charter);
        run("releaseText", charter);
        assertThat(texts.newest(charter.key()).orElseThrow().status()).isEqualTo(Status.ADOPTED);
    }

    @Test
    void aTextThatIsNotThereInEveryLanguageIsAnErrorThatTheModelCatches() {
        Charter charter = Charter.opened(port);
        assertThatThrownBy(() -> run("releaseText", charter)).hasMessage("LANGUAGE_MISMATCH");
        charter.revised("consultant", Map.of("ru", "Только по-русски."));
        assertThatThrownBy(() -> run("releaseText", charter)).hasMessage("LANGUAGE_MISMATCH");
        assertThat(texts.newest(charter.key()).orElseThrow().status()).isEqualTo(Status.DRAFT);
    }

    @Test
    void whatWasNotReleasedIsNotAdopted() {
        Charter charter = Charter.drafted(port);
        assertThatThrownBy(() -> run("adoptText", charter))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo("textNotReleased"));
    }

    private void run(String name, Charter charter) {
        ProcessStep step = steps.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
        transaction.executeWithoutResult(status -> step.run(new Called(charter.key())));
    }

    /** As the engine calls a step. */
    private record Called(String caseKey) implements StepContext {

        @Override
        public Actor actor() {
            return Actor.system("engine");
        }

        @Override
        public String processKey() {
            return "charter";
        }

        @Override
        public String definitionId() {
            return "trial:1";
        }

        @Override
        public String instanceId() {
            return "trial";
        }

        @Override
        public String elementId() {
            return "step";
        }

        @Override
        public String property(String name) {
            throw new IllegalStateException("no property " + name);
        }

        @Override
        public Optional<String> optionalProperty(String name) {
            return Optional.empty();
        }

        @Override
        public Optional<String> fact(String name) {
            return Optional.empty();
        }

        @Override
        public void setFact(String name, Object value) {
            throw new IllegalStateException("no fact " + name);
        }

        @Override
        public RuntimeException businessError(String code) {
            return new IllegalArgumentException(code);
        }
    }
}
