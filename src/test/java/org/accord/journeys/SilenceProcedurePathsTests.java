package org.accord.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
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
        return proposed(course, documentType, false)
                .does("stateOurPosition", "position", "support")
                .timePassesTo("silenceEnds")
                .passed("silenceKept");
    }

    private Course asked(String documentType, boolean urgent) {
        return proposed(ExpertReviewPathsTests.silent(opened("expert-review")), documentType, urgent);
    }

    @Test
    void itRunsToItsEndAlsoWhenAllStatesHaveAgreed() {
        asked("plan", false)
                .does("stateOurPosition", "position", "support")
                .passed("answerGiven")
                .passed("allAnswered")
                .timePassesTo("silenceEnds")
                .passed("silenceOver")
                .passed("silenceKept")
                .waitsFor("issueReport");
    }

    @Test
    void whoeverIsSilentUntilTheEndHasAgreedAndWasRemindedOnce() {
        asked("report", false)
                .doesIn("KZ", "stateOurPosition", "position", "abstain")
                .timePassesTo("reminderDue")
                .passed("reminded")
                .timePassesTo("silenceEnds")
                .passed("silenceKept")
                .waitsFor("issueReport");
    }

    @Test
    void anObjectionBreaksItAtOnce() {
        asked("report", false)
                .doesIn("UZ", "stateOurPosition", "position", "object", "textEn", "Not now.", "textRu", "Не сейчас.")
                .passed("silenceBroken")
                .waitsFor("draftReport");
    }

    @Test
    void aPlanHasALongSilenceFirstAndAShortOneAfterwards() {
        Course course = asked("plan", false);
        Duration first = course.untilTimer("silenceEnds");
        course.doesIn("UZ", "stateOurPosition", "position", "amend", "textEn", "Four.", "textRu", "Четыре.");
        ExpertReviewPathsTests.answered(course, "minor");
        proposed(course, "plan", false);
        assertThat(course.untilTimer("silenceEnds")).isLessThan(first);
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
    void theFirstRequestForMoreTimeIsGivenAndTheSecondIsForTheChair() {
        Course course = asked("report", false);
        Duration before = course.untilTimer("silenceEnds");
        course.says("TM", "extend");
        course.timePassesTo("silenceEnds").waitsFor("stateOurPosition");
        assertThat(course.untilTimer("silenceEnds")).isPositive().isLessThan(before);
        course.says("KG", "extend")
                .passed("moreTimeAsked")
                .does("decideExtension", "extension", "granted")
                .passed("moreTimeGiven")
                .timePassesTo("silenceEnds")
                .waitsFor("stateOurPosition")
                .timePassesTo("silenceEnds")
                .passed("silenceKept");
    }

    @Test
    void theChairMayRefuseMoreTime() {
        Course course = asked("report", false);
        course.says("TM", "extend")
                .says("KG", "extend")
                .does("decideExtension", "extension", "refused")
                .passed("noMoreTime");
    }

    @Test
    void theReviserDecidesWhetherACorrectionIsEditorial() {
        asked("report", false)
                .says("KZ", "correction")
                .passed("correctionProposed")
                .does("checkCorrection", "correctionResult", "editorial")
                .passed("correctionSettled")
                .timePassesTo("silenceEnds")
                .passed("silenceKept");
    }

    @Test
    void aStateThatTurnsObserverIsNotAskedAnyLonger() {
        asked("report", true)
                .reportsIn("TM", "StateBecomesObserver")
                .passed("leavesDuringSilence")
                .passed("observerRecorded")
                .timePassesTo("silenceEnds")
                .passed("silenceKept");
    }
}
