package org.accord.documents;

import java.io.IOException;
import java.io.InputStream;

/** Looks into a file for what is known to be harmful. */
interface VirusScanner {

    enum Verdict {
        CLEAN,
        INFECTED,
        /** The installation has no scanner and needs none. */
        NONE,
        /** There ought to be one, and it did not answer. */
        UNREACHABLE
    }

    Verdict scan(InputStream in) throws IOException;
}
