package org.accord.instance;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

class MisconfiguredAnalyzer extends AbstractFailureAnalyzer<MisconfiguredException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, MisconfiguredException cause) {
        return new FailureAnalysis(cause.getMessage(), cause.action(), cause);
    }
}
