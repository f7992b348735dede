package org.accord.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.accord.core.Digest;
import org.accord.testing.Answer;
import org.accord.testing.Browser;
import org.accord.testing.Caller;
import org.accord.testing.Counts;
import org.accord.testing.HttpTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@HttpTest
class ApiTokenTests {

    private static final Pattern SECRET = Pattern.compile("accord_[\\w-]{43}");
    private static final Pattern REVOKE = Pattern.compile("/account/tokens/([0-9a-f-]{36})/revoke");

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    private static String issued(Browser browser) {
        browser.get("/account");
        browser.post("/account/tokens", Map.of("label", "a program", "days", "1"));
        Matcher secret = SECRET.matcher(browser.get("/account").body());
        assertThat(secret.find()).isTrue();
        return secret.group();
    }

    private String id(String secret) {
        return jdbc.sql("select id::text from accord.identity_token where digest = ?")
                .param(Digest.of(secret).hex())
                .query(String.class)
                .single();
    }

    @Test
    void aTokenWorksIsShownOnceAndKeptAsADigestOnly() {
        Browser browser = Browser.signedIn(port, "delegation.kg");
        String secret = issued(browser);
        assertThat(Caller.bearer(port, secret).get("/api/v1/tasks").status()).isEqualTo(200);
        assertThat(browser.get("/account").body()).doesNotContain(secret);
        String all = jdbc.sql("select string_agg(t::text, ' ') from accord.identity_token t")
                .query(String.class)
                .single();
        assertThat(all).doesNotContain(secret).contains(Digest.of(secret).hex());
    }

    @Test
    void aRevokedTokenIsRefused() {
        Browser browser = Browser.signedIn(port, "delegation.kg");
        String secret = issued(browser);
        browser.get("/account");
        assertThat(browser.post("/account/tokens/" + id(secret) + "/revoke", Map.of())
                        .status())
                .isEqualTo(302);
        assertThat(Caller.bearer(port, secret).get("/api/v1/tasks").status()).isEqualTo(401);
        assertThat(browser.post("/account/tokens/" + id(secret) + "/revoke", Map.of())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void anExpiredTokenIsRefused() {
        String secret = issued(Browser.signedIn(port, "delegation.kg"));
        jdbc.sql("update accord.identity_token set expires = now() - interval '1 second' where digest = ?")
                .param(Digest.of(secret).hex())
                .update();
        assertThat(Caller.bearer(port, secret).get("/api/v1/tasks").status()).isEqualTo(401);
    }

    @Test
    void aTokenOfSomebodyElseCannotBeRevokedNorSeen() {
        String secret = issued(Browser.signedIn(port, "delegation.kg"));
        Browser other = Browser.signedIn(port, "administrator");
        Matcher offered = REVOKE.matcher(other.get("/account").body());
        while (offered.find()) {
            assertThat(offered.group(1)).isNotEqualTo(id(secret));
        }
        Answer refused = other.post("/account/tokens/" + id(secret) + "/revoke", Map.of());
        assertThat(refused.status()).isEqualTo(404);
        assertThat(refused.body()).contains("You have no such token.");
        assertThat(Caller.bearer(port, secret).get("/api/v1/tasks").status()).isEqualTo(200);
    }

    @Test
    void aTokenMakesNoTokens() {
        Caller caller = Caller.as(port, "delegation.kg").with("Content-Type", "application/x-www-form-urlencoded");
        assertThat(caller.send("POST", "/account/tokens", "label=more&days=1").status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "label,0,422",
        "label,367,422",
        "label,-1,422",
        "label,soon,400",
        "label,'',400",
        "'',30,422",
        "'   ',30,422"
    })
    void badRequestsForTokensMakeNone(String label, String days, int status) {
        Browser browser = Browser.signedIn(port, "delegation.kg");
        browser.get("/account");
        Map<String, Long> before = Counts.of(jdbc);
        Answer refused = browser.post("/account/tokens", Map.of("label", label, "days", days));
        assertThat(refused.status()).isEqualTo(status);
        assertThat(refused.header("Content-Type")).startsWith("text/html");
        assertThat(Counts.of(jdbc)).isEqualTo(before);
    }

    @Test
    void oddLabelsMakeNoTokens() {
        Browser browser = Browser.signedIn(port, "delegation.kg");
        browser.get("/account");
        Map<String, Long> before = Counts.of(jdbc);
        for (String label : List.of("a\u0000b", "line\nbreak", "x".repeat(81))) {
            Answer refused = browser.post("/account/tokens", Map.of("label", label, "days", "30"));
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.body()).contains("What was sent breaks a rule.");
        }
        assertThat(browser.post("/account/tokens", Map.of("days", "30")).status())
                .isEqualTo(400);
        assertThat(browser.post("/account/tokens/not-an-id/revoke", Map.of()).status())
                .isEqualTo(400);
        assertThat(Counts.of(jdbc)).isEqualTo(before);
    }
}
