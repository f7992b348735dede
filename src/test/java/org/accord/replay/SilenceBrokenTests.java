package org.accord.replay;

import static org.assertj.core.api.Assertions.assertThat;

import org.accord.testing.Browser;
import org.accord.testing.Caller;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(properties = "accord.history=classpath:programmes/scenario-silence-broken.yaml")
class SilenceBrokenTests extends PlayedTests {

    @Test
    void anAmendmentBreaksTheFirstSilenceAndTheSecondIsKept() {
        String key = caseOf("adoption", 1);
        assertThat(outcomes(key, "SILENCE")).containsExactly("BROKEN", "ADOPTED");
        assertThat(outcomeOf(key)).isEqualTo("adoptedByConsensus");
        assertThat(decision(key, "silence", 1, "en").path("statements").toString())
                .contains("\"TJ\"", "amend", "replace the regional centre");
    }

    @Test
    void bothRoundsSayWhyInTheLanguageOfTheReader() {
        String key = caseOf("adoption", 1);
        assertThat(decision(key, "silence", 1, "en").path("explanation").asText())
                .isEqualTo("An objection or an amendment was received before the end. One is enough. The text goes back"
                        + " to negotiation.");
        assertThat(decision(key, "silence", 1, "ru").path("explanation").asText())
                .startsWith("До истечения срока поступило возражение или поправка.");
        assertThat(decision(key, "silence", 2, "en").path("explanation").asText())
                .isEqualTo("Nobody who decides objected before the end: 5 States could have.");
        assertThat(decision(key, "silence", 2, "ru").path("explanation").asText())
                .endsWith("возразить могли 5 государств.");
    }

    @Test
    void theRoundsDecideOnDifferentVersionsThatCanBeCompared() {
        String key = caseOf("adoption", 1);
        int first = decision(key, "silence", 1, "en").at("/text/version").asInt();
        int second = decision(key, "silence", 2, "en").at("/text/version").asInt();
        assertThat(second).isGreaterThan(first);
        assertThat(Caller.as(port, "chair")
                        .get("/api/v1/cases/" + key + "/texts/" + second)
                        .body())
                .contains("directly between the competent authorities");
        assertThat(Browser.signedIn(port, "chair")
                        .get("/cases/" + key + "/texts/compare?from=" + first + "&to=" + second + "&lang=en")
                        .body())
                .contains("<del>", "<ins>", "directly between");
    }
}
