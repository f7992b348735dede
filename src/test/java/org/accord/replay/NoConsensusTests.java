package org.accord.replay;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(properties = "accord.history=classpath:programmes/scenario-no-consensus.yaml")
class NoConsensusTests extends PlayedTests {

    @Test
    void twoBrokenSilencesAndNoAgreementEndWithoutConsensus() {
        String key = caseOf("adoption", 1);
        assertThat(outcomes(key, "SILENCE")).containsExactly("BROKEN", "BROKEN");
        assertThat(outcomeOf(key)).isEqualTo("noConsensus");
        assertThat(jdbc.sql("select count(*) from accord.case_text where case_key = :key and status = 'ADOPTED'")
                        .param("key", key)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void everyObjectionIsOnRecordWithItsReason() {
        String key = caseOf("adoption", 1);
        assertThat(decision(key, "silence", 1, "en").path("statements").toString())
                .contains("\"UZ\"", "object", "Article 2 goes beyond what our law allows.");
        assertThat(decision(key, "silence", 2, "en").path("statements").toString())
                .contains("\"KG\"", "object", "Without a common channel article 2 says nothing.");
        assertThat(decision(key, "silence", 1, "ru").path("explanation").asText())
                .contains("возражение");
    }
}
