package org.accord.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.accord.core.Refused;
import org.junit.jupiter.api.Test;

class DeadlineRuleTests {

    private static final Instant OPENED = Instant.parse("2011-09-01T06:00:00Z");
    private static final LocalDate MEETING = LocalDate.of(2011, 11, 30);

    private final Map<String, DeadlineRule> rules = ProgrammeFixture.shipped().deadlines();
    private final Map<String, DeadlineRule> smallRules =
            ProgrammeFixture.small().deadlines();

    @Test
    void weeksBeforeTheMeetingEndAtClosingTimeInTheZoneOfTheSecretariat() {
        assertThat(rule("invitationsOut").due(MEETING, OPENED)).isEqualTo("2011-10-05T12:00:00Z");
    }

    @Test
    void daysAreCountedThroughWeekends() {
        assertThat(rule("draftReport").due(MEETING, OPENED)).isEqualTo("2011-12-14T12:00:00Z");
    }

    @Test
    void offsetsAreAddedOneAfterTheOther() {
        assertThat(rule("nominationsOverdue").due(MEETING, OPENED)).isEqualTo("2011-11-04T12:00:00Z");
    }

    @Test
    void aRuleOfWorkIsCountedFromTheDayItWasOpenedThere() {
        Instant lateOnThursdayElsewhere = Instant.parse("2011-09-15T20:00:00Z");

        assertThat(rule("routine").due(null, lateOnThursdayElsewhere)).isEqualTo("2011-09-23T12:00:00Z");
    }

    @Test
    void workingDaysSkipTheDaysOffOfTheSecretariat() {
        Instant beforeNowruz = Instant.parse("2011-03-16T06:00:00Z");

        assertThat(rule("routine").due(null, beforeNowruz)).isEqualTo("2011-03-25T12:00:00Z");
    }

    @Test
    void aDeadlineIsExtendedPastADayOffOfAnyParticipatingState() {
        Instant fiveDaysBeforeAnIndependenceDay = Instant.parse("2011-08-24T06:00:00Z");

        assertThat(rule("routine").due(null, fiveDaysBeforeAnIndependenceDay)).isEqualTo("2011-09-02T12:00:00Z");
    }

    @Test
    void aRuleWithoutWorkingDaysIsNotExtended() {
        assertThat(rule("proposalLapses").due(null, Instant.parse("2011-06-03T06:00:00Z")))
                .isEqualTo("2011-09-01T12:00:00Z");
    }

    @Test
    void aRuleMayHaveItsOwnTimeAndZone() {
        assertThat(smallRules.get("early").due(null, Instant.parse("2020-05-04T10:00:00Z")))
                .isEqualTo("2020-05-05T09:00:00Z");
    }

    @Test
    void closingTimeFollowsTheClockOfTheZone() {
        assertThat(smallRules.get("soon").due(null, Instant.parse("2020-01-06T10:00:00Z")))
                .isEqualTo("2020-01-08T17:00:00Z");
        assertThat(smallRules.get("soon").due(null, Instant.parse("2020-07-06T10:00:00Z")))
                .isEqualTo("2020-07-08T16:00:00Z");
    }

    @Test
    void aRuleCountedFromADateNeedsOne() {
        assertThatThrownBy(() -> rule("readiness").due(null, OPENED)).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.code()).isEqualTo("deadlineNeedsDate");
            assertThat(refused.kind()).isEqualTo(Refused.Kind.INVALID);
            assertThat(refused.args()).containsExactly("readiness");
        });
    }

    private DeadlineRule rule(String code) {
        return rules.get(code);
    }
}
