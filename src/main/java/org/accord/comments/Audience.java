package org.accord.comments;

import java.util.Optional;
import java.util.Set;
import org.accord.access.Reach;
import org.accord.core.Scope;
import org.jspecify.annotations.Nullable;

/**
 * To whom a comment is said, as its author chose: all who may see the matter, one State, or the secretariat.
 *
 * @param state the State, if it is said to one: it and those trusted with confidences read it
 */
record Audience(Kind kind, @Nullable String state) {

    static final Audience ALL = new Audience(Kind.ALL, null);
    static final Audience SECRETARIAT = new Audience(Kind.SECRETARIAT, null);
    private static final String STATE = "state:";

    enum Kind {
        ALL,
        STATE,
        SECRETARIAT
    }

    static Audience ofState(String code) {
        return new Audience(Kind.STATE, code);
    }

    /** Reads {@link #word}. */
    static Optional<Audience> parse(String word) {
        if (word.startsWith(STATE) && word.length() > STATE.length()) {
            return Optional.of(ofState(word.substring(STATE.length())));
        }
        return switch (word) {
            case "all" -> Optional.of(ALL);
            case "secretariat" -> Optional.of(SECRETARIAT);
            default -> Optional.empty();
        };
    }

    /** {@code all}, {@code state:KZ} or {@code secretariat}. */
    public String word() {
        return switch (kind) {
            case ALL -> "all";
            case STATE -> STATE + state;
            case SECRETARIAT -> "secretariat";
        };
    }

    /**
     * What the comment is about: a case, or a task of it.
     *
     * @param scope of the task; of the whole programme for a case
     */
    record Matter(Scope scope, boolean confidential, boolean secretariatOnly) {}

    /** What belongs to one State is not said to another. */
    boolean isWithin(Matter matter) {
        String concerned = matter.scope().state();
        return state == null || concerned == null || state.equals(concerned);
    }

    /** Who reads it, never more than may see the matter. */
    Set<String> within(Matter matter) {
        return Reach.audiences(scope(matter), confidential(matter), secretariatOnly(matter));
    }

    Scope scope(Matter matter) {
        return state == null ? matter.scope() : Scope.ofState(state);
    }

    boolean confidential(Matter matter) {
        return kind == Kind.STATE || matter.confidential();
    }

    boolean secretariatOnly(Matter matter) {
        return kind == Kind.SECRETARIAT || matter.secretariatOnly();
    }
}
