package org.accord.journeys;

import org.accord.testing.AccordTest;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestClassOrder;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;

/**
 * Every way through every model, on the running engine with a clock that is moved. The classes stand in one so that they
 * share one Accord whose clock no other test sees, and so that the count of what was reached comes last.
 */
@AccordTest
@Import({World.class, People.class, Desk.class, Hours.class, Traces.class})
@TestClassOrder(ClassOrderer.OrderAnnotation.class)
class EveryPathTests {

    /** The engine has one clock for the whole JVM. */
    @AfterAll
    static void setTheEnginesClockBack() {
        ClockUtil.reset();
    }

    @Nested
    class ExpertMeeting extends ExpertMeetingPathsTests {}

    @Nested
    class ExpertReview extends ExpertReviewPathsTests {}

    @Nested
    class BilingualReport extends BilingualReportPathsTests {}

    @Nested
    class SilenceProcedure extends SilenceProcedurePathsTests {}

    @Nested
    class Adoption extends AdoptionPathsTests {}

    @Nested
    class Ballot extends BallotPathsTests {}

    @Nested
    class Accession extends AccessionPathsTests {}

    @Nested
    class Approval extends ApprovalPathsTests {}

    @Nested
    class Workshop extends WorkshopPathsTests {}

    @Nested
    class WorkshopDelivery extends WorkshopDeliveryPathsTests {}

    @Nested
    class FollowUp extends FollowUpPathsTests {}

    @Nested
    class JointPlan extends JointPlanPathsTests {}

    @Nested
    @Order(Integer.MAX_VALUE)
    @DirtiesContext
    class Coverage extends PathCoverageTests {}
}
