package org.accord.core;

import java.util.List;

/**
 * A command was refused; nothing was changed. The words come from the message {@code refused.<code>} in the reader's
 * language, with the arguments given here.
 */
public class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The four ways to say no. */
    public enum Kind {
        /** There is no such thing, or none that the actor may know of. */
        NOT_FOUND,
        /** The thing may be known, the act is not theirs. */
        NOT_PERMITTED,
        /** The thing has changed since the actor saw it. */
        CONFLICT,
        /** What was handed in breaks a rule. */
        INVALID
    }

    private final Kind kind;
    private final String code;
    private final transient List<Object> args;
    private final transient List<Violation> violations;

    public Refused(Kind kind, String code, List<Object> args, List<Violation> violations) {
        super(code + " " + args + (violations.isEmpty() ? "" : " " + violations));
        this.kind = kind;
        this.code = code;
        this.args = List.copyOf(args);
        this.violations = List.copyOf(violations);
    }

    public static Refused notFound(String code, Object... args) {
        return new Refused(Kind.NOT_FOUND, code, List.of(args), List.of());
    }

    public static Refused notPermitted(String code, Object... args) {
        return new Refused(Kind.NOT_PERMITTED, code, List.of(args), List.of());
    }

    public static Refused conflict(String code, Object... args) {
        return new Refused(Kind.CONFLICT, code, List.of(args), List.of());
    }

    public static Refused invalid(String code, List<Violation> violations) {
        return new Refused(Kind.INVALID, code, List.of(), violations);
    }

    public static Refused invalid(Violation violation) {
        return invalid("invalid", List.of(violation));
    }

    public Kind kind() {
        return kind;
    }

    public String code() {
        return code;
    }

    public List<Object> args() {
        return args;
    }

    public List<Violation> violations() {
        return violations;
    }
}
