package org.accord.decisions;

/** What something said while a decision runs comes to: the effects of D3, and those of ballots. */
public enum Effect {
    /** An objection: the silence is broken, back to negotiation. */
    BROKEN,
    /** An amendment: the silence is broken, a redraft follows. */
    REDRAFT,
    /** A correction that the reviser has confirmed to be editorial: a corrigendum follows, the silence runs on. */
    CORRIGENDUM,
    /** A correction that the reviser has to look at first. */
    REVISER_DECIDES,
    /** The first request for more time: given, as D2 allows. */
    EXTENDED,
    /** A further request for more time. */
    CHAIR_DECIDES,
    /** A statement that does not block: annexed. */
    STATEMENT,
    /** Support or abstention in a silence. */
    NOTED,
    /** Said by somebody who does not decide: kept as a comment. */
    COMMENT,
    /** Said too late: kept as a communication. */
    LATE,
    /** Nothing was said until the end: adopted. */
    ADOPTED,
    /** A vote. */
    CAST,
    /** No row of the table knows it. */
    REFUSED;

    boolean breaks() {
        return this == BROKEN || this == REDRAFT;
    }

    /** Whether it is kept without any influence on the decision. */
    boolean isOnlyKept() {
        return this == COMMENT || this == LATE;
    }
}
