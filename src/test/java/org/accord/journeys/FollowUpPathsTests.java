package org.accord.journeys;

import org.junit.jupiter.api.Test;

abstract class FollowUpPathsTests extends ProcessPaths {

    static Course surveyed(Course course) {
        return course.does(
                        "planFollowUp", "title", "Border workshop", "pillar", "I", "workshopDate", course.inWeeks(-1))
                .timePassesTo("sixMonthsPassed")
                .does("surveyParticipants");
    }

    static Course measured(Course course, boolean suspendedByState) {
        return course.does("updateActions")
                .does("verifyEvidence", "evidenceAccepted", "yes")
                .does(
                        "recordIndicators",
                        "daysOverdue",
                        1,
                        "milestoneShare",
                        90,
                        "monthsSinceReport",
                        2,
                        "targetMet",
                        false,
                        "suspendedByState",
                        suspendedByState);
    }

    static Course decided(Course course, String nextStep) {
        return measured(course, false)
                .doesAll(
                        "draftProgressReport",
                        "commentOnReport",
                        "holdReviewMeeting",
                        "issueProgressReport",
                        "updateMapping")
                .does("decideNextStep", "nextStep", nextStep);
    }

    @Test
    void anInitiativeIsAchieved() {
        decided(surveyed(opened("follow-up")), "achieved").endsAs("achieved");
    }

    @Test
    void anInitiativeIsClosedWithoutSuccess() {
        decided(surveyed(opened("follow-up")), "notAchieved").endsAs("closedNotAchieved");
    }

    @Test
    void aStateMaySuspendItWhileActionsAreUpdated() {
        surveyed(opened("follow-up"))
                .reports("StateSuspendsInitiative")
                .passed("initiativeSuspended")
                .does("considerSuspension", "suspensionAnswer", "suspend")
                .endsAs("suspended");
    }

    @Test
    void anInitiativeThatContinuesIsLookedAtEveryYearAndWheneverEvidenceComes() {
        Course course = decided(surveyed(opened("follow-up")), "continue").waitsFor();
        decided(course.timePassesTo("yearPassed"), "continue").waitsFor();
        decided(course.reports("EvidenceSubmitted").passed("evidenceSubmitted"), "carry")
                .endsAs("carriedToNextPlan");
    }

    @Test
    void aReviewOfTheStrategyCarriesItIntoTheNextPlan() {
        decided(surveyed(opened("follow-up")), "continue")
                .reports("StrategyReviewAdopted")
                .passed("strategyReviewed")
                .endsAs("carriedToNextPlan");
    }

    @Test
    void auditQueriesAndWrongFiguresAreAnsweredBesideTheWork() {
        surveyed(opened("follow-up"))
                .reports("AuditQuery")
                .passed("auditQueryReceived")
                .reports("FigureFoundWrong")
                .passed("figureFoundWrong")
                .waitsFor("updateActions", "answerAuditQuery", "issueAddendum")
                .does("answerAuditQuery")
                .passed("auditQueryAnswered")
                .does("issueAddendum")
                .passed("addendumIssued")
                .waitsFor("updateActions");
    }
}
