package org.accord.programme;

import java.util.stream.Collectors;
import org.accord.core.Violation;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints the faults of a programme file as {@code file:line field rule value}, instead of a stack trace. */
class ProgrammeRejectedAnalyzer extends AbstractFailureAnalyzer<ProgrammeRejected> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, ProgrammeRejected cause) {
        String faults = cause.violations().stream()
                .map(violation -> line(cause.file(), violation))
                .collect(Collectors.joining(System.lineSeparator()));
        return new FailureAnalysis(
                "The programme file was refused whole; nothing was stored." + System.lineSeparator() + faults,
                "Correct the file named by accord.programme and start again.",
                cause);
    }

    private static String line(String file, Violation violation) {
        return "%s:%s %s %s %s"
                .formatted(
                        file,
                        violation.args().get(0),
                        violation.field(),
                        violation.code(),
                        violation.args().get(1));
    }
}
