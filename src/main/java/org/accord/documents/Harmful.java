package org.accord.documents;

import java.io.IOException;

/** A file that is not taken, and the rule that it breaks: the code of a violation. */
final class Harmful extends IOException {

    private static final long serialVersionUID = 1L;

    private final String code;

    Harmful(String code) {
        super(code);
        this.code = code;
    }

    String code() {
        return code;
    }
}
