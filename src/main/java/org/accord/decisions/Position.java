package org.accord.decisions;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a State, or a member of a body, can say of a text or a question. */
public enum Position {
    /** Results of national clearance (D4). */
    ENDORSED(Effect.SUPPORT),
    ENDORSED_WITH_STATEMENT(Effect.STATEMENT),
    AMENDMENTS_REQUESTED(Effect.OBJECTION),
    INTERNAL_CONFLICT(Effect.NO_REPLY),
    OBSERVER(Effect.NONE),
    DEFERRED(Effect.NONE),
    NO_REPLY(Effect.NO_REPLY),
    /** Words of ballots and of the silence procedure (D3). */
    SUPPORT(Effect.SUPPORT),
    ABSTAIN(Effect.ABSTENTION),
    STATEMENT(Effect.STATEMENT),
    OBJECT(Effect.OBJECTION),
    AMEND(Effect.OBJECTION),
    /** Asked of a silence; not positions, and said beside one. */
    EXTEND(Effect.NONE),
    CORRECTION(Effect.NONE),
    /** A declared conflict of interest: counts no longer. */
    RECUSE(Effect.NONE);

    private enum Effect {
        NONE,
        SUPPORT,
        ABSTENTION,
        STATEMENT,
        OBJECTION,
        NO_REPLY
    }

    private final Effect effect;

    Position(Effect effect) {
        this.effect = effect;
    }

    /** Reads {@code endorsedWithStatement}, {@code ENDORSED_WITH_STATEMENT} or {@code object}; empty for other words. */
    static Optional<Position> find(String text) {
        String words = text.replaceAll("([a-z])([A-Z])", "$1_$2").replace('-', '_');
        return Arrays.stream(values())
                .filter(position -> position.name().equals(words.toUpperCase(Locale.ROOT)))
                .findFirst();
    }

    static Position parse(String text) {
        return find(text).orElseThrow(() -> new IllegalArgumentException("not a position: " + text));
    }

    /** The word of the API and of forms: {@code support}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it keeps a text from being adopted as it stands: an objection or an amendment. */
    boolean blocks() {
        return effect == Effect.OBJECTION;
    }

    /** Whether it is in favour, with a statement or without. */
    boolean supports() {
        return effect == Effect.SUPPORT || effect == Effect.STATEMENT;
    }

    boolean isStatement() {
        return effect == Effect.STATEMENT;
    }

    boolean isAbstention() {
        return effect == Effect.ABSTENTION;
    }

    boolean isNoReply() {
        return effect == Effect.NO_REPLY;
    }

    /** Whether it is the position of whoever says it; a request beside it is not. */
    boolean isPosition() {
        return this != EXTEND && this != CORRECTION && this != RECUSE;
    }

    /** Whether it means nothing without words: what is objected to, what is to be changed, what is stated. */
    public boolean needsWords() {
        return blocks() || isStatement() || this == CORRECTION || this == RECUSE;
    }

    /** The same in a ballot that may be secret: a secret vote has no words, standing back has. */
    boolean needsWordsIn(boolean secret) {
        return needsWords() && !(secret && isPosition());
    }
}
