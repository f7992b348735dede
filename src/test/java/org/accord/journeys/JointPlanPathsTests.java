package org.accord.journeys;

import org.junit.jupiter.api.Test;

abstract class JointPlanPathsTests extends ProcessPaths {

    private Course begun() {
        Course plan = opened("joint-plan").does("recordMandate", "title", "Joint Plan of Action");
        return plan.does(
                "planRound", "title", "First round", "pillar", "I", "hostState", "KZ", "startDate", plan.inWeeks(30));
    }

    private Course drafted() {
        Course plan = begun();
        ExpertMeetingPathsTests.held(plan.part("expert-meeting"));
        ExpertReviewPathsTests.issued(plan.part("expert-review"));
        return plan.does("reviewCoverage", "allPillarsCovered", "yes")
                .does("consolidateDraft")
                .does("checkDuplicates", "duplicatesFound", "no");
    }

    private Course running() {
        Course plan = drafted();
        AdoptionPathsTests.adopted(plan.part("adoption"));
        return plan.does("openProgramme");
    }

    private static Course followedUp(Course plan) {
        plan.does("selectWorkshop", "workshopChoice", "none");
        FollowUpPathsTests.decided(FollowUpPathsTests.surveyed(plan.part("follow-up")), "achieved");
        return plan.doesAll("prepareDialogue", "holdDialogue", "reviewPlan");
    }

    @Test
    void consultationStopsWhenAMeetingIsNotHeldAndNotRepeated() {
        Course plan = begun();
        ExpertMeetingPathsTests.rejected(plan.part("expert-meeting"));
        plan.does("decideOnRound", "roundChoice", "stop").endsAs("consultationStopped");
    }

    @Test
    void thePlanIsNotAdoptedWithoutConsensus() {
        Course plan = drafted();
        AdoptionPathsTests.abandoned(plan.part("adoption"));
        plan.endsAs("noConsensus");
    }

    @Test
    void aPostponedAdoptionMayBeGivenUp() {
        Course plan = drafted();
        AdoptionPathsTests.postponed(plan.part("adoption"));
        plan.does("decideOnAdoption", "adoptionChoice", "stop").endsAs("adoptionStopped");
    }

    @Test
    void aPlanThatHasRunIsClosed() {
        followedUp(running()).does("decideFuture", "future", "close").endsAs("planClosed");
    }

    @Test
    void workshopsAreProposedAndDeliveredUntilThePlanIsRevised() {
        Course plan = running().does("selectWorkshop", "workshopChoice", "next");
        WorkshopPathsTests.approved(plan.part("workshop"));
        WorkshopDeliveryPathsTests.cancelledEarly(plan.part("workshop-delivery"));
        followedUp(plan).does("decideFuture", "future", "revise").endsAs("planRevised");
    }
}
