package org.accord.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.accord.testing.Answer;
import org.accord.testing.Browser;
import org.accord.testing.Caller;
import org.accord.testing.Hearing;
import org.accord.testing.HttpTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@HttpTest
class SearchTests {

    @LocalServerPort
    int port;

    @Autowired
    private JdbcClient jdbc;

    private Hearing hearing;

    @BeforeEach
    void aHearingAboutSheep() {
        hearing = Hearing.beforeStates(port);
        jdbc.sql("""
                        update accord.case_file
                        set titles = '{"en": "Grazing of mountain sheep", "ru": "Выпас горных овец, учёт стад"}'
                        where case_key = :key
                        """).param("key", hearing.key()).update();
    }

    private List<String> found(String userName, String words) {
        Answer answer = Caller.as(port, userName).get("/api/v1/search?q=" + encoded(words));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.items().stream()
                .filter(item -> item.path("caseKey").asText().equals(hearing.key()))
                .map(item -> item.path("kind").asText())
                .toList();
    }

    private static String encoded(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }

    private void say(String userName, String text, String audience) {
        assertThat(Caller.as(port, userName)
                        .post(
                                "/api/v1/cases/" + hearing.key() + "/comments",
                                Map.of("text", text, "audience", audience))
                        .status())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "grazing sheep",
                "graze mountains",
                "выпас",
                "горным выпасом",
                "ВЫПАСЫ ГОРНЫЕ",
                "«учёт стад»",
                "учет",
                "учётом",
                "стадо",
                "\"mountain sheep\"",
                "sheep -goats"
            })
    void aCaseIsFoundByItsWordsInAnyForm(String words) {
        assertThat(found("focal-point.kz", words)).contains("case");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sheep goats", "\"sheep mountain\"", "sheep -mountain"})
    void allTheWordsAreAskedFor(String words) {
        assertThat(found("focal-point.kz", words)).isEmpty();
    }

    @Test
    void aCaseIsFoundByItsKey() {
        assertThat(found("donor.eu", hearing.key())).contains("case");
    }

    @Test
    void aCommentIsFoundByThoseToWhomItIsSaid() {
        say("focal-point.kz", "Our herders object to the fences.", "state:KZ");
        say("focal-point.kz", "Изгороди обсудим завтра.", "all");
        assertThat(found("focal-point.kz", "herder fence")).containsExactly("comment");
        assertThat(found("political-officer", "herder fence")).containsExactly("comment");
        assertThat(found("focal-point.uz", "herder fence")).isEmpty();
        assertThat(found("programme-manager", "herder fence")).isEmpty();
        assertThat(found("focal-point.uz", "изгородь")).containsExactly("comment");
    }

    @Test
    void whatWasWithdrawnIsNotFound() {
        say("focal-point.kz", "Unfortunate wording.", "all");
        String id = Caller.as(port, "focal-point.kz")
                .get("/api/v1/cases/" + hearing.key() + "/comments")
                .items()
                .get(0)
                .path("id")
                .asText();
        assertThat(found("focal-point.uz", "unfortunate")).containsExactly("comment");
        Caller.as(port, "focal-point.kz").send("DELETE", "/api/v1/cases/" + hearing.key() + "/comments/" + id, "");
        assertThat(found("focal-point.uz", "unfortunate")).isEmpty();
    }

    @Test
    void whatOnlyTheSecretariatSeesIsFoundByNobodyElse() {
        jdbc.sql("update accord.case_file set secretariat_only = true where case_key = :key")
                .param("key", hearing.key())
                .update();
        assertThat(found("focal-point.kz", "sheep")).isEmpty();
        assertThat(found("donor.eu", "sheep")).isEmpty();
        assertThat(found("programme-manager", "sheep")).containsExactly("case");
        say("political-officer", "Kept between us and Astana.", "state:KZ");
        assertThat(found("political-officer", "astana")).containsExactly("comment");
        assertThat(found("focal-point.kz", "astana")).isEmpty();
    }

    @Test
    void signsPartWordsOnBothSides() {
        say("focal-point.kz", "See A/RES/60/288 and write to focal-point.kz, version 3.5.", "all");
        for (String words : List.of("A/RES/60/288", "focal-point.kz", "3.5", "60/288")) {
            assertThat(found("focal-point.uz", words)).as(words).contains("comment");
        }
    }

    @Test
    void thePageShowsWhatWasFoundAndWhereItIs() {
        say("focal-point.kz", "A word on <b>sheep</b>.", "all");
        String page = Browser.signedIn(port, "focal-point.uz")
                .get("/search?lang=ru&q=sheep")
                .body();
        assertThat(page)
                .contains("href=\"/cases/" + hearing.key() + "\"", "/discussion?before=", "Выпас горных овец")
                .contains("A word on &lt;b&gt;sheep&lt;/b&gt;.");
    }

    @ParameterizedTest
    @CsvSource({"'   ', noWord", "'---', noWord", "long, textTooLong"})
    void wordsThatCannotBeSearchedAreRefusedAndKept(String words, String rule) {
        String given = words.equals("long") ? "x".repeat(201) : words;
        Answer refused = Caller.as(port, "auditor").get("/api/v1/search?q=" + encoded(given));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.violations()).containsExactly("q:" + rule);
    }

    @Test
    void thePageSaysWhatIsWrongAndWhatToDoWhenNothingIsFound() {
        Browser auditor = Browser.signedIn(port, "auditor");
        assertThat(auditor.get("/search?lang=en").status()).isEqualTo(200);
        Answer none = auditor.get("/search?lang=en&q=zebrafish");
        assertThat(none.body()).contains("Nothing that you may see", "See all cases");
        Answer refused = auditor.get("/search?lang=en&q=%21%21%21");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("There is a problem", "value=\"!!!\"");
        assertThat(Browser.signedIn(port, "administrator")
                        .get("/search?q=sheep")
                        .status())
                .isEqualTo(200);
    }
}
