package org.accord.comments;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.accord.core.Actor;
import org.accord.instance.Time;
import org.accord.testing.Answer;
import org.accord.testing.Browser;
import org.accord.testing.Caller;
import org.accord.testing.Chromium;
import org.accord.testing.Hearing;
import org.accord.testing.HttpTest;
import org.accord.testing.Visit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;

@HttpTest
@DirtiesContext
class DiscussionTests {

    @LocalServerPort
    int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Time time;

    private Hearing hearing;

    @BeforeEach
    void aHearingRuns() {
        hearing = Hearing.beforeStates(port);
    }

    private String api() {
        return "/api/v1/cases/" + hearing.key() + "/comments";
    }

    private Answer say(String userName, String text, String audience) {
        return Caller.as(port, userName).post(api(), Map.of("text", text, "audience", audience));
    }

    private List<String> texts(String userName) {
        return Caller.as(port, userName).get(api()).items().stream()
                .map(comment -> comment.path("text").asText())
                .toList();
    }

    private String page(String userName, String language) {
        Answer answer =
                Browser.signedIn(port, userName).get("/cases/" + hearing.key() + "/discussion?lang=" + language);
        assertThat(answer.status()).isEqualTo(200);
        return answer.body();
    }

    @Test
    void eachReadsWhatIsSaidToThem() {
        assertThat(say("programme-manager", "To all of you.", "all").status()).isEqualTo(201);
        assertThat(say("focal-point.kz", "Among us in Astana.", "state:KZ").status())
                .isEqualTo(201);
        assertThat(say("political-officer", "Between us here.", "secretariat").status())
                .isEqualTo(201);
        assertThat(texts("focal-point.kz")).containsExactly("To all of you.", "Among us in Astana.");
        assertThat(texts("focal-point.uz")).containsExactly("To all of you.");
        assertThat(texts("donor.eu")).containsExactly("To all of you.");
        assertThat(texts("programme-manager")).contains("To all of you.", "Between us here.");
        assertThat(texts("auditor")).hasSize(3);
        assertThat(page("focal-point.uz", "ru")).contains("To all of you.").doesNotContain("Astana", "Between us");
    }

    @Test
    void whatIsSaidOnATaskIsReadByWhoeverMaySeeTheTask() {
        JsonNode task = hearing.task("focal-point.kz", "nationalPosition");
        Map<String, Object> said = new HashMap<>();
        said.put("text", "Our ministry needs a week.");
        said.put("task", task.path("id").asText());
        assertThat(Caller.as(port, "focal-point.kz").post(api(), said).status()).isEqualTo(201);
        assertThat(texts("focal-point.kz")).containsExactly("Our ministry needs a week.");
        assertThat(texts("focal-point.uz")).isEmpty();
        assertThat(texts("donor.eu")).isEmpty();
        assertThat(page("focal-point.kz", "en")).contains(task.path("name").asText());
        assertThat(Caller.as(port, "focal-point.uz").post(api(), said).violations())
                .containsExactly("task:notAnOption");
    }

    @ParameterizedTest
    @CsvSource({
        "'', all, text:required",
        "'   ', all, text:required",
        "Hello, everybody, audience:notAnOption",
        "Hello, state:UZ, audience:notAnOption",
        "Hello, secretariat, audience:notAnOption",
        "@nobody.at-all look, all, text:noSuchPost",
        "@focal-point.uz look, state:KZ, text:mayNotRead",
        "@donor.eu and @focal-point.tj, state:KZ, text:mayNotRead;text:mayNotRead",
        "'safe\u202Ecod.exe', all, text:hiddenCharacter",
        "'zero\u200Bwidth', all, text:hiddenCharacter",
        "'bell\u0007', all, text:illegalCharacter"
    })
    void whatCannotBeSaidIsNamed(String text, String audience, String violations) {
        Answer refused = say("focal-point.kz", text, audience);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.violations()).containsExactly(violations.split(";"));
        assertThat(texts("auditor")).isEmpty();
    }

    @Test
    void aHundredKilobytesAreRefusedAndStayInTheForm() {
        Browser browser = Browser.signedIn(port, "focal-point.kz");
        String path = "/cases/" + hearing.key() + "/discussion";
        String id = browser.get(path + "?lang=ru").body().replaceFirst("(?s).*name=\"id\" value=\"([^\"]+)\".*", "$1");
        String text = "слово ".repeat(17_000);
        Answer refused = browser.post(path, Map.of("id", id, "text", text, "audience", "state:KZ"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("error-summary", "слово слово слово")
                .contains("<option value=\"state:KZ\" selected=\"selected\">");
        assertThat(texts("focal-point.kz")).isEmpty();
        assertThat(browser.post(path, Map.of("id", id, "text", "Коротко.", "audience", "state:KZ"))
                        .status())
                .isEqualTo(302);
        assertThat(texts("focal-point.kz")).containsExactly("Коротко.");
    }

    @Test
    void sentTwiceItIsSaidOnce() {
        Map<String, Object> said = Map.of("id", UUID.randomUUID().toString(), "text", "Once.", "audience", "all");
        Caller author = Caller.as(port, "expert.1");
        assertThat(author.post(api(), said).status()).isEqualTo(201);
        assertThat(author.post(api(), said).status()).isEqualTo(201);
        assertThat(texts("expert.1")).containsExactly("Once.");
    }

    @Test
    void underAUsedIdNothingElseIsSaid() {
        Browser browser = Browser.signedIn(port, "expert.1");
        String path = "/cases/" + hearing.key() + "/discussion";
        String id = UUID.randomUUID().toString();
        browser.get(path + "?lang=en");
        browser.post(path, Map.of("id", id, "text", "First words.", "audience", "all"));
        browser.get(path + "?lang=en");
        Answer refused = browser.post(path, Map.of("id", id, "text", "Other words.", "audience", "all"));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body())
                .contains("sent before with other words", "Other words.")
                .doesNotContain("value=\"" + id);
        assertThat(texts("expert.1")).containsExactly("First words.");
    }

    @Test
    void whatIsSaidOnTheTaskOfAStateIsNotSaidToAnother() {
        JsonNode task = hearing.task("focal-point.kz", "nationalPosition");
        Map<String, Object> said = new HashMap<>();
        said.put("text", "Kazakhstan hesitates.");
        said.put("task", task.path("id").asText());
        said.put("audience", "state:UZ");
        assertThat(Caller.as(port, "political-officer").post(api(), said).violations())
                .containsExactly("audience:notAnOption");
        said.put("audience", "state:KZ");
        assertThat(Caller.as(port, "political-officer").post(api(), said).status())
                .isEqualTo(201);
        assertThat(texts("focal-point.uz")).isEmpty();
        assertThat(texts("focal-point.kz")).containsExactly("Kazakhstan hesitates.");
    }

    @Test
    void authorsReadWhatTheySaid() {
        say("expert.1", "Mine.", "all");
        jdbc.sql("update accord.comment set audiences = array['nobody'] where case_key = :key")
                .param("key", hearing.key())
                .update();
        assertThat(texts("expert.1")).containsExactly("Mine.");
        assertThat(texts("expert.2")).isEmpty();
    }

    @Test
    void whoeverOnlyReadsWritesNothing() {
        assertThat(say("auditor", "May I?", "all").status()).isEqualTo(403);
        assertThat(page("auditor", "en")).contains("not write in it").doesNotContain("<textarea");
        assertThat(Caller.nobody(port).get(api()).status()).isEqualTo(401);
        assertThat(Caller.as(port, "focal-point.kz")
                        .get("/api/v1/cases/MTG-1999-001/comments")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whatIsWithdrawnIsShownToNobodyAndTheRecordKeepsIt() {
        String id = say("focal-point.kz", "Too early, forget it.", "all")
                .json()
                .path("id")
                .asText();
        assertThat(Caller.as(port, "focal-point.uz")
                        .send("DELETE", api() + "/" + id, null)
                        .status())
                .isEqualTo(404);
        assertThat(Caller.as(port, "focal-point.kz")
                        .send("DELETE", api() + "/" + id, null)
                        .status())
                .isEqualTo(204);
        assertThat(page("focal-point.uz", "en")).contains("Withdrawn on").doesNotContain("forget it");
        assertThat(page("auditor", "en")).doesNotContain("forget it");
        assertThat(jdbc.sql("""
                        select words.value #>> '{}' from accord.audit_words as words
                        join accord.audit_entry as entry on entry.index = words.entry
                        where entry.action = 'comment.written' and entry.subject_id = :id
                        """).param("id", id).query(String.class).single()).isEqualTo("Too early, forget it.");
    }

    @Test
    void whatTheRecordErasesIsErasedHereToo() {
        String id = say("focal-point.kz", "Mr So-and-so called.", "all")
                .json()
                .path("id")
                .asText();
        long entry = jdbc.sql(
                        "select index from accord.audit_entry where action = 'comment.written' and subject_id = :id")
                .param("id", id)
                .query(Long.class)
                .single();
        Browser officer = Browser.signedIn(port, "records-officer");
        officer.get("/records/erasures");
        assertThat(officer.post(
                                "/records/erasures",
                                Map.of(
                                        "entry", Long.toString(entry),
                                        "ground", "request",
                                        "reason", "The person asked for it."))
                        .status())
                .isEqualTo(302);
        assertThat(Caller.as(port, "focal-point.kz").get(api()).items())
                .singleElement()
                .satisfies(comment -> assertThat(comment.path("text").isNull()).isTrue());
        assertThat(page("focal-point.kz", "en")).doesNotContain("So-and-so");
    }

    @Test
    void whatIsNewIsMarkedUntilItWasRead() {
        say("programme-manager", "First.", "all");
        Browser reader = Browser.signedIn(port, "focal-point.tj");
        assertThat(reader.get("/cases/" + hearing.key() + "?lang=en").body()).contains("Discussion (1, 1 new)");
        assertThat(reader.get("/?lang=en&view=group&q=" + hearing.key()).body()).contains("1 new comment");
        String path = "/cases/" + hearing.key() + "/discussion?lang=en";
        assertThat(reader.get(path).body()).contains("class=\"unread\"");
        assertThat(reader.get(path).body()).as("one look").contains("class=\"unread\"");
        assertThat(reader.get("/cases/" + hearing.key() + "?lang=en").body())
                .contains("Discussion (1)")
                .doesNotContain("1 new");
        time.moveTo(Actor.person("administrator"), time.instant().plus(Duration.ofHours(1)));
        say("programme-manager", "Second.", "all");
        String later = reader.get(path).body();
        assertThat(later.split("class=\"unread\"", -1)).hasSize(2);
        assertThat(later.indexOf("First.")).isLessThan(later.indexOf("class=\"unread\""));
        assertThat(reader.get("/cases/" + hearing.key() + "?lang=en").body())
                .contains("What happened since you last looked");
    }

    @Test
    void whoeverIsCalledUponSeesItWhereTheyBegin() {
        assertThat(say("programme-manager", "@focal-point.tm, when is your answer due?", "all")
                        .json()
                        .path("mentions"))
                .hasSize(1);
        Browser reader = Browser.signedIn(port, "focal-point.tm");
        assertThat(reader.get("/?lang=en").body()).contains("You were called upon", hearing.key());
        assertThat(Browser.signedIn(port, "focal-point.kg").get("/?lang=en").body())
                .doesNotContain("You were called upon");
        assertThat(reader.get("/cases/" + hearing.key() + "/discussion").body()).contains("class=\"mention\"");
        assertThat(reader.get("/?lang=en").body()).doesNotContain("You were called upon");
    }

    @ParameterizedTest
    @CsvSource({"en, 1280", "ru, 320"})
    void thePageLooksRight(String language, int width) {
        try (Chromium chromium = Chromium.launch()) {
            Visit reader = Visit.as(chromium, port, "focal-point.kz", language, width, true);
            reader.open("/cases/" + hearing.key() + "/discussion").looksRight("discussion-empty");
            say(
                    "programme-manager",
                    "@focal-point.kz, please look at paragraph 4.\n\nIt is the one on borders.",
                    "all");
            reader.open("/").looksRight("inbox-mentioned");
            reader.page().locator(".notice a").first().click();
            reader.looksRight("discussion");
            reader.page().locator("#text").fill("@focal-point.uz ответьте");
            reader.page().locator("#audience").selectOption("state:KZ");
            reader.page().locator("main form:has(#text) button").click();
            reader.looksRight("discussion-refused");
            reader.page().locator("#text").fill("Ответим до пятницы.");
            reader.page().locator("main form:has(#text) button").click();
            reader.looksRight("discussion-said");
            assertThat(chromium.complaints()).allMatch(complaint -> complaint.contains("status of 422"));
        }
    }
}
