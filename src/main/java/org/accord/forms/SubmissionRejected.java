package org.accord.forms;

import java.util.List;
import org.accord.core.Refused;
import org.accord.core.Violation;

/** What was handed in breaks rules of its form; every broken rule is listed (code {@code submissionRejected}). */
public class SubmissionRejected extends Refused {

    private static final long serialVersionUID = 1L;

    SubmissionRejected(List<Violation> violations) {
        super(Kind.INVALID, "submissionRejected", List.of(), violations);
    }
}
