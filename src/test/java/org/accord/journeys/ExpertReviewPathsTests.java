package org.accord.journeys;

import org.junit.jupiter.api.Test;

abstract class ExpertReviewPathsTests extends ProcessPaths {

    static Course noted(Course course) {
        return course.does("checkRapporteurNotes", "title", "Report of the meeting", "meetingDate", course.inWeeks(2));
    }

    static Course answered(Course course, String changes) {
        return BilingualReportPathsTests.issued(course)
                .does("commentOnReport")
                .does("answerComments")
                .does("reviewMatrix", "changes", changes);
    }

    static Course silent(Course course) {
        return answered(noted(course), "minor");
    }

    static Course issued(Course course) {
        return SilenceProcedurePathsTests.kept(silent(course), "report").doesAll("issueReport", "registerReport");
    }

    @Test
    void aReportIsIssuedWhenTheSilenceWasKept() {
        issued(opened("expert-review")).endsAs("reportIssued");
    }

    @Test
    void commentsCloseWhenTheirTimeIsOver() {
        BilingualReportPathsTests.issued(noted(opened("expert-review")))
                .doesIn("KZ", "commentOnReport")
                .timePassesTo("commentsClosed")
                .waitsFor("answerComments");
    }

    @Test
    void afterThreeRoundsOfMajorChangesTheChairSumsUp() {
        Course course = noted(opened("expert-review"));
        answered(course, "major");
        answered(course, "major");
        answered(course, "major")
                .waitsFor("decideReview")
                .does("decideReview", "reviewChoice", "summary")
                .does("issueChairSummary")
                .endsAs("chairSummaryIssued");
    }

    @Test
    void aReportThatIsDroppedEndsTheReview() {
        BilingualReportPathsTests.released(noted(opened("expert-review")))
                .does("proofRelease", "proof", "sensitive")
                .does("withdrawReport")
                .does("decideOnRedo", "redo", "drop")
                .endsAs("noReport");
    }
}
