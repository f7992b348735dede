package org.accord.programme;

import java.util.List;
import org.accord.core.Refused;
import org.accord.core.Violation;

/** A programme file with faults: all of them, each with its line and value as the first two arguments. */
class ProgrammeRejected extends Refused {

    private static final long serialVersionUID = 1L;

    private final String file;

    ProgrammeRejected(String file, List<Violation> violations) {
        super(Kind.INVALID, "programmeRejected", List.<Object>of(file, violations.size()), violations);
        this.file = file;
    }

    String file() {
        return file;
    }
}
