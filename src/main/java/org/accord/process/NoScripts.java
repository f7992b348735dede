package org.accord.process;

import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptEngineManager;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.scripting.engine.ScriptEngineResolver;

/** Refuses every script, whatever its language: models do not run code. */
class NoScripts implements ScriptEngineResolver {

    @Override
    public void addScriptEngineFactory(ScriptEngineFactory factory) {
        throw refusal(factory.getLanguageName());
    }

    @Override
    public ScriptEngineManager getScriptEngineManager() {
        throw refusal("any");
    }

    @Override
    public ScriptEngine getScriptEngine(String language, boolean resolveFromCache) {
        throw refusal(language);
    }

    private static ProcessEngineException refusal(String language) {
        return new ProcessEngineException("Scripts do not run in Accord (language " + language + ", ADR 0002).");
    }
}
