package org.accord.journeys;

import org.junit.jupiter.api.Test;

/** The silence procedure, called by the review of a meeting's report. */
abstract class SilenceProcedurePathsTests extends ProcessPaths {

    static Course proposed(Course course, String documentType, boolean urgent) {
        return course.does(
                "proposeSilence",
                "documentType",
                documentType,
                "bothLanguagesReleased",
                true,
                "urgencyAgreed",
                urgent,
                "procedureAccepted",
                "accepted");
    }

    static Course kept(Course course, String documentType) {
        return proposed(course, documentType, false).does("stateOurPosition", "position", "support");
    }

    private Course asked(String documentType, boolean urgent) {
        return proposed(ExpertReviewPathsTests.silent(opened("expert-review")), documentType, urgent);
    }

    @Test
    void itIsKeptWhenAllStatesAgreeBeforeItsEnd() {
        kept(ExpertReviewPathsTests.silent(opened("expert-review")), "plan")
                .passed("answerRecorded")
                .passed("silenceKept")
                .waitsFor("issueReport");
    }

    @Test
    void whoeverIsSilentUntilTheEndHasAgreed() {
        asked("report", false)
                .doesIn("KZ", "stateOurPosition", "position", "abstain")
                .timePassesTo("longSilenceOver")
                .passed("silenceKept")
                .waitsFor("issueReport");
    }

    @Test
    void anObjectionBreaksItAtOnce() {
        asked("report", false)
                .doesIn("UZ", "stateOurPosition", "position", "object")
                .passed("silenceBroken")
                .waitsFor("draftReport");
    }

    @Test
    void aPlanHasALongSilenceFirstAndAShortOneAfterwards() {
        Course course = asked("plan", false)
                .waitsFor("stateOurPosition")
                .doesIn("UZ", "stateOurPosition", "position", "object");
        ExpertReviewPathsTests.answered(course, "minor");
        proposed(course, "plan", false).waitsFor("stateFinalPosition");
    }

    @Test
    void itDoesNotBeginBeforeAllAcceptTheProcedure() {
        ExpertReviewPathsTests.silent(opened("expert-review"))
                .does(
                        "proposeSilence",
                        "documentType",
                        "plan",
                        "bothLanguagesReleased",
                        true,
                        "urgencyAgreed",
                        false,
                        "procedureAccepted",
                        "refused")
                .passed("notStarted")
                .waitsFor("decideReview");
    }

    @Test
    void aStateThatAsksForMoreTimeGetsAShortSecondSilence() {
        asked("report", false)
                .doesIn("TM", "stateOurPosition", "position", "extend")
                .doesIn("KZ", "stateOurPosition", "position", "statement")
                .doesIn("KG", "stateOurPosition", "position", "support")
                .doesIn("TJ", "stateOurPosition", "position", "support")
                .doesIn("UZ", "stateOurPosition", "position", "support")
                .does("decideExtension", "extension", "granted")
                .passed("extensionDecided")
                .waitsFor("stateFinalPosition")
                .does("stateFinalPosition", "position", "support")
                .passed("finalAnswerRecorded")
                .passed("silenceKept");
    }

    @Test
    void aStateThatTurnsObserverIsNotAskedAnyLonger() {
        asked("report", false)
                .reportsIn("TM", "StateBecomesObserver")
                .passed("leavesDuringSilence")
                .passed("observerRecorded")
                .timePassesTo("longSilenceOver")
                .passed("silenceKept");
    }

    @Test
    void anUrgentTextHasAShortSilenceWhichAStateMayLeave() {
        asked("report", true)
                .waitsFor("stateFinalPosition")
                .reportsIn("TJ", "StateBecomesObserver")
                .passed("leavesInShortTime")
                .passed("observerRecordedNow")
                .timePassesTo("shortSilenceOver")
                .passed("silenceKept");
    }

    @Test
    void anAmendmentBreaksTheShortSilenceToo() {
        asked("agenda", false)
                .doesIn("KG", "stateFinalPosition", "position", "amend")
                .passed("silenceBroken")
                .waitsFor("draftReport");
    }
}
