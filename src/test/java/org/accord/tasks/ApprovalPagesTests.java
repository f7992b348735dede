package org.accord.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.accord.instance.Time;
import org.accord.process.Jobs;
import org.accord.testing.AccordTest;
import org.accord.testing.Answer;
import org.accord.testing.Browser;
import org.accord.testing.Chromium;
import org.accord.testing.Proposal;
import org.accord.testing.Visit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Approving from the inbox: one in three clicks, several at once with a result for each. */
@AccordTest
class ApprovalPagesTests {

    private static final int HEAVIEST = 60 * 1024;

    @LocalServerPort
    int port;

    @Autowired
    Jobs jobs;

    @Autowired
    Time time;

    private Proposal one;
    private Proposal other;

    @BeforeEach
    void twoProposalsWait() {
        jobs.stop();
        one = Proposal.opened(port, jobs, time).reviewed(2).costed(5_000);
        other = Proposal.opened(port, jobs, time).reviewed(3).costed(8_000);
    }

    @AfterEach
    void goOn() {
        jobs.start();
    }

    private static String chosen(Proposal proposal) {
        var task = proposal.workshop().task("chief", "approveAsChief");
        return task.path("id").asText() + "@" + task.path("version").asInt();
    }

    @Test
    void whatCameOfEachIsToldOneByOne() {
        Browser chief = Browser.signedIn(port, "chief");
        assertThat(chief.get("/approvals?lang=en").body())
                .contains("Several approvals at once", one.key(), other.key(), "5,350 US dollars", "Kazakhstan");
        String first = chosen(one);
        String second = chosen(other);
        one.approvedBy("chief", "approveAsChief");

        Answer decided =
                chief.post("/approvals", Map.of("task", first + "," + second, "decision", "approve", "_do", "submit"));
        jobs.runDue();

        assertThat(decided.status()).isEqualTo(302);
        assertThat(chief.get("/approvals").body())
                .contains("What came of each", "decided</strong>", "not decided:</strong>")
                .contains("has been done or withdrawn already");
        assertThat(other.waiting()).containsExactly("giveHostConcurrence");
    }

    @ParameterizedTest
    @CsvSource({
        "true,,,Choose",
        "false,approve,,Choose",
        "true,reject,,Enter",
    })
    void whatIsMissingIsSaidAtItsPlaceAndNothingIsDecided(boolean choose, String decision, String reason, String said) {
        Browser chief = Browser.signedIn(port, "chief");
        chief.get("/approvals?lang=en");

        Answer answer = chief.post(
                "/approvals",
                Map.of(
                        "task",
                        choose ? chosen(one) : "",
                        "decision",
                        decision == null ? "" : decision,
                        "reason",
                        reason == null ? "" : reason,
                        "_do",
                        "submit"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("There is a problem", "class=\"field-error\"");
        assertThat(one.waiting()).containsExactly("approveAsChief");
    }

    @Test
    void nobodyElseFindsThemThere() {
        assertThat(Browser.signedIn(port, "programme-manager")
                        .get("/approvals?lang=en")
                        .body())
                .contains("Nothing waits for your approval.")
                .doesNotContain(one.key());
        Browser donor = Browser.signedIn(port, "donor.no");
        donor.get("/approvals");
        donor.post(
                "/approvals",
                Map.of("task", chosen(one) + ",unheard-of@1", "decision", "approve", "reason", "", "_do", "submit"));
        assertThat(donor.get("/approvals").body().split("not decided:")).hasSize(3);
        assertThat(one.waiting()).containsExactly("approveAsChief");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ru"})
    void theDecisionPageIsLight(String language) {
        assertThat(one.page("chief", "approveAsChief", language).getBytes(StandardCharsets.UTF_8))
                .hasSizeLessThan(HEAVIEST);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void fromTheInboxToTheDecisionAreThreeClicks(boolean scripts) {
        try (Chromium chromium = Chromium.launch()) {
            var page = Visit.as(chromium, port, "chief", "en", 1280, scripts).page();
            page.navigate("/?view=group&q=" + one.key());
            page.locator("ol.tasks a").first().click();
            page.locator("label", new com.microsoft.playwright.Page.LocatorOptions().setHasText("Approve"))
                    .first()
                    .locator("input")
                    .check();
            page.locator("button[value=check]").click();
            page.locator("main form button").last().click();
            assertThat(page.locator(".done").isVisible()).isTrue();
            jobs.runDue();
            assertThat(one.waiting()).containsExactly("giveHostConcurrence");
        }
    }

    @ParameterizedTest
    @CsvSource({"en,1280,true", "ru,360,true", "ru,360,false"})
    void severalAreDecidedInABrowser(String language, int width, boolean scripts) {
        try (Chromium chromium = Chromium.launch()) {
            Visit visit = Visit.as(chromium, port, "chief", language, width, scripts)
                    .open("/approvals")
                    .looksRight("approvals");
            var page = visit.page();
            page.locator("input[value='" + chosen(one) + "']").check();
            page.locator("input[value='" + chosen(other) + "']").check();
            page.locator("input[value=return]").check();
            page.locator("button[value=check]").click();
            visit.looksRight("approvals-reason-missing");
            assertThat(page.locator(".error-summary").isVisible()).isTrue();
            assertThat(page.locator("input[type=checkbox]:checked").count()).isEqualTo(2);
            page.fill("#reason", "The dates clash with a summit.");
            page.locator("button[value=check]").click();
            visit.looksRight("approvals-check");
            page.locator("button[value=change]").click();
            assertThat(page.locator("#reason").inputValue()).isEqualTo("The dates clash with a summit.");
            page.locator("button[value=check]").click();
            page.locator("button[value=submit]").click();
            visit.looksRight("approvals-decided");
            jobs.runDue();
            assertThat(one.waiting()).containsExactly("writeProposal");
            assertThat(other.waiting()).containsExactly("writeProposal");
            assertThat(chromium.complaints()).isEmpty();
        }
    }
}
