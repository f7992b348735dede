package org.accord.decisions;

import java.util.Set;

/**
 * How a ballot is decided.
 *
 * @param majority what it takes
 * @param threshold for a qualified majority, the part of the votes for and against that must be for
 * @param quorum how many of those entitled must have voted, abstentions included
 * @param vetoes those whose vote against is enough to reject
 * @param secret whether it is kept that somebody voted and not how
 */
record BallotRule(Majority majority, Share threshold, Share quorum, Set<String> vetoes, boolean secret) {

    /** What it takes to adopt. */
    enum Majority {
        /** No vote against. Abstentions do not hinder it (jpoa.md 3.1: absence of any objection). */
        CONSENSUS,
        /** More votes for than against. Abstentions count for neither. */
        SIMPLE,
        /** A part of the votes for and against, at least. Abstentions count for neither. */
        QUALIFIED
    }

    BallotRule {
        vetoes = Set.copyOf(vetoes);
    }

    boolean isCarried(int yes, int no) {
        return switch (majority) {
            case CONSENSUS -> no == 0;
            case SIMPLE -> yes > no;
            case QUALIFIED -> yes > 0 && threshold.isReachedBy(yes, yes + no);
        };
    }

    /** Whether a vote, once cast, may be taken back: an objection to a consensus may, until the ballot is closed. */
    boolean mayWithdraw() {
        return majority == Majority.CONSENSUS && !secret;
    }
}
