package org.accord.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.accord.testing.Answer;
import org.accord.testing.Browser;
import org.accord.testing.Caller;
import org.accord.testing.Hearing;
import org.accord.testing.HttpTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Several tasks taken in hand and given back at once. */
@HttpTest
class HandlingTests {

    @LocalServerPort
    int port;

    private Hearing one;
    private Hearing another;

    @BeforeEach
    void twoOpinionsAreAskedFor() {
        one = Hearing.withPaper(port);
        another = Hearing.withPaper(port);
    }

    private String opinion(Hearing hearing) {
        return hearing.task("expert.1", "writeOpinion").path("id").asText();
    }

    private String holder(Hearing hearing) {
        return hearing.task("auditor", "writeOpinion").path("assignee").asText("");
    }

    private Answer handle(String userName, String act, List<String> ids) {
        return Caller.as(port, userName).post("/api/v1/tasks/bulk", Map.of("act", act, "tasks", ids));
    }

    @Test
    void whatIsRefusedDoesNotKeepTheOthersBack() {
        handle("expert.2", "claim", List.of(opinion(another)));
        Answer answer =
                handle("expert.1", "claim", List.of(opinion(another), opinion(one), "unheard-of\u0000", opinion(one)));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("results").findValuesAsText("done")).containsExactly("false", "true", "false");
        assertThat(answer.json().path("results").findValuesAsText("code"))
                .containsExactly("taskHeldByAnother", "null", "noSuchTask");
        assertThat(holder(one)).isEqualTo("expert.1");
        assertThat(holder(another)).isEqualTo("expert.2");
        assertThat(handle("expert.1", "release", List.of(opinion(one), opinion(another)))
                        .json()
                        .path("results")
                        .findValuesAsText("done"))
                .containsExactly("true", "false");
        assertThat(holder(one)).isEmpty();
    }

    @Test
    void anotherStatesTaskIsNotThere() {
        Hearing hearing = Hearing.beforeStates(port);
        JsonNode task = hearing.tasks("focal-point.kz").stream()
                .filter(open -> open.path("state").asText().equals("KZ"))
                .findFirst()
                .orElseThrow();
        Answer answer =
                handle("focal-point.uz", "claim", List.of(task.path("id").asText()));
        assertThat(answer.json().path("results").path(0).path("code").asText()).isEqualTo("noSuchTask");
    }

    @ParameterizedTest
    @CsvSource({"claim, 0, tasks:required", "claim, 101, tasks:tooManyTasks", "destroy, 1, act:notAnOption"})
    void aRequestThatCannotBeMeantIsRefusedWhole(String act, int tasks, String violation) {
        List<String> ids =
                IntStream.range(0, tasks).mapToObj(number -> "t" + number).toList();
        Answer answer = handle("expert.1", act, ids);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.violations()).containsExactly(violation);
    }

    @Test
    void onThePageTheChosenAreTakenAndEachIsTold() {
        Browser expert = Browser.signedIn(port, "expert.1");
        String inbox = expert.get("/?view=group&q=" + one.key() + "&lang=en").body();
        assertThat(inbox).contains("name=\"task\" form=\"bulk\" value=\"" + opinion(one), "Take the chosen tasks");
        Answer none = expert.post("/tasks", Map.of("_do", "claim", "view", "group"));
        assertThat(none.status()).isEqualTo(302);
        assertThat(expert.get(path(none)).body()).contains("Nothing was chosen");
        Answer taken =
                expert.post("/tasks", Map.of("_do", "claim", "view", "mine", "q", one.key(), "task", opinion(one)));
        assertThat(expert.get(path(taken)).body()).contains("✓", "taken", "Give the chosen tasks back");
        assertThat(holder(one)).isEqualTo("expert.1");
    }

    private static String path(Answer redirect) {
        URI address = URI.create(redirect.header("Location"));
        return address.getRawPath() + "?" + address.getRawQuery();
    }

    @Test
    void aViewIsSavedUnderANameSeenByItsOwnerOnlyAndRemoved() {
        Browser expert = Browser.signedIn(port, "expert.1");
        expert.get("/?view=group&lang=en");
        expert.post("/views", Map.of("name", "Late <opinions>", "view", "group", "due", "overdue", "q", "opinion"));
        assertThat(expert.get("/?lang=en").body())
                .contains(
                        "Late &lt;opinions&gt;", "/?view=group&amp;q=opinion&amp;sort=due&amp;state=&amp;due=overdue");
        assertThat(Browser.signedIn(port, "expert.2").get("/").body()).doesNotContain("Late &lt;opinions&gt;");
        expert.post("/views/remove", Map.of("name", "Late <opinions>"));
        assertThat(expert.get("/").body()).doesNotContain("Late &lt;opinions&gt;");
    }

    @Test
    void aViewThatCannotBeKeptIsRefusedWithItsNameKept() {
        Browser reviser = Browser.signedIn(port, "reviser");
        reviser.get("/");
        String tooLong = "x".repeat(61);
        Answer refused = reviser.post("/views", Map.of("name", tooLong, "view", "mine", "lang", "en"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains(tooLong, "Write at most 60 characters");
        assertThat(reviser.post("/views", Map.of("name", " ", "view", "mine")).status())
                .isEqualTo(422);
        assertThat(reviser.post("/views", Map.of("name", "x", "view", "mine", "due", "yesterday"))
                        .status())
                .isEqualTo(422);
        for (int number = 0; number < SavedViews.MOST; number++) {
            assertThat(reviser.post("/views", Map.of("name", "view " + number, "view", "all"))
                            .status())
                    .isEqualTo(302);
        }
        assertThat(reviser.post("/views", Map.of("name", "one more", "view", "all", "lang", "en"))
                        .status())
                .isEqualTo(409);
        assertThat(reviser.post("/views", Map.of("name", "view 0", "view", "mine"))
                        .status())
                .isEqualTo(302);
    }

    @Test
    void theFilterByDeadlineShowsWhatIsLateOnly() {
        Browser expert = Browser.signedIn(port, "expert.1");
        String late = expert.get("/?view=group&due=overdue&q=" + one.key() + "&lang=en")
                .body();
        assertThat(late).contains("Nothing found").doesNotContain("value=\"" + opinion(one));
        assertThat(expert.get("/?view=group&due=sometime").status()).isEqualTo(422);
    }
}
