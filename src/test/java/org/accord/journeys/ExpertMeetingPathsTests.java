package org.accord.journeys;

import org.junit.jupiter.api.Test;

abstract class ExpertMeetingPathsTests extends ProcessPaths {

    static Course noted(Course course) {
        return course.does(
                        "writeConceptNote",
                        "title",
                        "Expert meeting on pillar I",
                        "hostState",
                        "KZ",
                        "pillar",
                        "I",
                        "startDate",
                        course.inWeeks(30))
                .does("reviewPolitically", "politicalReview", "favourable");
    }

    static Course rejected(Course course) {
        return noted(course).does("approveConceptNote", "decision", "reject");
    }

    private static Course funded(Course course) {
        return noted(course)
                .does("approveConceptNote", "decision", "approve")
                .does("reserveFunds", "fundsAvailable", "yes");
    }

    private static Course documented(Course course) {
        return funded(course)
                .does("confirmHost", "hostAnswer", "yes")
                .does("translateDocuments")
                .does("checkDocumentParity", "parity", "same");
    }

    private static Course invited(Course course) {
        return documented(course).does("sendInvitations").waitsFor("nominateParticipants");
    }

    private static Course screened(Course course, int womenShare) {
        return course.does("nominateParticipants")
                .does("screenNominations", "womenShare", womenShare, "confirmedStates", 5);
    }

    private static Course confirmed(Course course) {
        return course.does("confirmReadiness", "interpreters", true, "donorConsent", true);
    }

    static Course held(Course course) {
        Course ready = screened(invited(course), 40)
                .does("arrangeTravel")
                .reports("HostAgreementSigned", "hostAgreementSigned", true)
                .passed("hostAgreementSigned");
        return confirmed(ready)
                .timePassesTo("meetingDay")
                .passed("prepared")
                .doesAll("openMeeting", "recordDiscussion", "recordRecommendations");
    }

    @Test
    void aMeetingIsPreparedAndHeld() {
        held(opened("expert-meeting")).passed("nominated").endsAs("held");
    }

    @Test
    void aConceptMayBeRejected() {
        rejected(opened("expert-meeting")).endsAs("conceptRejected");
    }

    @Test
    void aMeetingWithoutFundsIsNotHeld() {
        noted(opened("expert-meeting"))
                .does("approveConceptNote", "decision", "approve")
                .does("reserveFunds", "fundsAvailable", "no")
                .does("decideOnFunds", "fundsChoice", "cancel")
                .endsAs("notFunded");
    }

    @Test
    void aHostThatRefusesIsReplaced() {
        Course course = funded(opened("expert-meeting"));
        course.does("confirmHost", "hostAnswer", "no")
                .passed("hostRefused")
                .passed("hostIsLost")
                .does("chooseVenue", "nextStep", "newVenue", "hostState", "UZ", "startDate", course.inWeeks(32))
                .waitsFor("confirmHost");
    }

    @Test
    void aHostThatWithdrawsLateUndoesWhatWasArranged() {
        screened(invited(opened("expert-meeting")), 40)
                .does("arrangeTravel")
                .reports("HostWithdrew")
                .passed("hostWithdrew")
                .waitsFor("withdrawInvitations", "cancelTravel")
                .doesAll("withdrawInvitations", "cancelTravel")
                .passed("hostLost")
                .passed("hostIsLost")
                .does("chooseVenue", "nextStep", "cancel")
                .does("releaseFunds")
                .endsAs("cancelled");
    }

    @Test
    void aMeetingWhoseHostDoesNotSignInTimeIsStopped() {
        screened(invited(opened("expert-meeting")), 40)
                .does("arrangeTravel")
                .timePassesTo("agreementDeadline")
                .does("decideAfterStop", "nextStep", "postpone")
                .waitsFor("withdrawInvitations", "cancelTravel")
                .doesAll("withdrawInvitations", "cancelTravel")
                .passed("meetingStopped")
                .passed("preparationStopped")
                .does("releaseFunds")
                .endsAs("postponed");
    }

    @Test
    void aTranslationMadeElsewhereIsTakenIn() {
        funded(opened("expert-meeting"))
                .does("confirmHost", "hostAnswer", "yes")
                .reports("TranslationReady")
                .passed("translationReady")
                .waitsFor("checkDocumentParity");
    }

    @Test
    void statesAnswerByNoteRegretOrLoseTheirSeat() {
        invited(opened("expert-meeting"))
                .reportsIn("KZ", "RegretReceived")
                .passed("regretReceived")
                .passed("stateRegrets")
                .reportsIn("KG", "NominationReceived")
                .passed("nominationReceived")
                .passed("nominatedByNote")
                .timePassesTo("nominationsLate")
                .waitsFor("nominateParticipants", "sendSecondNote")
                .does("sendSecondNote")
                .passed("secondNoteSent")
                .timePassesTo("seatLapses")
                .passed("seatReleased")
                .waitsFor("screenNominations");
    }

    @Test
    void aStateThatNamesItsPeopleAfterAllNeedsNoSecondNote() {
        invited(opened("expert-meeting"))
                .timePassesTo("nominationsLate")
                .does("nominateParticipants")
                .waitsFor("screenNominations");
    }

    @Test
    void aSubstituteWhoWasNeverNamedDoesNotHoldUpTheMeeting() {
        Course course = screened(invited(opened("expert-meeting")), 40)
                .reports("VisaRefused", "substituteState", "TJ")
                .does("arrangeTravel")
                .reports("HostAgreementSigned", "hostAgreementSigned", true);
        confirmed(course).timePassesTo("meetingDay").waitsFor("openMeeting");
    }

    @Test
    void whereWomenAreFewStatesAreAskedForMoreUntilTheTimeIsOver() {
        screened(invited(opened("expert-meeting")), 10)
                .doesIn("KZ", "nominateWomen")
                .timePassesTo("requestClosed")
                .waitsFor("arrangeTravel");
    }

    @Test
    void aStateNamesASubstituteForWhoGetsNoVisa() {
        screened(invited(opened("expert-meeting")), 40)
                .reports("VisaRefused", "substituteState", "TJ")
                .passed("visaRefused")
                .waitsFor("arrangeTravel", "nameSubstitute")
                .does("nameSubstitute")
                .passed("substituteNamed")
                .waitsFor("arrangeTravel");
    }

    @Test
    void guestsAreInvitedByNoteOrByLetter() {
        noted(opened("expert-meeting"))
                .reports("GuestProposed", "participantType", "otherState")
                .passed("guestProposed")
                .does("sendGuestNote")
                .passed("invitedByNote")
                .reports("GuestProposed", "participantType", "organization")
                .does("sendGuestLetter")
                .passed("invitedByLetter")
                .waitsFor("approveConceptNote");
    }
}
