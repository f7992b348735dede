package org.accord.journeys;

import org.junit.jupiter.api.Test;

abstract class WorkshopPathsTests extends ProcessPaths {

    private static final int SMALL = 9_000;

    static Course proposed(Course course, String genderMarker) {
        return course.does("selectInitiative", "title", "Border workshop", "pillar", "I")
                .does(
                        "writeProposal",
                        "submission",
                        "submit",
                        "hostState",
                        "KZ",
                        "startDate",
                        course.inWeeks(40),
                        "genderMarker",
                        genderMarker);
    }

    static Course costed(Course course, int amount, String donorChange) {
        return proposed(course, "2")
                .does("reviewTechnically", "technicalReview", "favourable")
                .does("reviewPolitically", "politicalReview", "favourable", "duplication", "no")
                .does(
                        "prepareCostPlan",
                        "amount",
                        amount,
                        "donor",
                        "EU",
                        "sensitivity",
                        "normal",
                        "donorChange",
                        donorChange);
    }

    private static Course agreedByTheHost(Course course) {
        return costed(course, SMALL, "within")
                .does("approveAsChief", "decision", "approve")
                .does("giveHostConcurrence", "concurrence", "yes")
                .does("confirmCosts", "finalAmount", SMALL);
    }

    static Course approved(Course course) {
        return agreedByTheHost(course)
                .does("reserveFunds", "reservation", "reserved")
                .does("sendHostLetter")
                .does("signHostAgreement", "hostAnswer", "signed");
    }

    static Course withdrawn(Course course) {
        return course.does("writeProposal", "submission", "withdraw");
    }

    @Test
    void aSmallWorkshopIsApprovedByItsChiefAndSignedByItsHost() {
        approved(opened("workshop"))
                .passed("fundsReserved")
                .passed("hostAgreed")
                .endsAs("approved");
    }

    @Test
    void aProposalThatLiesIdleLapses() {
        opened("workshop")
                .does("selectInitiative", "title", "Idle workshop", "pillar", "II")
                .timePassesTo("proposalIdle")
                .endsAs("lapsed");
    }

    @Test
    void theChiefMaySendTheGenderMarkerBackAndTheManagerWithdraw() {
        Course course = proposed(opened("workshop"), "0")
                .does("decideOnGender", "genderDecision", "return")
                .does("reviewTechnically", "technicalReview", "favourable")
                .does("reviewPolitically", "politicalReview", "favourable", "duplication", "no")
                .waitsFor("writeProposal");
        withdrawn(course).endsAs("withdrawn");
    }

    @Test
    void aProposalCanBeRecalledFromTheChain() {
        Course course = costed(opened("workshop"), SMALL, "within")
                .waitsFor("approveAsChief")
                .reports("ProposalRecalled")
                .passed("proposalRecalled")
                .waitsFor("writeProposal");
        withdrawn(course).endsAs("withdrawn");
    }

    @Test
    void whatTheChainRejectsIsRejectedForGood() {
        costed(opened("workshop"), SMALL, "within")
                .does("approveAsChief", "decision", "reject")
                .endsAs("rejected");
    }

    @Test
    void aDonorWhoIsLateIsCalled() {
        costed(opened("workshop"), SMALL, "notInDescription")
                .does("approveAsChief", "decision", "approve")
                .timePassesTo("donorLate")
                .waitsFor("giveDonorConsent", "contactDonor")
                .does("contactDonor")
                .passed("donorContacted")
                .does("giveDonorConsent", "donorAnswer", "conditions")
                .passed("donorDecided")
                .does("meetConditions", "amount", SMALL)
                .waitsFor("giveHostConcurrence");
    }

    @Test
    void withoutFundsTheProposalGoesBack() {
        agreedByTheHost(opened("workshop"))
                .does("reserveFunds", "reservation", "unavailable")
                .passed("noFunds")
                .passed("fundsUnavailable")
                .waitsFor("writeProposal");
    }

    @Test
    void aHostThatWithdrawsSetsTheFundsFree() {
        agreedByTheHost(opened("workshop"))
                .does("reserveFunds", "reservation", "reserved")
                .does("sendHostLetter")
                .does("signHostAgreement", "hostAnswer", "withdrawn")
                .passed("hostWithdrawn")
                .passed("hostWithdrew")
                .waitsFor("releaseFunds")
                .does("releaseFunds")
                .waitsFor("writeProposal");
    }

    @Test
    void aDonorMayObjectUntilTheHostHasSigned() {
        agreedByTheHost(opened("workshop"))
                .does("reserveFunds", "reservation", "reserved")
                .reports("DonorObjection")
                .passed("donorObjected")
                .does("releaseFunds")
                .waitsFor("writeProposal");
    }
}
