package org.accord.process;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

class UnsoundModelsAnalyzer extends AbstractFailureAnalyzer<UnsoundModels> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, UnsoundModels cause) {
        return new FailureAnalysis(
                cause.getMessage(), "Mend the files in bpmn/ in Camunda Modeler, and start again.", cause);
    }
}
