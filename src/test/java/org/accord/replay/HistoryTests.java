package org.accord.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.accord.testing.Chromium;
import org.accord.testing.Visit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.context.TestPropertySource;

/** The history as shipped: what was decided in 2011, and the desk of 2018 with its running silence and ballot. */
@TestPropertySource(properties = "accord.history=classpath:programmes/jpoa-central-asia-history.yaml")
class HistoryTests extends PlayedTests {

    private Chromium chromium;

    @BeforeAll
    void launch() {
        chromium = Chromium.launch();
    }

    @AfterAll
    void close() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void uzbekistanTurnsObserverAndItsClearanceEnds() {
        String key = caseOf("adoption", 1);
        assertThat(standings(key, "OBSERVER")).containsExactly("UZ");
        assertThat(jdbc.sql("select distinct status from accord.task_inbox where case_key = :key and state = 'UZ'")
                        .param("key", key)
                        .query(String.class)
                        .list())
                .contains("WITHDRAWN")
                .doesNotContain("OPEN");
        assertThat(jdbc.sql("""
                        select count(*) from accord.audit_entry where case_key = :key and action like '%.passed'
                            and details ->> 'element' in ('becomesObserver', 'observerRecorded')
                        """).param("key", key).query(Long.class).single()).isEqualTo(2);
    }

    @Test
    void fourStatesRemainWhichIsMoreThanTheThreeThatMustAndTheyAdopt() {
        String key = caseOf("adoption", 1);
        assertThat(standings(key, "PARTICIPATING")).containsExactly("KG", "KZ", "TJ", "TM");
        assertThat(outcomeOf(key)).isEqualTo("adoptedByRemaining");
        assertThat(decision(key, "silence", 1, "en").path("electorate").findValuesAsText("standing"))
                .containsExactly("ENTITLED", "ENTITLED", "ENTITLED", "ENTITLED", "OBSERVER");
    }

    @Test
    void theSilenceOf2011CountsFourStatesAndSaysThatTheObserverIsNotCounted() {
        String key = caseOf("adoption", 1);
        assertThat(decision(key, "silence", 1, "en").path("explanation").asText())
                .isEqualTo(
                        "Nobody who decides objected before the end: 4 States could have, 1 observer is not counted.");
        assertThat(decision(key, "silence", 1, "ru").path("explanation").asText())
                .endsWith("возразить могли 4 государства, 1 наблюдатель не учитывается.");
    }

    private List<String> standings(String key, String standing) {
        return jdbc.sql("""
                        select state from accord.case_participant
                        where case_key = :key and standing = :standing order by state
                        """)
                .param("key", key)
                .param("standing", standing)
                .query(String.class)
                .list();
    }

    @ParameterizedTest
    @CsvSource({"SILENCE,focal-point.tj", "BALLOT,focal-point.uz"})
    void aFocalPointStatesItsPositionInThreeClicks(String kind, String user) {
        String id = running(kind);
        Visit visit = Visit.as(chromium, port, user, "ru", 360, false).open("/?view=group");
        visit.page()
                .locator("a[href^='/decisions/" + id.replaceFirst("\\.\\d+$", "") + "']")
                .first()
                .click();
        visit.looksRight("decision-" + kind)
                .page()
                .locator("#work button[value=support]")
                .click();
        visit.looksRight("decision-check-" + kind)
                .page()
                .locator("main form.acts button")
                .first()
                .click();
        assertThat(visit.page().locator("main .done[role=status]").last().innerText())
                .containsPattern("\\d+");
        visit.looksRight("decision-receipt-" + kind);
        assertThat(jdbc.sql("select actor from accord.decision_statement where decision_id = :id and actor = :actor")
                        .param("id", id)
                        .param("actor", user)
                        .query(String.class)
                        .list())
                .hasSize(1);
        assertThat(chromium.complaints()).isEmpty();
        visit.page().context().close();
    }

    @ParameterizedTest
    @CsvSource({"en,320", "en,360", "en,1280", "ru,320", "ru,360", "ru,1280"})
    void theRoomAndItsDecisionsLookRight(String language, int width) {
        String key = caseOf("adoption", 2);
        Visit visit = Visit.as(chromium, port, "focal-point.kg", language, width, true);
        visit.open("/adoption/" + key).looksRight("adoption");
        visit.open("/decisions/" + running("SILENCE")).looksRight("silence");
        visit.open("/decisions/" + running("BALLOT")).looksRight("ballot");
        visit.open("/cases/" + key + "/texts").looksRight("adoption-texts");
        assertThat(chromium.complaints()).isEmpty();
        visit.page().context().close();
    }
}
