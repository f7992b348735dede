package org.accord.journeys;

import org.junit.jupiter.api.Test;

abstract class WorkshopDeliveryPathsTests extends ProcessPaths {

    static Course invited(Course course) {
        return course.does(
                        "planDelivery",
                        "title",
                        "Border workshop",
                        "hostState",
                        "KZ",
                        "startDate",
                        course.inWeeks(20),
                        "pillar",
                        "I",
                        "donor",
                        "EU")
                .does("issueInvitations");
    }

    private static Course arranged(Course course) {
        return course.does("nominateParticipants")
                .does("screenNominations", "confirmedStates", 5, "participants", 20, "womenShare", 40)
                .doesAll("arrangeTravel", "arrangeVisas", "bookVenue");
    }

    private static Course confirmed(Course course, boolean hostAgreementSigned) {
        return course.does(
                "confirmReadiness",
                "hostAgreementSigned",
                hostAgreementSigned,
                "donorConsent",
                true,
                "interpreters",
                true);
    }

    private Course ready() {
        return confirmed(arranged(invited(opened("workshop-delivery"))), true).waitsFor("runPreTest");
    }

    private Course held() {
        return ready().doesAll("runPreTest", "deliverWorkshop", "collectFeedback", "runPostTest");
    }

    private static Course paid(Course course) {
        return course.does("evaluateWorkshop", "answers", 20, "participants", 21, "score", 4.2, "gain", 16)
                .does("certifyReceipts")
                .does("approvePayment", "payment", "approve");
    }

    private static Course noted(Course course) {
        return course.does("writeNotes").does("checkSensitivity", "content", "issued", "sensitive", "clear");
    }

    private Course reported() {
        Course course = BilingualReportPathsTests.issued(noted(paid(held()))).does("commentOnReport");
        return SilenceProcedurePathsTests.kept(course, "report");
    }

    private static Course closed(Course course) {
        return course.doesAll("recordFollowUp", "confirmFollowUp");
    }

    static Course undone(Course course, String costs, String... compensation) {
        return course.waitsFor(compensation)
                .doesAll(compensation)
                .waitsFor("settleCancellation")
                .does("settleCancellation", "costs", costs);
    }

    @Test
    void aWorkshopIsHeldReportedAndClosed() {
        Course course = reported()
                .passed("nominated")
                .passed("workshopHeld")
                .does("prepareDonorPack")
                .does("reviewDonorPack", "packAnswer", "accept")
                .passed("donorAnswers");
        closed(course).endsAs("closedWithReport");
    }

    @Test
    void aDonorWhoAsksIsAnsweredAndOneWhoRejectsThriceMeetsTheChief() {
        Course course = reported()
                .does("prepareDonorPack")
                .reports("DonorQuery")
                .passed("donorAsks")
                .does("answerDonorQuery")
                .passed("donorAnswered")
                .does("reviewDonorPack", "packAnswer", "reject");
        for (int again = 2; again <= 3; again++) {
            course.does("prepareDonorPack").does("reviewDonorPack", "packAnswer", "reject");
        }
        closed(course.does("settleWithDonor")).endsAs("closedWithReport");
    }

    @Test
    void aReportMayBeWaived() {
        Course course = BilingualReportPathsTests.released(noted(paid(held())))
                .does("proofRelease", "proof", "sensitive")
                .does("withdrawReport")
                .does("decideOnRedo", "redo", "drop")
                .does("waiveReport", "waiver", "waive")
                .does("prepareDonorPack")
                .does("reviewDonorPack", "packAnswer", "accept");
        closed(course).endsAs("closedWithoutReport");
    }

    @Test
    void statesThatRegretOrAreLateLoseTheirSeats() {
        invited(opened("workshop-delivery"))
                .reportsIn("KZ", "RegretReceived")
                .passed("regretReceived")
                .passed("regretted")
                .timePassesTo("nominationOverdue")
                .waitsFor("nominateParticipants", "callFocalPoint")
                .doesAll("callFocalPoint")
                .passed("focalPointCalled")
                .timePassesTo("seatLost")
                .passed("seatsReleased")
                .waitsFor("screenNominations");
    }

    static Course cancelledEarly(Course course) {
        return undone(
                invited(course).reports("WorkshopCancelled").passed("cancelledEarly"), "no", "withdrawInvitations");
    }

    @Test
    void aWorkshopCancelledEarlyTakesTheInvitationsBack() {
        cancelledEarly(opened("workshop-delivery")).endsAs("cancelledWithoutCosts");
    }

    @Test
    void aWorkshopCancelledLateTakesEverythingBack() {
        undone(
                        ready().reports("WorkshopCancelled").passed("cancelledLate"),
                        "yes",
                        "withdrawInvitations",
                        "cancelTravel",
                        "cancelVenue")
                .endsAs("cancelledWithCosts");
    }

    @Test
    void aWorkshopWithoutHostAgreementIsNotHeld() {
        undone(
                        confirmed(arranged(invited(opened("workshop-delivery"))), false),
                        "yes",
                        "withdrawInvitations",
                        "cancelTravel",
                        "cancelVenue")
                .endsAs("cancelledWithCosts");
    }

    @Test
    void forceMajeureTurnsItIntoAHybridOne() {
        ready().does("runPreTest")
                .reports("ForceMajeure")
                .passed("forceMajeure")
                .does("switchToHybrid")
                .waitsFor("runPreTest");
    }
}
