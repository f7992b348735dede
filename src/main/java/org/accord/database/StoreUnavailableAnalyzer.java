package org.accord.database;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

final class StoreUnavailableAnalyzer extends AbstractFailureAnalyzer<StoreUnavailable> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, StoreUnavailable cause) {
        return new FailureAnalysis(cause.getMessage(), cause.action(), cause);
    }
}
