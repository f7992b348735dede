package org.accord.journeys;

import org.junit.jupiter.api.Test;

/** The report in both languages, called by the review of a meeting's report. */
abstract class BilingualReportPathsTests extends ProcessPaths {

    static Course translated(Course course) {
        return course.doesAll("draftReport")
                .does("checkContent", "contentResult", "cleared")
                .does("translateReport");
    }

    static Course released(Course course) {
        return translated(course).does("certifyParity", "parity", "same").does("releaseReport");
    }

    static Course issued(Course course) {
        return released(course).does("proofRelease", "proof", "correct");
    }

    private Course wanted() {
        return ExpertReviewPathsTests.noted(opened("expert-review"));
    }

    @Test
    void aReportIsIssuedWhenBothLanguagesSayTheSame() {
        issued(wanted())
                .passed("versionsReady")
                .passed("bilingual-report/reportIssued")
                .waitsFor("commentOnReport");
    }

    @Test
    void versionsThatDifferAreTranslatedAgain() {
        translated(wanted())
                .does("certifyParity", "parity", "different")
                .passed("versionsDiffer")
                .passed("languageMismatch")
                .does("settleMismatch")
                .does("translateReport")
                .does("certifyParity", "parity", "same")
                .waitsFor("releaseReport");
    }

    @Test
    void aMismatchFoundAfterReleaseIsSetRightByCorrigendum() {
        released(wanted())
                .does("proofRelease", "proof", "mismatch")
                .doesAll("prepareCorrigendum", "issueCorrigendum")
                .passed("bilingual-report/reportIssued");
    }

    @Test
    void aReleaseWithSensitiveContentIsWithdrawnAndDropped() {
        released(wanted())
                .reports("SensitiveContentFound")
                .passed("sensitiveFound")
                .does("withdrawReport")
                .does("decideOnRedo", "redo", "drop")
                .passed("reportDropped")
                .endsAs("noReport");
    }

    @Test
    void aWithdrawnReportIsWrittenAnewOnceItsReaderFindsItSensitive() {
        released(wanted())
                .does("proofRelease", "proof", "sensitive")
                .does("withdrawReport")
                .does("decideOnRedo", "redo", "again")
                .waitsFor("draftReport");
    }
}
