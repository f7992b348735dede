package org.accord.process;

/** Two commands met in one process; nothing was changed by this one, which may be tried again. */
public class Contended extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Contended(Throwable cause) {
        super("another command changed the process at the same time", cause);
    }
}
