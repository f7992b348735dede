package org.accord.journeys;

import org.junit.jupiter.api.Test;

/** A question that the Chair puts to the vote. */
abstract class BallotPathsTests extends ProcessPaths {

    private Course put(String whoVotes, String rule, String quorum) {
        return opened("ballot")
                .does(
                        "putQuestion",
                        "questionEn",
                        "Meet in May?",
                        "questionRu",
                        "Встретиться в мае?",
                        "whoVotes",
                        whoVotes,
                        "ballotRule",
                        rule,
                        "quorum",
                        quorum,
                        "secret",
                        false);
    }

    @Test
    void aQuestionIsAdoptedAsSoonAsNothingCanChangeIt() {
        put("NFP", "simple", "3")
                .doesIn("KZ", "castVote", "position", "support")
                .doesIn("KG", "castVote", "position", "support")
                .waitsFor("castVote")
                .doesIn("TJ", "castVote", "position", "support")
                .passed("voteOver")
                .endsAs("adopted");
    }

    @Test
    void whoeverVotesLastEndsTheVote() {
        put("EXP", "consensus", "all")
                .does("castVoteAsExpert", "position", "support")
                .passed("allVoted")
                .endsAs("adopted");
    }

    @Test
    void itEndsAtItsDeadlineWithoutQuorum() {
        put("NFP", "2/3", "all")
                .doesIn("KZ", "castVote", "position", "support")
                .timePassesTo("voteEnds")
                .endsAs("noQuorum");
    }

    @Test
    void aMajorityAgainstRejectsIt() {
        put("NFP", "simple", "3")
                .does("castVote", "position", "object", "textEn", "Too early.", "textRu", "Слишком рано.")
                .endsAs("rejected");
    }

    @Test
    void aQuorumThatCannotBeReachedIsPutAgain() {
        put("NFP", "simple", "7").passed("ballotCannotOpen").waitsFor("putQuestion");
    }
}
