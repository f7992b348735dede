package org.accord.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.accord.instance.Time;
import org.accord.process.Jobs;
import org.accord.testing.AccordTest;
import org.accord.testing.Answer;
import org.accord.testing.Browser;
import org.accord.testing.Caller;
import org.accord.testing.Chromium;
import org.accord.testing.Hearing;
import org.accord.testing.Proposal;
import org.accord.testing.Visit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A workshop that its chief returns: the manager sees why, changes what is asked, and the chief sees what was changed. */
@AccordTest
class ReturnedProposalTests {

    private static final String REASON = "Two days are enough, and the interpretation is missing.";

    @LocalServerPort
    int port;

    @Autowired
    Jobs jobs;

    @Autowired
    Time time;

    private Proposal proposal;
    private Hearing workshop;

    @BeforeEach
    void aProposalWasCosted() {
        jobs.stop();
        proposal = Proposal.opened(port, jobs, time).reviewed(3).costed(20_000);
        workshop = proposal.workshop();
    }

    @AfterEach
    void goOn() {
        jobs.start();
    }

    private void returned() {
        proposal.does("chief", "approveAsChief", Map.of("decision", "return", "reason", REASON));
    }

    private void changedAndCostedAgain() {
        proposal.reviewed(2)
                .costed(List.of(
                        Map.of("heading", "travel", "lineAmount", 15_000),
                        Map.of("heading", "interpretation", "lineAmount", 4_000)));
    }

    @Test
    void whoWroteItSeesWhyItCameBackAndFindsEverythingAsItWas() {
        returned();

        assertThat(proposal.page("programme-manager", "writeProposal", "en"))
                .contains(
                        "It came back",
                        REASON,
                        "Return for changes",
                        "Border services exchange what they know.</textarea>")
                .contains("value=\"" + proposal.firstDay() + "\"");
        assertThat(proposal.page("programme-manager", "writeProposal", "ru")).contains("Задача возвращена", REASON);
    }

    @Test
    void whoApprovesSeesWhatWasChangedAndNothingElse() {
        returned();
        assertThat(proposal.page("programme-manager", "writeProposal", "en"))
                .as("is no link of a chain")
                .doesNotContain("Who has to agree");
        changedAndCostedAgain();

        String page = proposal.page("chief", "approveAsChief", "en");
        assertThat(page)
                .contains("What changed in “Write proposal”", "What changed in “Prepare cost plan”")
                .contains("<del>21,400</del>", "<ins>20,330</ins>", "Lines of the cost plan 2: Heading", "no answer")
                .doesNotContain("<del>Border services exchange what they know.</del>")
                .doesNotContain("It came back", "What changed in “Review technically”")
                .as("and decides anew")
                .doesNotContain("checked=\"checked\"");
        assertThat(proposal.page("chief", "approveAsChief", "ru"))
                .contains("Что изменилось: «Подготовить смету", "нет ответа");
    }

    @Test
    void anyTwoVersionsCanBeComparedLater() {
        returned();
        changedAndCostedAgain();
        Browser auditor = Browser.signedIn(port, "auditor");
        String cases = "/cases/" + workshop.key();
        String page = auditor.get(cases + "?lang=en").body();
        List<String> links = Pattern.compile(cases + "/submissions/compare\\?from=([0-9]+)&amp;to=([0-9]+)")
                .matcher(page)
                .results()
                .map(MatchResult::group)
                .map(link -> link.replace("&amp;", "&"))
                .toList();

        assertThat(links).as("the proposal, two reviews and the cost plan").hasSizeGreaterThanOrEqualTo(2);
        String costs = links.get(links.size() - 1);
        assertThat(auditor.get(costs + "&lang=en").body())
                .contains("What changed in “Prepare cost plan”", "<del>21,400</del>", "<ins>20,330</ins>");
        assertThat(auditor.get(costs + "&lang=ru").body()).contains("Сравнить", "Что изменилось");
        String to = costs.replaceFirst(".*to=([0-9]+).*", "$1");
        String same = auditor.get(cases + "/submissions/compare?from=" + to + "&to=" + to + "&lang=en")
                .body();
        assertThat(same).contains("The answers are the same.").doesNotContain("<del>");
        String proposalNumber = links.get(0).replaceFirst(".*from=([0-9]+).*", "$1");
        Answer others = auditor.get(cases + "/submissions/compare?from=" + proposalNumber + "&to=" + to + "&lang=en");
        assertThat(others.status()).isEqualTo(422);
        assertThat(others.body()).contains("are not versions of the same paper");
        assertThat(auditor.get(cases + "/submissions/compare?from=1&to=9999999").status())
                .isEqualTo(404);
    }

    @Test
    void everyApproverSeesTheWholeChainAndWhoHasAgreed() {
        String chief = proposal.page("chief", "approveAsChief", "en");
        assertThat(chief).contains("Who has to agree", "You do not need a limit that covers the total");
        assertThat(links(chief))
                .containsExactly(
                        "● Chief of unit – is asked now",
                        "○ Political affairs officer – after those before",
                        "○ Donor – after those before",
                        "○ Host State – after those before",
                        "○ Certifying officer – after those before");

        proposal.approvedBy("chief", "approveAsChief");

        List<String> links = links(proposal.page("political-officer", "approveAsPoliticalOfficer", "en"));
        assertThat(links.get(0)).startsWith("✓ Chief of unit – agreed (Chief of unit, ");
        assertThat(links.get(1)).isEqualTo("● Political affairs officer – is asked now");
        assertThat(proposal.page("programme-manager", "approveAsPoliticalOfficer", "ru"))
                .contains("Чье согласие требуется", "согласие дано");
    }

    private static List<String> links(String page) {
        String chain = page.substring(page.indexOf("<ol class=\"chain\">"), page.indexOf("</ol>"));
        return Stream.of(chain.split("</li>"))
                .map(link ->
                        link.replaceAll("<[^>]*>", "").replaceAll("\\s+", " ").strip())
                .filter(link -> !link.isEmpty())
                .toList();
    }

    @Test
    void whatWasComputedIsComputedAnew() {
        returned();
        proposal.reviewed(2);

        JsonNode task = workshop.task("programme-manager", "prepareCostPlan");
        JsonNode data = Caller.as(port, "programme-manager")
                .get("/api/v1/tasks/" + task.path("id").asText())
                .json()
                .path("data");
        assertThat(data.at("/lines/0/lineAmount").asInt()).isEqualTo(20_000);
        assertThat(data.has("amount") || data.has("supportCosts")).isFalse();
    }

    @Test
    void aProposalHandedInAgainUnchangedIsToldToBeSo() {
        returned();
        proposal.reviewed(3).costed(20_000);

        assertThat(proposal.page("chief", "approveAsChief", "en"))
                .contains("It was handed in again, and nothing was changed.");
    }

    @ParameterizedTest
    @CsvSource({
        "EU, NOK, agreementCurrency:notAnOption",
        "EU, EUR, ",
        "NMFA, NOK, ",
        "UNPDF, EUR, agreementCurrency:notAnOption"
    })
    void aCurrencyThatTheAgreementWithTheDonorDoesNotKnowIsRefused(String donor, String currency, String violation) {
        returned();
        proposal.reviewed(3);
        Map<String, Object> plan = Proposal.costPlan(List.of(Map.of("heading", "travel", "lineAmount", 5_000)));
        plan.put("donor", donor);
        plan.put("agreementCurrency", currency);
        Answer answer =
                workshop.complete("programme-manager", workshop.task("programme-manager", "prepareCostPlan"), plan);
        assertThat(answer.status()).isEqualTo(violation == null ? 200 : 422);
        if (violation != null) {
            assertThat(answer.violations()).containsExactly(violation);
        }
    }

    @ParameterizedTest
    @CsvSource({"-1, endDate:tooEarly", "400, endDate:tooLate"})
    void daysInTheWrongOrderOrInAnotherYearAreRefused(int days, String violation) {
        returned();
        Answer refused = workshop.complete(
                "programme-manager", workshop.task("programme-manager", "writeProposal"), proposal.of(days));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.violations()).containsExactly(violation);
    }

    @ParameterizedTest
    @CsvSource({"en,1280,true", "ru,360,false"})
    void bothPagesLookRight(String language, int width, boolean scripts) {
        returned();
        String back =
                workshop.task("programme-manager", "writeProposal").path("id").asText();
        try (Chromium chromium = Chromium.launch()) {
            Visit.as(chromium, port, "programme-manager", language, width, scripts)
                    .open("/tasks/" + back)
                    .looksRight("task-returned");
            changedAndCostedAgain();
            String again = workshop.task("chief", "approveAsChief").path("id").asText();
            Visit.as(chromium, port, "chief", language, width, scripts)
                    .open("/tasks/" + again)
                    .looksRight("task-changed");
            String compare = Browser.signedIn(port, "auditor")
                    .get("/cases/" + workshop.key())
                    .body()
                    .replaceFirst("(?s).*href=\"([^\"]*/submissions/compare[^\"]*)\".*", "$1")
                    .replace("&amp;", "&");
            Visit.as(chromium, port, "auditor", language, width, scripts)
                    .open(compare)
                    .looksRight("case-submissions");
            assertThat(chromium.complaints()).isEmpty();
        }
    }
}
