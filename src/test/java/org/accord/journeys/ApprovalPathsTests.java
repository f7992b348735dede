package org.accord.journeys;

import org.junit.jupiter.api.Test;

/** The chain of approval, called by a workshop proposal. */
abstract class ApprovalPathsTests extends ProcessPaths {

    private static final int FOR_THE_BOARD = 200_000;

    private Course asked() {
        return WorkshopPathsTests.costed(opened("workshop"), FOR_THE_BOARD, "within");
    }

    @Test
    void theBoardHasTheLastWordOnTheLargest() {
        asked().waitsFor("approveAsChief")
                .does("approveAsChief", "decision", "approve")
                .does("approveAsPoliticalOfficer", "decision", "approve")
                .does("approveAsHead", "decision", "approve")
                .passed("headDecided")
                .does("recordBoardDecision", "decision", "approve")
                .passed("approval/approved")
                .waitsFor("giveHostConcurrence");
    }

    @Test
    void whoDoesNotAnswerInTimeIsPassedOver() {
        asked().timePassesTo("chiefOverdue")
                .waitsFor("approveForChief")
                .does("approveForChief", "decision", "approve")
                .timePassesTo("politicalOverdue")
                .waitsFor("approveForPoliticalOfficer")
                .does("approveForPoliticalOfficer", "decision", "return")
                .passed("approval/returned")
                .waitsFor("writeProposal");
    }

    @Test
    void whoHasNotTheAuthorityIsPassedOver() {
        limited("chief", 8_000);
        WorkshopPathsTests.costed(opened("workshop"), 9_000, "within")
                .passed("chiefBeyondAuthority")
                .waitsFor("approveForChief")
                .does("approveForChief", "decision", "approve")
                .passed("approval/approved");
    }

    @Test
    void whoLosesTheAuthorityWhileTheTaskWaitsIsPassedOver() {
        Course course = WorkshopPathsTests.costed(opened("workshop"), 40_000, "within")
                .does("approveAsChief", "decision", "approve")
                .waitsFor("approveAsPoliticalOfficer");
        limited("political-officer", 30_000);
        course.does("approveAsPoliticalOfficer", "decision", "approve")
                .passed("politicalBeyondAuthority")
                .does("approveForPoliticalOfficer", "decision", "approve")
                .passed("approval/approved");
    }

    @Test
    void headquartersHearOfAHeadOfMissionWhoIsLate() {
        asked().does("approveAsChief", "decision", "approve")
                .does("approveAsPoliticalOfficer", "decision", "approve")
                .timePassesTo("headOverdue")
                .waitsFor("approveAsHead", "informHeadquarters")
                .does("informHeadquarters")
                .passed("headquartersInformed")
                .does("approveAsHead", "decision", "reject")
                .passed("approval/rejected")
                .endsAs("rejected");
    }

    @Test
    void theAnswerOfTheHeadMakesTheReminderMoot() {
        asked().does("approveAsChief", "decision", "approve")
                .does("approveAsPoliticalOfficer", "decision", "approve")
                .timePassesTo("headOverdue")
                .does("approveAsHead", "decision", "approve")
                .waitsFor("recordBoardDecision");
    }
}
