package org.accord.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.accord.testing.Answer;
import org.accord.testing.AtOnce;
import org.accord.testing.Browser;
import org.accord.testing.Caller;
import org.accord.testing.Counts;
import org.accord.testing.Hearing;
import org.accord.testing.HttpTest;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Handing in: one winner, nothing twice, nothing lost, no step checked by who did it. */
@HttpTest
class CompletionTests {

    private static final Map<String, Object> SOUND = Map.of("remark", "Sound.");

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @RepeatedTest(3)
    void ofTwoPeopleWhoSubmitAtTheSameTimeOneWinsAndTheOtherIsToldSo() throws Exception {
        Hearing hearing = Hearing.withPaper(port);
        JsonNode task = hearing.task("expert.1", "writeOpinion");
        Caller.as(port, "expert.2");
        List<Answer> answers = AtOnce.run(List.of(
                () -> hearing.complete("expert.1", task, Map.of("remark", "the first expert's")),
                () -> hearing.complete("expert.2", task, Map.of("remark", "the second expert's"))));
        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 409);
        Answer refused = answers.get(0).status() == 409 ? answers.get(0) : answers.get(1);
        assertThat(refused.code()).isEqualTo("taskClosed");
        assertThat(refused.json().path("detail").asText()).isEqualTo("The task has been done or withdrawn already.");
        assertThat(refused.json().path("action").asText()).isEqualTo("Open it again to see how it stands.");
        assertThat(submissions(hearing)).isEqualTo(2);
        assertThat(hearing.tasks("programme-manager")).hasSize(1);
    }

    @Test
    void aVersionThatWasOvertakenIsRefusedWithBothVersions() {
        Hearing hearing = Hearing.withPaper(port);
        JsonNode seen = hearing.task("expert.1", "writeOpinion");
        Caller.as(port, "expert.1").post("/api/v1/tasks/" + seen.path("id").asText() + "/claim", Map.of());
        Map<String, Long> before = Counts.of(jdbc);
        Answer refused = hearing.complete("expert.1", seen, SOUND);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("taskStale");
        assertThat(refused.json().path("detail").asText()).contains("version 1").contains("version 2");
        assertThat(Counts.of(jdbc)).isEqualTo(before);
    }

    @Test
    void theSameRequestWithTheSameKeyIsAnsweredAgainAndDoneOnce() {
        Hearing hearing = Hearing.withPaper(port);
        JsonNode task = hearing.task("expert.1", "writeOpinion");
        Caller keyed = Caller.as(port, "expert.1").with("Idempotency-Key", "opinion-" + hearing.key());
        String path = "/api/v1/tasks/" + task.path("id").asText() + "/complete";
        Answer first = keyed.post(path, Map.of("version", 1, "data", SOUND));
        Answer again = keyed.post(path, Map.of("version", 1, "data", SOUND));
        assertThat(first.status()).isEqualTo(200);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(submissions(hearing)).isEqualTo(2);
    }

    @Test
    void theSameKeyWithOtherContentsOrForAnotherTaskIsRefused() {
        Hearing hearing = Hearing.withPaper(port);
        Hearing other = Hearing.withPaper(port);
        Caller keyed = Caller.as(port, "expert.1").with("Idempotency-Key", "reused-" + hearing.key());
        String path = "/api/v1/tasks/"
                + hearing.task("expert.1", "writeOpinion").path("id").asText() + "/complete";
        keyed.post(path, Map.of("version", 1, "data", SOUND));
        Map<String, Long> before = Counts.of(jdbc);
        Answer changed = keyed.post(path, Map.of("version", 1, "data", Map.of("remark", "Otherwise.")));
        String elsewhere = "/api/v1/tasks/"
                + other.task("expert.1", "writeOpinion").path("id").asText() + "/complete";
        Answer moved = keyed.post(elsewhere, Map.of("version", 1, "data", SOUND));
        assertThat(List.of(changed, moved)).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.code()).isEqualTo("requestKeyReused");
        });
        assertThat(Counts.of(jdbc)).isEqualTo(before);
    }

    @Test
    void aKeyOfAnotherPersonSaysNothing() {
        Hearing hearing = Hearing.withPaper(port);
        Hearing other = Hearing.withPaper(port);
        String key = "shared-" + hearing.key();
        for (Map.Entry<Hearing, String> one :
                Map.of(hearing, "expert.1", other, "expert.2").entrySet()) {
            String id =
                    one.getKey().task(one.getValue(), "writeOpinion").path("id").asText();
            Answer answer = Caller.as(port, one.getValue())
                    .with("Idempotency-Key", key)
                    .post("/api/v1/tasks/" + id + "/complete", Map.of("version", 1, "data", SOUND));
            assertThat(answer.status()).isEqualTo(200);
        }
    }

    @Test
    void aRepeatWhileTheFirstIsStillRunningIsAnsweredLikeIt() throws Exception {
        Hearing hearing = Hearing.withPaper(port);
        JsonNode task = hearing.task("expert.1", "writeOpinion");
        Caller keyed = Caller.as(port, "expert.1").with("Idempotency-Key", "impatient-" + hearing.key());
        String path = "/api/v1/tasks/" + task.path("id").asText() + "/complete";
        Callable<Answer> send = () -> keyed.post(path, Map.of("version", 1, "data", SOUND));
        List<Answer> answers = AtOnce.run(List.of(send, send, send));
        assertThat(answers).extracting(Answer::status).containsOnly(200);
        assertThat(submissions(hearing)).isEqualTo(2);
    }

    @Test
    void aRefusedRequestLeavesItsKeyFree() {
        Hearing hearing = Hearing.withPaper(port);
        Caller keyed = Caller.as(port, "expert.1").with("Idempotency-Key", "corrected-" + hearing.key());
        String path = "/api/v1/tasks/"
                + hearing.task("expert.1", "writeOpinion").path("id").asText() + "/complete";
        assertThat(keyed.post(path, Map.of("version", 1, "data", Map.of())).status())
                .isEqualTo(422);
        assertThat(keyed.post(path, Map.of("version", 1, "data", SOUND)).status())
                .isEqualTo(200);
    }

    @Test
    void aKeyThatIsTooLongIsRefused() {
        Hearing hearing = Hearing.withPaper(port);
        String path = "/api/v1/tasks/"
                + hearing.task("expert.1", "writeOpinion").path("id").asText() + "/complete";
        Answer refused = Caller.as(port, "expert.1")
                .with("Idempotency-Key", "k".repeat(5000))
                .post(path, Map.of("version", 1, "data", SOUND));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.violations()).containsExactly("Idempotency-Key:outOfRange");
    }

    @Test
    void twoStatesThatFinishTheirBranchesAtOnceBothSucceed() throws Exception {
        Hearing hearing = Hearing.beforeStates(port);
        List<Callable<Answer>> works = new ArrayList<>();
        for (String state : List.of("kz", "kg", "tj", "tm", "uz")) {
            for (String agency : List.of("mfa", "security", "prosecutor", "interior")) {
                hearing.done("agency." + agency + "." + state, "agencyOpinion", SOUND);
            }
            String user = "focal-point." + state;
            JsonNode task = hearing.task(user, "nationalPosition");
            works.add(() -> hearing.complete(user, task, Map.of("position", "support")));
        }
        assertThat(AtOnce.run(works)).extracting(Answer::status).containsOnly(200);
        JsonNode ended =
                Caller.as(port, "auditor").get("/api/v1/cases/" + hearing.key()).json();
        assertThat(ended.path("status").asText()).isEqualTo("ended");
        assertThat(ended.path("outcome").asText()).isEqualTo("statesHeard");
    }

    @Test
    void fourAgenciesOfAStateMayAnswerAtOnce() throws Exception {
        Hearing hearing = Hearing.beforeStates(port);
        List<Callable<Answer>> works = new ArrayList<>();
        for (String agency : List.of("mfa", "security", "prosecutor", "interior")) {
            String user = "agency." + agency + ".tj";
            JsonNode task = hearing.task(user, "agencyOpinion");
            works.add(() -> hearing.complete(user, task, SOUND));
        }
        assertThat(AtOnce.run(works)).extracting(Answer::status).containsOnly(200);
    }

    @Test
    void whoDidTheEarlierStepMayNotCheckItAndTheAttemptIsRecorded() {
        Hearing hearing = Hearing.withPaper(port);
        hearing.done("expert.1", "writeOpinion", SOUND);
        JsonNode review = hearing.task("expert.1", "reviewOpinion");
        Map<String, Long> before = Counts.of(jdbc);
        Answer refused = hearing.complete("expert.1", review, SOUND);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("separationOfDuties");
        assertThat(refused.json().path("detail").asText()).contains("Write an opinion");
        assertThat(Counts.of(jdbc)).isEqualTo(before);
        assertThat(refusals(hearing, "expert.1")).hasSize(1).allSatisfy(entry -> {
            assertThat(entry.path("details").path("refusal").asText()).isEqualTo("separationOfDuties");
            assertThat(entry.path("details").path("element").asText()).isEqualTo("reviewOpinion");
            assertThat(entry.path("role").asText()).isEqualTo("EXP");
        });
        assertThat(hearing.complete("expert.2", review, SOUND).status()).isEqualTo(200);
    }

    @Test
    void aPageThatLostTheRaceSaysSoAndShowsWhatWasWritten() {
        Hearing hearing = Hearing.withPaper(port);
        String path =
                "/tasks/" + hearing.task("expert.2", "writeOpinion").path("id").asText();
        Browser loser = Browser.signedIn(port, "expert.2");
        loser.get(path);
        Answer check = loser.post(path, Map.of("remark", "what the loser wrote", "_do", "check"));
        assertThat(check.status()).isEqualTo(200);
        hearing.done("expert.1", "writeOpinion", Map.of("remark", "what the winner wrote"));
        Answer refused = loser.post(path + "/submit", Map.of("_version", "1"));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body())
                .contains("Your work was not taken")
                .contains("what the loser wrote")
                .contains("what the winner wrote");
        assertThat(draft(path)).contains("what the loser wrote");
    }

    @Test
    void aPageWithFaultsKeepsTheTextAsADraft() {
        Hearing hearing = Hearing.opened(port);
        String path = "/tasks/"
                + hearing.task("programme-manager", "draftPaper").path("id").asText();
        Browser browser = Browser.signedIn(port, "programme-manager");
        browser.get(path);
        Answer refused = browser.post(path, Map.of("summary", "half a thought", "pillar", "IX", "_do", "check"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("half a thought").contains("There is a problem");
        assertThat(browser.get(path).body()).contains("half a thought");
        assertThat(draft(path)).contains("half a thought").contains("IX");
    }

    @Test
    void aStalePageKeepsTheText() {
        Hearing hearing = Hearing.withPaper(port);
        String path =
                "/tasks/" + hearing.task("expert.1", "writeOpinion").path("id").asText();
        Browser browser = Browser.signedIn(port, "expert.1");
        browser.get(path);
        browser.post(path, Map.of("remark", "a long thought", "_do", "check"));
        Caller.as(port, "expert.1").post("/api/v1" + path + "/claim", Map.of());
        Answer refused = browser.post(path + "/submit", Map.of("_version", "1"));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains("a long thought").contains("version 1");
        assertThat(browser.post(path + "/submit", Map.of("_version", "2")).status())
                .isEqualTo(302);
    }

    @Test
    void separationOfDutiesOnAPageIsForbiddenNotAConflict() {
        Hearing hearing = Hearing.withPaper(port);
        hearing.done("expert.1", "writeOpinion", SOUND);
        String path =
                "/tasks/" + hearing.task("expert.1", "reviewOpinion").path("id").asText();
        Browser browser = Browser.signedIn(port, "expert.1");
        assertThat(browser.get(path).body()).contains("You may not do this step");
        Answer refused = browser.post(path + "/submit", Map.of("_version", "1"));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body()).contains("another holder of the role can");
    }

    private List<JsonNode> refusals(Hearing hearing, String userName) {
        return Caller.as(port, "auditor")
                .get("/api/v1/audit/entries?action=task.refused&case=" + hearing.key() + "&actor=" + userName)
                .items();
    }

    private long submissions(Hearing hearing) {
        return jdbc.sql("select count(*) from accord.task_submission where case_key = ?")
                .param(hearing.key())
                .query(Long.class)
                .single();
    }

    private String draft(String path) {
        return jdbc.sql("select data::text from accord.task_draft where task_id = ?")
                .param(path.substring("/tasks/".length()))
                .query(String.class)
                .single();
    }
}
