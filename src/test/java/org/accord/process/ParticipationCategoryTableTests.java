package org.accord.process;

import static org.accord.process.ShippedDecision.facts;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ParticipationCategoryTableTests {

    private static final ShippedDecision TABLE = ShippedDecision.of("participationCategory");

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void everyRowDecides(DecisionCase row) {
        row.decidesIn(TABLE);
    }

    static List<DecisionCase> rows() {
        return List.of(
                row("D1.1 Central Asian State, yes -> participating; 4; yes; yes", "centralAsianState", true)
                        .gives("participating", 4, "yes", true),
                row(
                                "D1.2 Central Asian State, no (own option) -> observer State; 2; yes; no",
                                "centralAsianState",
                                false)
                        .gives("observerState", 2, "yes", false),
                row("D1.3 Other State -> observer State; 2; no; no", "otherState", false)
                        .gives("observerState", 2, "no", false),
                row(
                                "D1.4 Regional/international organization -> observer organization; 1; no; no",
                                "organization",
                                false)
                        .gives("observerOrganization", 1, "no", false),
                row("D1.5 UN entity -> resource entity; 1; no; no", "unEntity", false)
                        .gives("resourceEntity", 1, "no", false),
                row("D1.6 Donor -> donor; 2; no; no", "donor", false).gives("donor", 2, "no", false),
                row("D1.7 NGO or individual expert -> invited expert; 1; case by case; no", "expert", false)
                        .gives("invitedExpert", 1, "caseByCase", false));
    }

    @ParameterizedTest
    @CsvSource({
        "centralAsianState, noteVerbale",
        "otherState, noteVerbale",
        "donor, noteVerbale",
        "organization, letter",
        "unEntity, letter",
        "expert, letter"
    })
    void statesAndDonorsAreInvitedByNoteVerbaleAllOthersByLetter(String type, String channel) {
        assertThat(TABLE.ask(facts("participantType", type)).only("channel")).isEqualTo(channel);
        assertThat(TABLE.ask(facts("participantType", type, "onAdoptingList", true))
                        .only("channel"))
                .isEqualTo(channel);
    }

    @Test
    void nobodyButACentralAsianStateOnTheAdoptingListCountsForConsensus() {
        List<Object> types = new ArrayList<>(Arrays.asList(
                "centralAsianState", "otherState", "organization", "unEntity", "donor", "expert", "", null));

        assertThat(ShippedDecision.everyCombination(
                        "participantType", types, "onAdoptingList", Arrays.asList(true, false, null)))
                .allSatisfy(facts -> assertThat(TABLE.ask(facts).only("countsForConsensus"))
                        .isEqualTo("centralAsianState".equals(facts.get("participantType"))
                                && Boolean.TRUE.equals(facts.get("onAdoptingList"))));
    }

    private static Row row(String words, String type, boolean onAdoptingList) {
        return new Row(words, type, onAdoptingList);
    }

    private record Row(String words, String type, boolean onAdoptingList) {

        DecisionCase gives(String standing, double seats, String unFunded, boolean counts) {
            return DecisionCase.of(
                    words,
                    facts("participantType", type, "onAdoptingList", onAdoptingList),
                    "standing",
                    standing,
                    "seats",
                    seats,
                    "unFunded",
                    unFunded,
                    "countsForConsensus",
                    counts);
        }
    }
}
