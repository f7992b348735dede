package org.accord.journeys;

import org.junit.jupiter.api.Test;

/** A State joins a plan that others have adopted. */
abstract class AccessionPathsTests extends ProcessPaths {

    private Course adoptedWithoutTurkmenistan() {
        Course plan = AdoptionPathsTests.transmitted(opened("adoption")).reportsIn("TM", "StateBecomesObserver");
        return AdoptionPathsTests.issued(AdoptionPathsTests.tabled(AdoptionPathsTests.cleared(plan))
                        .does("declarePosition", "position", "support"))
                .endsAs("adoptedByRemaining");
    }

    private Course asked(Course plan, String state) {
        return opened("accession").does("registerAccession", "planCase", plan.key(), "joiningState", state);
    }

    @Test
    void anObserverJoinsLater() {
        asked(adoptedWithoutTurkmenistan(), "TM")
                .doesIn("TM", "confirmAccession", "accession", "confirmed")
                .endsAs("stateJoined");
    }

    @Test
    void withoutConfirmationNothingChanges() {
        asked(adoptedWithoutTurkmenistan(), "TM")
                .doesIn("TM", "confirmAccession", "accession", "notYet")
                .endsAs("notJoined");
    }

    @Test
    void whoeverAdoptedAlreadyCannotJoin() {
        asked(adoptedWithoutTurkmenistan(), "KZ")
                .doesIn("KZ", "confirmAccession", "accession", "confirmed")
                .passed("accessionRefused")
                .endsAs("cannotJoinYet");
    }
}
