package org.accord.seals;

import java.util.List;

/**
 * Nothing can be sealed until somebody has looked; work goes on meanwhile. The words come from the message
 * {@code seal.stopped.<code>}.
 */
final class SealingStopped extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient List<Object> args;

    SealingStopped(String code, Object... args) {
        super(code + " " + List.of(args));
        this.code = code;
        this.args = List.of(args);
    }

    /** For the logs. */
    String told() {
        return code + " " + args;
    }

    String code() {
        return code;
    }

    List<Object> args() {
        return args;
    }
}
