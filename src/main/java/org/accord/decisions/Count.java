package org.accord.decisions;

/**
 * What came out of a ballot and why, in numbers; the words are those of the reader.
 *
 * @param entitled the base: those in the electorate who had not left or stood back
 * @param voted of them, abstentions included
 * @param uncounted observers, and those who have left
 * @param quorum how many had to vote
 */
public record Count(
        Outcome outcome,
        int entitled,
        int voted,
        int yes,
        int no,
        int abstained,
        int statements,
        int uncounted,
        int recused,
        int quorum,
        boolean vetoed) {

    /** The same without how people voted: where nothing was decided, secret votes are not opened. */
    Count unopened() {
        return new Count(outcome, entitled, voted, 0, 0, 0, 0, uncounted, recused, quorum, false);
    }

    /** What a ballot comes to. */
    public enum Outcome {
        ADOPTED,
        REJECTED,
        NO_QUORUM
    }
}
