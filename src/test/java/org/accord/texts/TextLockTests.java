package org.accord.texts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.accord.core.Actor;
import org.accord.core.Refused;
import org.accord.testing.Answer;
import org.accord.testing.AtOnce;
import org.accord.testing.Caller;
import org.accord.testing.Counts;
import org.accord.testing.HttpTest;
import org.accord.texts.TextVersion.Status;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A text under a decision stays as it is, whoever comes from wherever. */
@HttpTest
class TextLockTests {

    private static final Actor DECISIONS = Actor.system("tests");

    @LocalServerPort
    int port;

    @Autowired
    Texts texts;

    @Autowired
    JdbcClient jdbc;

    private Charter locked() {
        Charter charter = Charter.drafted(port);
        texts.release(DECISIONS, charter.key());
        texts.lock(DECISIONS, charter.key(), decision(charter));
        return charter;
    }

    private static String decision(Charter charter) {
        return charter.key() + ".silence";
    }

    @Test
    void aLockedTextIsNotWrittenOnAndTheAttemptIsRecorded() {
        Charter charter = locked();
        Answer refused = charter.revised("consultant", Map.of("en", "Otherwise."));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("textLocked");
        assertThat(refused.json().path("detail").asText()).contains(decision(charter));
        assertThat(charter.newest().path("number").asInt()).isEqualTo(1);
        JsonNode attempt = recorded(charter, "text.refused").get(0);
        assertThat(attempt.path("actor").asText()).isEqualTo("consultant");
        assertThat(attempt.path("role").asText()).isEqualTo("CONS");
        assertThat(attempt.path("details").path("refusal").asText()).isEqualTo("textLocked");
        assertThat(attempt.path("details").path("number").asInt()).isEqualTo(1);
        assertThat(attempt.toString()).doesNotContain("Otherwise");
    }

    @Test
    void aTaskThatWouldChangeALockedTextIsNotDone() {
        Charter charter = locked();
        JsonNode task = charter.tasks().task("consultant", "redraftCharter");
        Map<String, Long> before = Counts.of(jdbc);
        Answer refused = charter.tasks().complete("consultant", task, Map.of("textEn", "Otherwise."));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("textLocked");
        assertThat(Counts.of(jdbc)).isEqualTo(before);
        assertThat(recorded(charter, "text.refused")).hasSize(1);
        assertThat(recorded(charter, "text.refused").get(0).path("actor").asText())
                .isEqualTo("consultant");
        assertThat(charter.tasks()
                        .complete("consultant", task, Map.of("textEn", Charter.DRAFT))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void whenTheDecisionHasEndedTheTextIsWrittenOn() {
        Charter charter = locked();
        texts.unlock(DECISIONS, charter.key(), decision(charter));
        assertThat(texts.newest(charter.key()).orElseThrow().status()).isEqualTo(Status.RELEASED);
        assertThat(texts.newest(charter.key()).orElseThrow().lockedBy()).isNull();
        charter.tasks().done("consultant", "redraftCharter", Map.of("textEn", "Otherwise."));
        assertThat(texts.newest(charter.key()).orElseThrow().symbol()).isEqualTo(charter.key() + "/Rev.1");
        assertThat(texts.newest(charter.key()).orElseThrow().status()).isEqualTo(Status.DRAFT);
    }

    @Test
    void onlyTheDecisionThatLockedATextUnlocksIt() {
        Charter charter = locked();
        refuses("textLocked", () -> texts.unlock(DECISIONS, charter.key(), charter.key() + ".other"));
        refuses("textLocked", () -> texts.lock(DECISIONS, charter.key(), charter.key() + ".other"));
        assertThat(texts.lock(DECISIONS, charter.key(), decision(charter)).lockedBy())
                .isEqualTo(decision(charter));
        assertThat(recorded(charter, "text.locked")).hasSize(1);
    }

    @Test
    void onlyAReleasedTextIsLockedOrAdopted() {
        Charter charter = Charter.drafted(port);
        refuses("textNotReleased", () -> texts.lock(DECISIONS, charter.key(), decision(charter)));
        refuses("textNotReleased", () -> texts.adopt(DECISIONS, charter.key()));
        texts.release(DECISIONS, charter.key());
        charter.revised("consultant", Map.of("en", "Otherwise."));
        refuses("textNotReleased", () -> texts.lock(DECISIONS, charter.key(), decision(charter)));
        assertThat(texts.version(charter.key(), 1).orElseThrow().status()).isEqualTo(Status.RELEASED);
    }

    @Test
    void aTextIsReleasedInEveryLanguageOrNotAtAll() {
        Charter charter = Charter.opened(port);
        refuses("noSuchText", () -> texts.release(DECISIONS, charter.key()));
        charter.revised("consultant", Map.of("en", "English only."));
        assertThatThrownBy(() -> texts.release(DECISIONS, charter.key()))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.code()).isEqualTo("languageMissing");
                    assertThat(refused.args()).containsExactly(charter.key(), "ru");
                });
        charter.revised("translator", Map.of("ru", "И по-русски."));
        texts.release(DECISIONS, charter.key());
        texts.release(DECISIONS, charter.key());
        assertThat(recorded(charter, "text.released")).hasSize(1);
    }

    @Test
    void anAdoptedTextIsFinal() {
        Charter charter = locked();
        texts.adopt(DECISIONS, charter.key());
        texts.adopt(DECISIONS, charter.key());
        texts.unlock(DECISIONS, charter.key(), decision(charter));
        TextVersion adopted = texts.newest(charter.key()).orElseThrow();
        assertThat(adopted.status()).isEqualTo(Status.ADOPTED);
        assertThat(adopted.lockedBy()).isNull();
        assertThat(charter.revised("consultant", Map.of("en", "Otherwise.")).code())
                .isEqualTo("textAdopted");
        refuses("textAdopted", () -> texts.lock(DECISIONS, charter.key(), decision(charter)));
        JsonNode task = charter.tasks().task("consultant", "redraftCharter");
        assertThat(charter.tasks()
                        .complete("consultant", task, Map.of("textEn", "Otherwise."))
                        .code())
                .isEqualTo("textAdopted");
        assertThat(recorded(charter, "text.adopted")).hasSize(1);
        assertThat(recorded(charter, "text.refused")).hasSize(2);
    }

    @Test
    void theStoreItselfKeepsTheWordsOfAVersion() {
        Charter charter = locked();
        for (String change : List.of(
                "update accord.case_text set bodies = '{\"en\":\"Forged\"}' where case_key = :key",
                "update accord.case_text set digest = 'forged' where case_key = :key",
                "update accord.case_text set written_by = 'forged' where case_key = :key",
                "update accord.case_text set status = 'RELEASED' where case_key = :key",
                "delete from accord.case_text where case_key = :key")) {
            assertThatThrownBy(
                            () -> jdbc.sql(change).param("key", charter.key()).update())
                    .as(change)
                    .isInstanceOf(DataAccessException.class);
        }
        assertThatThrownBy(() -> jdbc.sql("truncate accord.case_text").update())
                .isInstanceOf(DataAccessException.class)
                .hasStackTraceContaining("never changed");
        texts.adopt(DECISIONS, charter.key());
        assertThatThrownBy(() -> jdbc.sql("update accord.case_text set status = 'DRAFT' where case_key = :key")
                        .param("key", charter.key())
                        .update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void ofWritersAtTheSameTimeEachWritesAVersionOfItsOwn() throws Exception {
        Charter charter = Charter.drafted(port);
        List<Callable<Answer>> writers = new ArrayList<>();
        for (String drafter : List.of("consultant", "translator", "reviser", "chair")) {
            Caller.as(port, drafter);
            writers.add(() -> charter.revised(drafter, Map.of("en", "By " + drafter)));
        }
        assertThat(AtOnce.run(writers)).extracting(Answer::status).containsOnly(201);
        assertThat(charter.get("chair", "").items())
                .extracting(item -> item.path("number").asInt())
                .containsExactly(5, 4, 3, 2, 1);
    }

    @Test
    void aLockAndAWriterAtTheSameTimeDoNotBothWin() throws Exception {
        Charter charter = Charter.drafted(port);
        texts.release(DECISIONS, charter.key());
        Caller.as(port, "consultant");
        List<String> results = AtOnce.run(List.of(
                () -> charter.revised("consultant", Map.of("en", "Otherwise.")).status() == 201 ? "written" : "refused",
                () -> {
                    try {
                        texts.lock(DECISIONS, charter.key(), decision(charter));
                        return "locked";
                    } catch (Refused refused) {
                        return "refused";
                    }
                }));
        assertThat(results).containsOnlyOnce("refused");
    }

    private List<JsonNode> recorded(Charter charter, String action) {
        return Caller.as(port, "auditor")
                .get("/api/v1/audit/entries?limit=100&case=" + charter.key() + "&action=" + action)
                .items();
    }

    private static void refuses(String code, ThrowingCallable command) {
        assertThatThrownBy(command).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.code())
                .isEqualTo(code));
    }
}
