package org.accord.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.accord.testing.Answer;
import org.accord.testing.Browser;
import org.accord.testing.Caller;
import org.accord.testing.Counts;
import org.accord.testing.HttpTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What every page and every refusal has in common. */
@HttpTest
class PageTests {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    private Browser browser() {
        return Browser.signedIn(port, "programme-manager");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/cases", "/account", "/sign-in", "/nothing/here", "/tasks/unknown"})
    void everyPageCarriesTheSecurityHeaders(String path) {
        Answer page = browser().get(path);
        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'none'")
                .contains("script-src 'self'")
                .contains("frame-ancestors 'none'")
                .contains("form-action 'self'")
                .contains("base-uri 'none'")
                .doesNotContain("unsafe");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(page.header("Permissions-Policy")).contains("camera=()");
        assertThat(page.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(page.header("Cache-Control")).contains("no-store");
        assertThat(page.header("Server")).isEmpty();
        assertThat(page.body())
                .doesNotContain(" onclick=")
                .doesNotContain(" style=\"")
                .doesNotContain("<script>");
    }

    @Test
    void answersOfTheApiAreNotStoredEither() {
        for (String path : List.of("/api/v1/tasks", "/api/v1/cases", "/api/v1/tasks/unknown", "/api/v1/nothing")) {
            Answer answer = Caller.as(port, "chair").get(path);
            assertThat(answer.header("Cache-Control")).contains("no-store");
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        }
    }

    @Test
    void anUnknownAddressIsAPageForPeopleInTheirLanguage() {
        Browser browser = browser();
        Answer english = browser.get("/nothing/here?lang=en");
        assertThat(english.status()).isEqualTo(404);
        assertThat(english.header("Content-Type")).startsWith("text/html");
        assertThat(english.body()).contains("There is nothing here for you", "The address may be wrong");
        Answer russian = browser.get("/nothing/here?lang=ru");
        assertThat(russian.status()).isEqualTo(404);
        assertThat(russian.body()).contains("lang=\"ru\"", "Возможно, адрес неверен");
        browser.get("/?lang=en");
    }

    @Test
    void anUnknownAddressOfTheApiIsAProblemInTheCallersLanguage() {
        for (String accept : List.of("*/*", "application/json", "text/html")) {
            Caller caller = Caller.as(port, "chair").with("Accept", accept);
            Answer english = caller.get("/api/v1/nothing");
            assertThat(english.status()).isEqualTo(404);
            assertThat(english.header("Content-Type")).isEqualTo("application/problem+json");
            assertThat(english.json().path("action").asText()).contains("The address may be wrong");
            assertThat(caller.get("/api/v1/nothing?lang=ru")
                            .json()
                            .path("action")
                            .asText())
                    .contains("Возможно, адрес неверен");
            assertThat(caller.get("/api/v1/nothing?lang=ru").header("Set-Cookie"))
                    .isEmpty();
        }
    }

    @Test
    void theAddressOfErrorsItselfIsNothing() {
        assertThat(browser().get("/error").status()).isEqualTo(404);
        assertThat(new Browser(port).get("/error?lang=ru").body()).contains("Возможно, адрес неверен");
    }

    @ParameterizedTest
    @CsvSource({
        "/?view=yours,422",
        "/?sort=colour,422",
        "/?after=nonsense,422",
        "/cases?status=odd,422",
        "/cases?after=MTG-1999-001,422",
        "/cases/MTG-1999-001,404",
        "/cases/MTG-1999-001/diagram.svg,404",
        "/tasks/unknown,404",
        "/?q=%00,400",
        "/cases;x=1,400",
        "/cases/a%0ab,404",
        "/audit,403",
        "/operations,403"
    })
    void aBadAddressIsAPageThatSaysWhatToDo(String path, int status) {
        Browser browser = browser();
        for (String language : List.of("en", "ru")) {
            String query =
                    path.contains("?") ? path.replace("?", "?lang=" + language + "&") : path + "?lang=" + language;
            Answer page = browser.get(query);
            assertThat(page.status()).as(query).isIn(status, status == 404 ? 400 : status);
            assertThat(page.header("Content-Type")).startsWith("text/html");
            assertThat(page.body()).contains("<h1").doesNotContain("Exception").doesNotContain("??");
            assertThat(page.body()).contains("lang=\"" + language + "\"");
        }
        browser.get("/?lang=en");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/cases/%00", "/cases/..%2f..%2fetc", "/api/v1/tasks/%00"})
    void anAddressThatTheServerItselfRefusesTellsNothing(String path) {
        Answer answer = Caller.as(port, "programme-manager").get(path);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).doesNotContain("Exception").doesNotContain("Tomcat/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/cases", "/tasks/x", "/tasks/x/claim", "/account/tokens", "/sign-in", "/sign-out"})
    void aFormThatIsNotOursChangesNothingAndSaysWhy(String path) {
        Browser browser = browser();
        Map<String, Long> before = Counts.of(jdbc);
        Answer english = browser.postBare(path + "?lang=en", Map.of("process", "hearing", "label", "x", "days", "1"));
        assertThat(english.status()).isEqualTo(403);
        assertThat(english.body()).contains("load the page again");
        Answer russian = browser.postBare(path + "?lang=ru", Map.of("process", "hearing", "_csrf", "guessed"));
        assertThat(russian.status()).isEqualTo(403);
        assertThat(russian.body()).contains("загрузите страницу заново");
        assertThat(Counts.of(jdbc)).isEqualTo(before);
        browser.get("/?lang=en");
    }

    @Test
    void badFormsOpenNoCase() {
        Browser browser = browser();
        browser.get("/cases");
        Map<String, Long> before = Counts.of(jdbc);
        assertThat(browser.post("/cases", Map.of()).status()).isEqualTo(400);
        assertThat(browser.post("/cases", Map.of("process", "unheard-of")).status())
                .isEqualTo(404);
        assertThat(browser.post("/cases", Map.of("process", "")).status()).isEqualTo(404);
        assertThat(Counts.of(jdbc)).isEqualTo(before);
    }

    @Test
    void aFormBeyondTwoMebibytesIsTurnedAwayWithAPage() {
        Browser browser = browser();
        browser.get("/cases");
        Answer answer = browser.post("/cases", Map.of("process", "x".repeat(2_200_000)));
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.body()).contains("Shorten what you send.");
    }

    @Test
    void aFormWithAMegabyteIsAnswered() {
        Browser browser = browser();
        browser.get("/cases");
        assertThat(browser.post("/cases", Map.of("process", "x".repeat(1_000_000)))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void theOpenApiDocumentDescribesTheCalls() {
        Answer document = Caller.nobody(port).get("/api/openapi.json");
        assertThat(document.status()).isEqualTo(200);
        assertThat(document.json().path("openapi").asText()).startsWith("3.");
        assertThat(document.json().path("paths").fieldNames())
                .toIterable()
                .contains(
                        "/api/v1/tasks",
                        "/api/v1/tasks/count",
                        "/api/v1/tasks/{id}",
                        "/api/v1/tasks/{id}/claim",
                        "/api/v1/tasks/{id}/release",
                        "/api/v1/tasks/{id}/complete",
                        "/api/v1/tasks/{id}/draft",
                        "/api/v1/cases",
                        "/api/v1/cases/{key}",
                        "/api/v1/cases/{key}/history",
                        "/api/v1/cases/{key}/diagram.svg",
                        "/api/v1/audit/entries")
                .allMatch(path -> path.startsWith("/api/v1/"));
    }

    @Test
    void theActorIsNobodysParameterInTheOpenApiDocument() {
        String document = Caller.nobody(port).get("/api/openapi.json").body();
        assertThat(document).doesNotContain("\"name\":\"actor\",\"in\":\"query\",\"required\":true");
    }

    @Test
    void healthIsToldToEverybodyAndNothingElse() {
        assertThat(Caller.nobody(port)
                        .get("/actuator/health")
                        .json()
                        .path("status")
                        .asText())
                .isEqualTo("UP");
        assertThat(Caller.nobody(port).get("/actuator/health/liveness").status())
                .isEqualTo(200);
        assertThat(Caller.nobody(port).get("/actuator/health/readiness").status())
                .isEqualTo(200);
        for (String path : List.of("/actuator", "/actuator/env", "/actuator/heapdump", "/actuator/beans")) {
            assertThat(Caller.nobody(port).get(path).status()).isIn(302, 401, 404);
            assertThat(browser().get(path).status()).isEqualTo(404);
        }
    }
}
