package org.accord.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.accord.documents.SoundFiles;
import org.accord.testing.Answer;
import org.accord.testing.Browser;
import org.accord.testing.Caller;
import org.accord.testing.Chromium;
import org.accord.testing.Multipart;
import org.accord.testing.Visit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.context.TestPropertySource;

/** The board and the initiatives after the programme of 2010 to 2018 was played. */
@TestPropertySource(properties = "accord.history=classpath:programmes/jpoa-central-asia-history.yaml")
class HistoryBoardTests extends PlayedTests {

    private static final Chromium CHROMIUM = Chromium.launch();

    @AfterAll
    static void close() {
        CHROMIUM.close();
    }

    private Caller as(String userName) {
        return Caller.as(port, userName);
    }

    private JsonNode row(String state) {
        return as("focal-point.kz").get("/api/v1/board").json().path("rows").findParents("state").stream()
                .filter(row -> row.path("state").asText().equals(state))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void allInitiativesOfTheProgrammeAreThere() {
        assertThat(as("focal-point.kz").get("/api/v1/initiatives").items()).hasSize(25);
        assertThat(as("donor.eu").get("/api/v1/initiatives?pillar=II").items())
                .hasSize(6)
                .allSatisfy(item -> assertThat(item.path("pillar").asText()).isEqualTo("II"));
    }

    @ParameterizedTest
    @CsvSource({"I-01", "I-02", "II-01", "II-02", "I-05"})
    void eachOfTheFiveWorkshopsOfThePlanIsFoundAtTheInitiativeThatItServed(String code) {
        JsonNode initiative =
                as("programme-manager").get("/api/v1/initiatives/" + code).json();
        assertThat(initiative.path("cases").findValuesAsText("process")).contains("workshop", "workshop-delivery");
        assertThat(initiative.path("cases"))
                .anySatisfy(work -> assertThat(work.path("outcome").asText()).isEqualTo("closedWithReport"));
        assertThat(initiative.path("stage").asText()).isNotEqualTo("planned");
    }

    @ParameterizedTest
    @CsvSource({"I-01", "I-02", "II-01", "II-02", "I-05"})
    void anInitiativeListsTheActionsThatFollowFromItsWorkshops(String code) {
        JsonNode actions = as("programme-manager")
                .get("/api/v1/initiatives/" + code)
                .json()
                .path("followUp");
        assertThat(actions).hasSize(2).allSatisfy(action -> {
            assertThat(action.path("title").asText()).isNotBlank();
            assertThat(action.path("owner").asText()).isNotBlank();
            assertThat(action.path("due").asText()).matches("201[3-8]-\\d\\d-\\d\\d");
            assertThat(action.path("case").asText()).startsWith("DLV-");
        });
        assertThat(actions.findValuesAsText("due")).isSorted();
        String page = Browser.signedIn(port, "programme-manager")
                .get("/initiatives/" + code + "?lang=ru")
                .body();
        assertThat(page).contains("Последующие меры");
        actions.forEach(action -> assertThat(page).contains(action.path("title").asText()));
    }

    @Test
    void anInitiativeListsWhatWasIssuedWithItsWorkshopsAndNothingThatWasNot() {
        String key = as("programme-manager")
                .get("/api/v1/initiatives/I-02")
                .json()
                .at("/cases/0/case")
                .asText();
        attach(key, "Summary for the public", "issued");
        attach(key, "Draft of the summary", "ordinary");

        JsonNode documents =
                as("programme-manager").get("/api/v1/initiatives/I-02").json().path("documents");
        assertThat(documents.findValuesAsText("title")).containsExactly("Summary for the public");
        assertThat(as("programme-manager")
                        .get(documents.get(0).path("address").asText())
                        .status())
                .isEqualTo(200);
        assertThat(Browser.signedIn(port, "programme-manager")
                        .get("/initiatives/I-02?lang=ru")
                        .body())
                .contains("Изданные документы", "Summary for the public", "Английский")
                .doesNotContain("Draft of the summary");
    }

    private void attach(String key, String title, String content) {
        Answer answer = as("programme-manager")
                .upload(
                        "/api/v1/cases/" + key + "/documents",
                        Multipart.file(
                                "summary.pdf",
                                SoundFiles.pdf(title),
                                Map.of("title", title, "content", content, "language", "en")));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    }

    @Test
    void anInitiativeTellsHowItsFollowUpRatedIt() {
        assertThat(as("donor.eu")
                        .get("/api/v1/initiatives/I-05")
                        .json()
                        .path("rating")
                        .asText())
                .isEqualTo("green");
        assertThat(as("donor.eu")
                        .get("/api/v1/initiatives/II-02")
                        .json()
                        .path("rating")
                        .isNull())
                .as("is not rated yet")
                .isTrue();
        assertThat(Browser.signedIn(port, "donor.eu")
                        .get("/initiatives/I-05?lang=ru")
                        .body())
                .contains("идет по плану");
        assertThat(Browser.signedIn(port, "donor.eu")
                        .get("/initiatives?pillar=I&lang=en")
                        .body())
                .containsOnlyOnce("on track");
    }

    @Test
    void theBoardTellsWhoAdoptedThePlanAndWhoObserves() {
        assertThat(row("KZ").path("standing").asText()).isEqualTo("ADOPTED");
        assertThat(row("UZ").path("standing").asText()).isEqualTo("OBSERVER");
        assertThat(row("KZ").at("/cells/IV/stages").findValuesAsText("stage")).contains("planned");
        assertThat(row("UZ").at("/cells/IV/stages").findValuesAsText("stage"))
                .as("an observer takes part only in what is under way")
                .doesNotContain("planned");
    }

    @Test
    void everyInitiativeCountsOnceInAStateThatAdoptedThePlan() {
        int counted = 0;
        for (JsonNode cell : row("TJ").path("cells")) {
            for (JsonNode share : cell.path("stages")) {
                counted += share.path("count").asInt();
            }
        }
        assertThat(counted).isEqualTo(25);
    }

    @ParameterizedTest
    @CsvSource({"/api/v1/initiatives?pillar=V, pillar:notAnOption", "/api/v1/initiatives?stage=done, stage:notAnOption"
    })
    void whatIsNoPillarOrStageIsRefusedByItsName(String path, String violation) {
        Answer refused = as("chief").get(path);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.violations()).containsExactly(violation);
    }

    @Test
    void anUnknownInitiativeIsNotFoundAndNobodyReadsWithoutSigningIn() {
        Answer unknown = as("focal-point.kz").get("/api/v1/initiatives/V-01");
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.code()).isEqualTo("noSuchInitiative");
        assertThat(Browser.signedIn(port, "focal-point.kz")
                        .get("/initiatives/V-01?lang=ru")
                        .body())
                .contains("В программе нет инициативы V-01.");
        assertThat(Caller.nobody(port).get("/api/v1/board").status()).isEqualTo(401);
    }

    @Test
    void aManagerProposesAWorkshopFromItsInitiativeAndFindsItsFormFilledIn() {
        Browser manager = Browser.signedIn(port, "programme-manager");
        assertThat(manager.get("/initiatives/IV-02?lang=en").body()).contains("Propose a workshop");
        String location =
                "" + manager.post("/initiatives/IV-02/workshops", Map.of()).header("Location");

        String key = location.substring(location.lastIndexOf('/') + 1);
        assertThat(key).startsWith("WKS-");
        JsonNode initiative = as("chief").get("/api/v1/initiatives/IV-02").json();
        assertThat(initiative.path("stage").asText()).isEqualTo("proposed");
        assertThat(initiative.path("waitingFor").findValuesAsText("name")).containsExactly("Select initiative");
        String task = as("programme-manager")
                .get("/api/v1/tasks?view=all&case=" + key)
                .items()
                .get(0)
                .path("id")
                .asText();
        assertThat(manager.get("/tasks/" + task).body())
                .contains("<option value=\"IV-02\" selected", "<option value=\"IV\" selected");
    }

    @Test
    void whoCannotProposeAWorkshopIsNotInvitedTo() {
        Browser focalPoint = Browser.signedIn(port, "focal-point.kz");
        assertThat(focalPoint.get("/initiatives/II-01?lang=en").body()).doesNotContain("Propose a workshop");
        assertThat(focalPoint.post("/initiatives/II-01/workshops", Map.of()).status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({"en,1280,true", "ru,1280,true", "ru,320,false", "en,360,false"})
    void thePagesLookRight(String language, int width, boolean scripts) {
        Visit visit = Visit.as(CHROMIUM, port, "focal-point.kz", language, width, scripts);
        visit.open("/board").looksRight("board");
        visit.page().locator("main table a.share").first().click();
        visit.looksRight("initiatives");
        visit.open("/initiatives?stage=suspended").looksRight("initiatives-empty");
        visit.open("/initiatives/II-02").looksRight("initiative");
        visit.open("/initiatives/IV-04").looksRight("initiative-empty");
        assertThat(List.copyOf(CHROMIUM.complaints())).isEmpty();
        visit.page().context().close();
    }
}
