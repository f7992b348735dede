package org.accord.decisions;

import java.util.Locale;

/** What a State can say of a text: the results of national clearance (D4) and the words of the silence procedure (D3). */
enum Position {
    ENDORSED(Effect.NONE),
    ENDORSED_WITH_STATEMENT(Effect.STATEMENT),
    AMENDMENTS_REQUESTED(Effect.OBJECTION),
    INTERNAL_CONFLICT(Effect.NO_REPLY),
    OBSERVER(Effect.NONE),
    DEFERRED(Effect.NONE),
    NO_REPLY(Effect.NO_REPLY),
    SUPPORT(Effect.NONE),
    ABSTAIN(Effect.NONE),
    OBJECT(Effect.OBJECTION),
    AMEND(Effect.OBJECTION),
    STATEMENT(Effect.STATEMENT),
    EXTEND(Effect.NONE);

    private enum Effect {
        NONE,
        OBJECTION,
        STATEMENT,
        NO_REPLY
    }

    private final Effect effect;

    Position(Effect effect) {
        this.effect = effect;
    }

    /** Reads {@code endorsedWithStatement}, {@code ENDORSED_WITH_STATEMENT} or {@code object}. */
    static Position parse(String text) {
        String words = text.replaceAll("([a-z])([A-Z])", "$1_$2").replace('-', '_');
        return valueOf(words.toUpperCase(Locale.ROOT));
    }

    /** Whether it keeps a text from being adopted as it stands: an objection or an amendment. */
    boolean blocks() {
        return effect == Effect.OBJECTION;
    }

    boolean isStatement() {
        return effect == Effect.STATEMENT;
    }

    boolean isNoReply() {
        return effect == Effect.NO_REPLY;
    }
}
