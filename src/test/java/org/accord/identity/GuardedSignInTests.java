package org.accord.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.accord.core.Digest;
import org.accord.testing.Answer;
import org.accord.testing.AtOnce;
import org.accord.testing.Browser;
import org.accord.testing.Caller;
import org.accord.testing.HttpTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** Guessing passwords costs time, and keeps nobody out for long. */
@HttpTest
@DirtiesContext
@TestPropertySource(properties = {"accord.test.alone=guarded-sign-in", "accord.sign-in.failures-per-address=20"})
class GuardedSignInTests {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void nobodyFailedYet() {
        jdbc.sql("truncate accord.identity_attempt, accord.identity_device").update();
    }

    private String failing(Browser browser, String userName) {
        return browser.signIn(userName, "wrong").header("Location").replaceAll(".*/sign-in", "");
    }

    private void minutesPass(int minutes) {
        jdbc.sql("update accord.identity_attempt set since = since - make_interval(mins => :minutes),"
                        + " waits_until = waits_until - make_interval(mins => :minutes)")
                .param("minutes", minutes)
                .update();
    }

    @ParameterizedTest
    @ValueSource(strings = {"focal-point.kz", "nobody.at.all"})
    void theFifthFailureMakesOneWaitWhetherThereIsSuchAnAccountOrNot(String userName) {
        Browser browser = new Browser(port);
        for (int i = 0; i < 4; i++) {
            assertThat(failing(browser, userName)).isEqualTo("?failed");
        }
        assertThat(failing(browser, userName)).isEqualTo("?failed&wait=1");
        assertThat(browser.signIn(userName, "accord-demo").header("Location"))
                .as("the right password is not even looked at")
                .endsWith("?failed&wait=1");
        assertThat(browser.get("/sign-in?failed&wait=1&lang=en").body()).contains("Try again in 1 minute.");
        assertThat(browser.get("/sign-in?failed&wait=4&lang=ru").body()).contains("через 4 минуты.");
        minutesPass(2);
        assertThat(failing(browser, userName)).isEqualTo("?failed&wait=2");
    }

    @Test
    void whoeverSignsInHasACleanSlate() {
        Browser browser = new Browser(port);
        for (int i = 0; i < 4; i++) {
            failing(browser, "chair");
        }
        assertThat(browser.signIn("chair", "accord-demo").header("Location")).doesNotContain("failed");
        assertThat(failing(new Browser(port), "chair")).isEqualTo("?failed");
    }

    @Test
    void guessesMadeElsewhereDoNotKeepOutWhoeverSignedInFromHereBefore() {
        Browser known = Browser.signedIn(port, "focal-point.kg");
        Browser guesser = new Browser(port);
        for (int i = 0; i < 6; i++) {
            failing(guesser, "focal-point.kg");
        }
        assertThat(guesser.signIn("focal-point.kg", "accord-demo").header("Location"))
                .contains("wait=");
        assertThat(known.signIn("focal-point.kg", "accord-demo").header("Location"))
                .doesNotContain("failed");
        assertThat(known.signIn("focal-point.tj", "wrong").header("Location"))
                .as("the device is known for one account only")
                .endsWith("?failed");
        for (int i = 0; i < 4; i++) {
            assertThat(failing(known, "focal-point.kg")).isEqualTo("?failed");
        }
        assertThat(failing(known, "focal-point.kg")).as("a stolen device").isEqualTo("?failed&wait=1");
    }

    @Test
    void anAddressThatTriesManyNamesWaitsToo() {
        Browser known = Browser.signedIn(port, "translator");
        jdbc.sql("truncate accord.identity_attempt").update();
        Browser browser = new Browser(port);
        for (int i = 0; i < 19; i++) {
            assertThat(failing(browser, "guess." + i)).isEqualTo("?failed");
        }
        assertThat(failing(browser, "guess.20")).isEqualTo("?failed&wait=1");
        assertThat(browser.signIn("chief", "accord-demo").header("Location")).contains("wait=1");
        assertThat(known.signIn("translator", "accord-demo").header("Location"))
                .as("known from before")
                .doesNotContain("failed");
        assertThat(jdbc.sql("select count(*) from accord.identity_attempt")
                        .query(Integer.class)
                        .single())
                .as("nothing more is kept from there")
                .isEqualTo(21);
        minutesPass(1);
        assertThat(browser.signIn("chief", "accord-demo").header("Location")).doesNotContain("failed");
    }

    @Test
    void ofManyGuessesAtTheSameMomentFiveAreLookedAt() throws Exception {
        List<Callable<String>> guesses =
                new ArrayList<>(Collections.nCopies(12, () -> failing(new Browser(port), "head-of-mission")));
        long before = failuresRecorded();
        assertThat(AtOnce.run(guesses)).hasSize(12);
        assertThat(jdbc.sql("select failures from accord.identity_attempt where subject = :subject")
                        .param(
                                "subject",
                                AttemptStore.subject("head-of-mission").hex())
                        .query(Integer.class)
                        .single())
                .isEqualTo(Attempts.FREE);
        assertThat(failuresRecorded() - before)
                .as("not every knock fills the record")
                .isEqualTo(Attempts.FREE);
    }

    private long failuresRecorded() {
        return jdbc.sql("select count(*) from accord.audit_entry where action = 'account.signInFailed'")
                .query(Long.class)
                .single();
    }

    @Test
    void aProgramThatFailsWaitsAsWell() {
        for (int i = 0; i < 5; i++) {
            assertThat(Caller.basic(port, "nobody.api").get("/api/v1/tasks").status())
                    .isEqualTo(401);
        }
        Answer answer = Caller.basic(port, "translator").get("/api/v1/tasks");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(jdbc.sql("select waits_until is not null from accord.identity_attempt where subject = :subject")
                        .param("subject", AttemptStore.subject("nobody.api").hex())
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void whoeverTookUpAnInvitationIsKnownWhereTheyDid() {
        Browser administrator = Browser.signedIn(port, "administrator");
        administrator.get("/admin/accounts/reviser?lang=en");
        String page =
                administrator.post("/admin/accounts/reviser/invite", Map.of()).status() == 302
                        ? administrator.get("/admin/accounts/reviser").body()
                        : "";
        Matcher address = Pattern.compile("/invitation/[\\w-]+").matcher(page);
        assertThat(address.find()).as(page).isTrue();
        Browser invited = new Browser(port);
        invited.get(address.group());
        String password = "lakes and mountains of the north";
        assertThat(invited.post(address.group(), Map.of("password", password, "again", password))
                        .status())
                .isEqualTo(302);
        Browser guesser = new Browser(port);
        for (int i = 0; i < 5; i++) {
            failing(guesser, "reviser");
        }
        assertThat(invited.signIn("reviser", password).header("Location")).doesNotContain("failed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "\u00e9", "a b"})
    void aDeviceThatSomebodyMadeUpIsNotTaken(String device) {
        Browser browser = new Browser(port);
        browser.get("/sign-in");
        browser.get("/sign-in", Map.of("Cookie", SignInDetails.DEVICE + "=" + device));
        assertThat(browser.signIn("a\u0000b", "wrong").header("Location")).endsWith("?failed");
        assertThat(browser.signIn("chair", "accord-demo").header("Location")).doesNotContain("failed");
        assertThat(jdbc.sql("select count(*) from accord.identity_device where digest = :digest")
                        .param("digest", Digest.of(device).hex())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void anAddressOfVersionSixIsItsNetwork() {
        assertThat(GuardedSignIn.network("2001:db8::1"))
                .isEqualTo(GuardedSignIn.network("2001:db8:0:0:ffff::2"))
                .isNotEqualTo(GuardedSignIn.network("2001:db8:0:1::1"));
        assertThat(GuardedSignIn.network("192.0.2.7")).isEqualTo("192.0.2.7");
    }
}
