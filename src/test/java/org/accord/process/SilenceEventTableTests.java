package org.accord.process;

import static org.accord.process.ShippedDecision.facts;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SilenceEventTableTests {

    static final List<String> ANSWERS = Arrays.asList(
            "object",
            "amend",
            "correction",
            "confirmedCorrection",
            "extend",
            "statement",
            "support",
            "abstain",
            "",
            "Object",
            null);

    private static final ShippedDecision TABLE = ShippedDecision.of("silenceEvent");
    private static final String STATE = "participating";

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void everyRowDecides(DecisionCase row) {
        row.decidesIn(TABLE);
    }

    static List<DecisionCase> rows() {
        return List.of(
                row("D3.1 participating, objection, yes -> BROKEN", said(STATE, "object", true, 0), "BROKEN", true),
                row(
                        "D3.2 participating, amendment, yes -> BROKEN, redraft",
                        said(STATE, "amend", true, 0),
                        "REDRAFT",
                        true),
                row(
                        "D3.3 participating, correction confirmed by reviser, yes -> not broken; corrigendum",
                        said(STATE, "confirmedCorrection", true, 0),
                        "CORRIGENDUM",
                        false),
                row(
                        "D3.4 participating, extension (first), yes -> EXTENDED",
                        said(STATE, "extend", true, 0),
                        "EXTENDED",
                        false),
                row(
                        "D3.5 participating, extension (second), yes -> Chair decides",
                        said(STATE, "extend", true, 1),
                        "CHAIR_DECIDES",
                        false),
                row("D3.5 the third is decided as the second", said(STATE, "extend", true, 2), "CHAIR_DECIDES", false),
                row(
                        "D3.6 participating, statement \"does not block\", yes -> not broken; annex",
                        said(STATE, "statement", true, 0),
                        "STATEMENT",
                        false),
                row(
                        "D3.7 observer, any, yes -> not broken; comment",
                        said("observer", "object", true, 0),
                        "COMMENT",
                        false),
                row("D3.8 any, any, no (late) -> adoption stands", said(STATE, "object", false, 0), "LATE", false),
                row("D3.8 an observer is late as anybody", said("observer", "amend", false, 0), "LATE", false),
                row("D3.9 none -> ADOPTED", said(STATE, null, false, 0), "ADOPTED", false));
    }

    @Test
    void theReviserDecidesOnACorrectionBeforeItIsACorrigendum() {
        assertThat(TABLE.ask(said(STATE, "correction", true, 0)).outputs())
                .containsExactly(effect("REVISER_DECIDES", false));
    }

    @Test
    void supportAndAbstentionAreNoted() {
        for (String answer : List.of("support", "abstain")) {
            assertThat(TABLE.ask(said(STATE, answer, true, 0)).outputs()).containsExactly(effect("NOTED", false));
        }
    }

    @Test
    void anAnswerThatNobodyKnowsIsRefusedAndNeverHeardAsConsent() {
        for (String answer : List.of("", "Object", "adopt", "ADOPTED")) {
            assertThat(TABLE.ask(said(STATE, answer, true, 0)).outputs()).containsExactly(effect("REFUSED", false));
        }
    }

    @Test
    void aCountOfExtensionsThatCannotBeIsRefused() {
        assertThat(TABLE.ask(said(STATE, "extend", true, -1)).only("effect")).isEqualTo("REFUSED");
    }

    @Test
    void whereOnlyTheAnswerIsKnownAStateSpeaksInTimeAndForTheFirstTime() {
        assertThat(TABLE.ask(facts("position", "object")).only("effect")).isEqualTo("BROKEN");
        assertThat(TABLE.ask(facts("position", "extend")).only("effect")).isEqualTo("EXTENDED");
        assertThat(TABLE.ask(Map.of()).only("effect")).isEqualTo("ADOPTED");
    }

    @Test
    void everyCombinationHasTheEffectOfItsWords() {
        assertThat(ShippedDecision.everyCombination(
                        "senderStatus", List.of(STATE, "observer", "donor", ""),
                        "position", ANSWERS,
                        "beforeExpiry", List.of(true, false),
                        "extensionsAsked", List.of(0, 1, 2)))
                .hasSize(4 * ANSWERS.size() * 2 * 3)
                .allSatisfy(facts -> {
                    String effect = expected(facts);
                    assertThat(TABLE.ask(facts).only("effect")).isEqualTo(effect);
                    assertThat(TABLE.ask(facts).only("breaksSilence"))
                            .isEqualTo(Set.of("BROKEN", "REDRAFT").contains(effect));
                });
    }

    private static String expected(Map<String, Object> facts) {
        if (facts.get("position") == null) {
            return "ADOPTED";
        }
        if (facts.get("beforeExpiry").equals(false)) {
            return "LATE";
        }
        if (!facts.get("senderStatus").equals(STATE)) {
            return "COMMENT";
        }
        return switch ((String) facts.get("position")) {
            case "object" -> "BROKEN";
            case "amend" -> "REDRAFT";
            case "correction" -> "REVISER_DECIDES";
            case "confirmedCorrection" -> "CORRIGENDUM";
            case "extend" -> facts.get("extensionsAsked").equals(0) ? "EXTENDED" : "CHAIR_DECIDES";
            case "statement" -> "STATEMENT";
            case "support", "abstain" -> "NOTED";
            default -> "REFUSED";
        };
    }

    static Map<String, Object> said(String sender, String answer, boolean beforeExpiry, int extensionsAsked) {
        return facts(
                "senderStatus",
                sender,
                "position",
                answer,
                "beforeExpiry",
                beforeExpiry,
                "extensionsAsked",
                extensionsAsked);
    }

    private static DecisionCase row(String words, Map<String, Object> facts, String effect, boolean breaks) {
        return new DecisionCase(words, facts, effect(effect, breaks));
    }

    private static Map<String, Object> effect(String effect, boolean breaks) {
        return facts("effect", effect, "breaksSilence", breaks);
    }
}
