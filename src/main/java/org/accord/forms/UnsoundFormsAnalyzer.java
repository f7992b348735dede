package org.accord.forms;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

class UnsoundFormsAnalyzer extends AbstractFailureAnalyzer<UnsoundForms> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, UnsoundForms cause) {
        return new FailureAnalysis(
                cause.getMessage(), "Mend the files in forms/ in Camunda Modeler, and start again.", cause);
    }
}
