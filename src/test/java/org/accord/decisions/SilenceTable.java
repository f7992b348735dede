package org.accord.decisions;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.jspecify.annotations.Nullable;

/** The table D3 as it is shipped, each question asked once. */
final class SilenceTable implements SilenceProcedure.Table {

    static final SilenceTable SHIPPED = new SilenceTable();

    private record Question(boolean participating, @Nullable Position position, boolean beforeExpiry, int asked) {}

    private final DmnEngine engine =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    private final DmnDecision decision = read();
    private final Map<Question, Effect> answers = new ConcurrentHashMap<>();

    private DmnDecision read() {
        try (InputStream file = Files.newInputStream(Path.of("bpmn", "silenceEvent.dmn"))) {
            return engine.parseDecision("silenceEvent", file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Effect effect(
            boolean participating, @Nullable Position position, boolean beforeExpiry, int extensionsAsked) {
        return answers.computeIfAbsent(new Question(participating, position, beforeExpiry, extensionsAsked), this::ask);
    }

    private Effect ask(Question question) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("senderStatus", question.participating() ? "participating" : "observer");
        facts.put(
                "position",
                question.position() == null ? null : question.position().word());
        facts.put("beforeExpiry", question.beforeExpiry());
        facts.put("extensionsAsked", question.asked());
        Object effect =
                engine.evaluateDecisionTable(decision, facts).getSingleResult().get("effect");
        return Effect.valueOf(effect.toString());
    }
}
