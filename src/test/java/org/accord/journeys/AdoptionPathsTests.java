package org.accord.journeys;

import org.junit.jupiter.api.Test;

abstract class AdoptionPathsTests extends ProcessPaths {

    static Course transmitted(Course course) {
        return course.does("transmitToCapitals", "title", "Joint Plan of Action", "meetingDate", course.inWeeks(26));
    }

    static Course consulted(Course course) {
        return course.doesAll("distributeToAgencies", "giveAgencyOpinion");
    }

    static Course says(Course course, String state, String mfa) {
        return course.doesIn(
                state, "stateNationalPosition", "mfa", mfa, "agencies", "allAgree", "approvalLevel", "notRequired");
    }

    static Course cleared(Course course) {
        return consulted(course)
                .does("stateNationalPosition", "mfa", "yes", "agencies", "allAgree", "approvalLevel", "notRequired");
    }

    static Course tabled(Course course) {
        Course ready = course.does("translateFinalText").does("certifyParity", "parity", "same");
        return SilenceProcedurePathsTests.kept(ready, "plan")
                .does("checkCredentials", "attendance", "yes")
                .does("tableText");
    }

    static Course issued(Course course) {
        return course.doesAll(
                "closePositions", "declareResult", "issuePlanAndDeclaration", "registerStatements", "declassifyDrafts");
    }

    static Course adopted(Course course) {
        return issued(tabled(cleared(transmitted(course))).does("declarePosition", "position", "support"));
    }

    private static Course objected(Course course) {
        consulted(transmitted(course));
        for (String state : STATES) {
            says(course, state, state.equals("UZ") ? "no" : "yes");
        }
        return course.waitsFor("negotiateText");
    }

    static Course abandoned(Course course) {
        return objected(course)
                .does("negotiateText", "negotiationResult", "noAgreement")
                .does("writeChairSummary");
    }

    static Course postponed(Course course) {
        return objected(course)
                .timePassesTo("negotiationCutOff")
                .does("checkCredentials", "attendance", "no")
                .does("tableText")
                .does("declarePosition", "position", "support")
                .doesAll("closePositions", "declareResult");
    }

    @Test
    void aTextThatAllSupportIsAdoptedByConsensus() {
        adopted(opened("adoption"))
                .passed("positionReached")
                .passed("positionRecorded")
                .passed("meetingPositionRecorded")
                .endsAs("adoptedByConsensus");
    }

    @Test
    void statementsDoNotHinderAdoption() {
        Course course = tabled(cleared(transmitted(opened("adoption"))))
                .doesIn("KZ", "declarePosition", "position", "statement", "textEn", "Read so.", "textRu", "Так.")
                .does("declarePosition", "position", "support");
        issued(course).endsAs("adoptedWithStatements");
    }

    @Test
    void aStateThatTurnsObserverLeavesTheClearance() {
        Course course = transmitted(opened("adoption"))
                .reportsIn("TM", "StateBecomesObserver")
                .passed("becomesObserver")
                .passed("observerRecorded");
        issued(tabled(cleared(course)).does("declarePosition", "position", "support"))
                .endsAs("adoptedByRemaining");
    }

    @Test
    void aStateMayTurnObserverBetweenTheRoundsAndIsNotAskedAgain() {
        Course course = objected(opened("adoption"))
                .reports("ObserverNoteReceived", "observerState", "UZ")
                .passed("observerNoted")
                .does("negotiateText", "negotiationResult", "redraft")
                .does("redraftText");
        issued(tabled(cleared(course)).does("declarePosition", "position", "support"))
                .endsAs("adoptedByRemaining");
    }

    @Test
    void aNoteThatComesDuringTheMeetingEndsTheBranchOfItsState() {
        Course course = tabled(cleared(transmitted(opened("adoption"))))
                .reports("ObserverNoteReceived", "observerState", "UZ")
                .passed("observerNoted")
                .passed("leavesTheMeeting")
                .passed("stateLeft")
                .does("declarePosition", "position", "support");
        issued(course).endsAs("adoptedByRemaining");
    }

    @Test
    void twoNotesThatComeTogetherDoNotMix() {
        Course course = objected(opened("adoption"))
                .reportsAtOnce("ObserverNoteReceived", "observerState", "UZ", "TM")
                .does("negotiateText", "negotiationResult", "redraft")
                .does("redraftText")
                .doesIn("KZ", "distributeToAgencies")
                .doesIn("KG", "distributeToAgencies")
                .doesIn("TJ", "distributeToAgencies")
                .waitsFor("giveAgencyOpinion");
        course.does("giveAgencyOpinion")
                .does("stateNationalPosition", "mfa", "yes", "agencies", "allAgree", "approvalLevel", "notRequired");
        issued(tabled(course).does("declarePosition", "position", "support")).endsAs("adoptedByRemaining");
    }

    @Test
    void aNoteThatComesDuringTheClearanceEndsTheBranchOfItsState() {
        Course course = transmitted(opened("adoption"))
                .reports("ObserverNoteReceived", "observerState", "TM")
                .passed("observerNoted")
                .passed("becomesObserver")
                .passed("observerRecorded");
        issued(tabled(cleared(course)).does("declarePosition", "position", "support"))
                .endsAs("adoptedByRemaining");
    }

    @Test
    void aStateThatDefersDoesNotDecideAndOneMayLeaveInTheRoom() {
        Course course = consulted(transmitted(opened("adoption")));
        says(course, "KZ", "deferred").passed("deferralRecorded");
        course.does("stateNationalPosition", "mfa", "yes", "agencies", "allAgree", "approvalLevel", "minister");
        tabled(course)
                .doesIn("KG", "declarePosition", "position", "observer")
                .passed("stateLeft")
                .does("declarePosition", "position", "support");
        issued(course).endsAs("adoptedByRemaining");
    }

    @Test
    void agenciesThatDisagreeSettleTheirDifferencesFirst() {
        Course course = consulted(transmitted(opened("adoption")));
        course.doesIn(
                        "KZ",
                        "stateNationalPosition",
                        "mfa",
                        "yes",
                        "agencies",
                        "objection",
                        "approvalLevel",
                        "notRequired")
                .doesIn("KZ", "settleDifferences");
        says(course, "KZ", "yes").passed("positionRecorded");
    }

    @Test
    void amendmentsLeadToANewTextAndANewRound() {
        Course course = objected(opened("adoption"))
                .does("negotiateText", "negotiationResult", "redraft")
                .does("redraftText")
                .waitsFor("distributeToAgencies");
        cleared(course).waitsFor("translateFinalText");
    }

    @Test
    void withoutAgreementTheChairSumsUp() {
        abandoned(opened("adoption")).endsAs("noConsensus");
    }

    @Test
    void theMeetingDayCutsNegotiationOffAndWithoutQuorumAllIsPostponed() {
        postponed(opened("adoption")).endsAs("postponed");
    }

    @Test
    void lateCapitalsAreCalledAndWrittenToUntilTheMeetingDay() {
        transmitted(opened("adoption"))
                .timePassesTo("clearanceDue")
                .does("callCapital")
                .passed("capitalCalled")
                .timePassesTo("clearanceLate")
                .does("sendHeadLetter")
                .passed("letterSent")
                .timePassesTo("clearanceCutOff")
                .waitsFor("checkCredentials");
    }

    @Test
    void thePositionOfACapitalMakesCallsAndLettersMoot() {
        Course course = transmitted(opened("adoption"))
                .timePassesTo("clearanceLate")
                .waitsFor("distributeToAgencies", "callCapital", "sendHeadLetter");
        cleared(course).waitsFor("translateFinalText");
    }

    @Test
    void theMeetingDayCutsOffASilenceThatNobodyProposed() {
        cleared(transmitted(opened("adoption")))
                .does("translateFinalText")
                .does("certifyParity", "parity", "same")
                .waitsFor("proposeSilence")
                .timePassesTo("silenceCutOff")
                .waitsFor("checkCredentials");
    }

    @Test
    void anObjectionInTheRoomMeansNoConsensus() {
        tabled(cleared(transmitted(opened("adoption"))))
                .doesIn("TJ", "declarePosition", "position", "object", "textEn", "No.", "textRu", "Нет.")
                .does("declarePosition", "position", "support")
                .doesAll("closePositions", "declareResult")
                .does("writeChairSummary")
                .endsAs("noConsensus");
    }
}
