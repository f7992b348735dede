package org.accord.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.accord.testing.Answer;
import org.accord.testing.Browser;
import org.accord.testing.Caller;
import org.accord.testing.HttpTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@HttpTest
class SignInTests {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void everybodyMaySignInAgain() {
        jdbc.sql("update accord.identity_account set enabled = true where not enabled")
                .update();
    }

    private void disable(String userName) {
        jdbc.sql("update accord.identity_account set enabled = false where name = ?")
                .param(userName)
                .update();
    }

    @Test
    void signingInGivesANewSessionAndLeadsToTheWork() {
        Browser browser = new Browser(port);
        browser.get("/sign-in?lang=en");
        String before = browser.session();
        Answer answer = browser.signIn("focal-point.kz", "accord-demo");
        assertThat(answer.status()).isEqualTo(302);
        assertThat(before).isNotEmpty();
        assertThat(browser.session()).isNotEmpty().isNotEqualTo(before);
        assertThat(browser.get("/").body()).contains("My work");
    }

    @Test
    void theSessionCookieIsKeptFromScriptsAndOtherSites() {
        Browser browser = new Browser(port);
        String cookie = browser.get("/sign-in?lang=en").header("Set-Cookie");
        assertThat(cookie)
                .startsWith("ACCORD=")
                .contains("HttpOnly")
                .contains("SameSite=Lax")
                .contains("Path=/");
        assertThat(cookie).doesNotContain("Secure");
    }

    @Test
    void behindAnEncryptingProxyTheCookieIsSecure() {
        Answer answer = new Browser(port).get("/sign-in?lang=en", Map.of("X-Forwarded-Proto", "https"));
        assertThat(answer.header("Set-Cookie")).contains("Secure");
        assertThat(answer.header("Strict-Transport-Security")).contains("max-age");
    }

    @ParameterizedTest
    @CsvSource({"focal-point.kz,wrong", "nobody.at.all,accord-demo", "nobody.at.all,wrong", "focal-point.kz,''", "'',''"
    })
    void aFailureSaysTheSameForAnUnknownNameAndAWrongPassword(String userName, String password) {
        Browser browser = new Browser(port);
        Answer answer = browser.signIn(userName, password);
        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location")).endsWith("/sign-in?failed");
        assertThat(browser.get("/sign-in?failed").body()).contains("The user name or the password is not right.");
        assertThat(browser.get("/").status()).isEqualTo(302);
    }

    @Test
    void aDisabledAccountIsRefusedInTheSameWords() {
        disable("delegation.tm");
        Browser browser = new Browser(port);
        assertThat(browser.signIn("delegation.tm", "accord-demo").header("Location"))
                .endsWith("/sign-in?failed");
        assertThat(Caller.basic(port, "delegation.tm").get("/api/v1/tasks").status())
                .isEqualTo(401);
    }

    @Test
    void anAccountThatIsDisabledLosesItsSessionAndItsTokens() {
        Browser browser = Browser.signedIn(port, "delegation.uz");
        Caller token = Caller.as(port, "delegation.uz");
        assertThat(browser.get("/").status()).isEqualTo(200);
        assertThat(token.get("/api/v1/tasks").status()).isEqualTo(200);
        disable("delegation.uz");
        assertThat(browser.get("/").status()).isEqualTo(302);
        assertThat(browser.get("/").header("Location")).endsWith("/sign-in");
        assertThat(token.get("/api/v1/tasks").status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "x\ud83d", "' or 1=1 --"})
    void oddNamesAreUnknownNames(String userName) {
        Answer answer = new Browser(port).signIn(userName, "accord-demo");
        assertThat(answer.header("Location")).endsWith("/sign-in?failed");
        assertThat(Caller.basic(port, userName).get("/api/v1/tasks").status()).isEqualTo(401);
    }

    @Test
    void aNameOfAMegabyteIsAnUnknownName() {
        Answer answer = new Browser(port).signIn("x".repeat(1_000_000), "y".repeat(500_000));
        assertThat(answer.header("Location")).endsWith("/sign-in?failed");
    }

    @Test
    void signInsAndFailuresAreRecorded() {
        new Browser(port).signIn("chair", "wrong");
        Browser.signedIn(port, "chair");
        Caller auditor = Caller.as(port, "auditor");
        assertThat(auditor.get("/api/v1/audit/entries?action=account.signedIn&actor=chair")
                        .items())
                .isNotEmpty();
        assertThat(auditor.get("/api/v1/audit/entries?action=account.signInFailed&q=chair")
                        .items())
                .isNotEmpty()
                .noneMatch(entry -> entry.toString().contains("wrong"));
    }

    @Test
    void signingOutEndsTheSession() {
        Browser browser = Browser.signedIn(port, "chair");
        browser.get("/");
        assertThat(browser.post("/sign-out", Map.of()).header("Location")).endsWith("/sign-in?signed-out");
        assertThat(browser.get("/").status()).isEqualTo(302);
    }

    @Test
    void pagesAskForASignInAndDoNotTakeBasicOrBearer() {
        for (String path : List.of("/", "/cases", "/account", "/audit", "/operations", "/tasks/x")) {
            Answer basic =
                    Caller.basic(port, "chair").with("Accept", "text/html").get(path);
            assertThat(basic.status()).isEqualTo(302);
            assertThat(basic.header("Location")).endsWith("/sign-in");
            assertThat(Caller.as(port, "chair")
                            .with("Accept", "text/html")
                            .get(path)
                            .status())
                    .isEqualTo(302);
        }
    }

    @Test
    void theApiTakesBasicInADemonstrationAndNoSessionCookie() {
        assertThat(Caller.basic(port, "chair").get("/api/v1/tasks").status()).isEqualTo(200);
        Browser browser = Browser.signedIn(port, "chair");
        assertThat(browser.get("/api/v1/tasks").status()).isEqualTo(401);
        assertThat(Caller.nobody(port)
                        .with("Cookie", "ACCORD=" + browser.session())
                        .post("/api/v1/cases", Map.of("process", "hearing"))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void withoutCredentialsTheApiSaysWhatToSend() {
        for (Caller caller : List.of(
                Caller.nobody(port),
                Caller.basic(port, "chair", "wrong"),
                Caller.basic(port, "nobody.at.all", "accord-demo"),
                Caller.bearer(port, "accord_" + "x".repeat(43)),
                Caller.bearer(port, ""),
                Caller.nobody(port).with("Authorization", "Basic nonsense"),
                Caller.nobody(port).with("Authorization", "Digest x"))) {
            Answer english = caller.get("/api/v1/tasks");
            assertThat(english.status()).isEqualTo(401);
            assertThat(english.header("Content-Type")).isEqualTo("application/problem+json");
            assertThat(english.header("WWW-Authenticate")).contains("Bearer");
            assertThat(english.header("Set-Cookie")).isEmpty();
            assertThat(english.code()).isEqualTo("credentialsNeeded");
            Answer russian = caller.with("Accept-Language", "ru").get("/api/v1/tasks");
            assertThat(russian.json().path("detail").asText()).contains("ключ API");
            assertThat(caller.get("/api/v1/tasks?lang=ru").header("Set-Cookie")).isEmpty();
        }
    }
}
