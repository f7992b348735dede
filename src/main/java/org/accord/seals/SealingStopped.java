package org.accord.seals;

import java.util.List;

/**
 * Nothing can be sealed until somebody has looked; work goes on meanwhile. The log and the health tell the code, which
 * {@code src/docs/operations.md} explains.
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

    /** What the code is about: files, sizes, seconds. */
    List<String> args() {
        return args.stream().map(String::valueOf).toList();
    }

    String code() {
        return code;
    }
}
