package org.accord.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.accord.testing.Answer;
import org.accord.testing.Browser;
import org.accord.testing.Caller;
import org.accord.testing.Chromium;
import org.accord.testing.Visit;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.context.TestPropertySource;

/** The papers that Accord writes from what was handed in for the first workshop of the plan. */
@TestPropertySource(properties = "accord.history=classpath:programmes/jpoa-central-asia-history.yaml")
class HistoryPapersTests extends PlayedTests {

    private String proposal;
    private String delivery;

    @BeforeAll
    void findTheFirstWorkshop() {
        proposal = oldest("workshop");
        delivery = oldest("workshop-delivery");
    }

    private String oldest(String process) {
        return jdbc.sql(
                        "select case_key from accord.case_file where process_key = :process and outcome in ('approved', 'closedWithReport') order by case_key limit 1")
                .param("process", process)
                .query(String.class)
                .single();
    }

    private String of(String kind) {
        return "/cases/" + (kind.equals("concept-note") ? proposal : delivery) + "/papers/" + kind;
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getDocumentCatalog().getLanguage()).isNotBlank();
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "concept-note, Concept note, Концептуальная записка, UNCLASSIFIED, БЕЗ ГРИФА",
        "note-verbale, Note verbale, Вербальная нота, UNCLASSIFIED, БЕЗ ГРИФА",
        "participants, List of participants, Список участников, CONFIDENTIAL, КОНФИДЕНЦИАЛЬНО",
        "report, does not represent the views, не выражает мнения, UNCLASSIFIED, БЕЗ ГРИФА",
        "donor-pack, Report to the donor, Отчет донору, UNCLASSIFIED, БЕЗ ГРИФА",
    })
    void everyPaperIsAPageAndAPdfInBothLanguages(
            String kind, String english, String russian, String marking, String markingInRussian) throws IOException {
        Browser manager = Browser.signedIn(port, "programme-manager");
        for (Map.Entry<String, List<String>> language : Map.of(
                        "en", List.of(english, marking), "ru", List.of(russian, markingInRussian))
                .entrySet()) {
            Answer page = manager.get(of(kind) + "/" + language.getKey());
            assertThat(page.status()).as(kind).isEqualTo(200);
            assertThat(page.body()).contains(language.getValue()).contains("lang=\"" + language.getKey() + "\"");
            byte[] pdf = manager.bytes(of(kind) + "/" + language.getKey() + ".pdf");
            assertThat(text(pdf)).contains(language.getValue());
        }
    }

    @ParameterizedTest
    @CsvSource({"press-release, en", "report, de"})
    void aPaperThatThereIsNotIsToldSo(String kind, String language) {
        Browser manager = Browser.signedIn(port, "programme-manager");
        manager.get("/cases/" + delivery + "/papers?lang=en");
        Answer none = manager.get("/cases/" + delivery + "/papers/" + kind + "/" + language);
        assertThat(none.status()).isEqualTo(404);
        assertThat(none.body()).contains("The paper “" + kind + "” cannot be written");
    }

    @Test
    void aNoteGoesToEveryStateThatIsInvited() throws IOException {
        String notes = text(Browser.signedIn(port, "political-officer").bytes(of("note-verbale") + "/en.pdf"));
        assertThat(notes)
                .contains("Republic of Kazakhstan", "Kyrgyz Republic", "Republic of Tajikistan", "Turkmenistan");
    }

    @Test
    void theListNamesNomineesToTheSecretariatAndToTheirOwnState() {
        assertThat(Browser.signedIn(port, "programme-manager")
                        .get(of("participants") + "/en")
                        .body())
                .contains("Kazakhstan", "Kyrgyzstan", "Nominee 4");
        assertThat(Browser.signedIn(port, "focal-point.kz")
                        .get(of("participants") + "/en")
                        .body())
                .contains("Kazakhstan")
                .doesNotContain("Kyrgyzstan");
        assertThat(Browser.signedIn(port, "donor.eu")
                        .get(of("participants") + "/en")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void theReportToTheDonorTellsWhatWasPlannedAndWhatWasSpent() {
        assertThat(Browser.signedIn(port, "programme-manager")
                        .get(of("donor-pack") + "/en")
                        .body())
                .contains("Planned costs", "Certified expenditure", "84,100")
                .doesNotContain(">true<");
    }

    @Test
    void whoGetsAPaperThatNamesPeopleIsRecorded() {
        Browser.signedIn(port, "political-officer").get(of("participants") + "/ru");
        assertThat(Caller.as(port, "auditor")
                        .get("/api/v1/audit/entries?action=paper.read&actor=political-officer")
                        .items())
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"report/de", "poem/en", "participants/en/more"})
    void whatIsNoPaperIsNotFound(String address) {
        assertThat(Browser.signedIn(port, "programme-manager")
                        .get("/cases/" + delivery + "/papers/" + address)
                        .status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"en,1280,true", "ru,360,true"})
    void thePagesLookRight(String language, int width, boolean scripts) {
        try (Chromium chromium = Chromium.launch()) {
            Visit visit = Visit.as(chromium, port, "programme-manager", language, width, scripts)
                    .open("/cases/" + delivery + "/papers")
                    .looksRight("papers");
            for (String kind : List.of("concept-note", "note-verbale", "participants", "report", "donor-pack")) {
                visit.open(of(kind) + "/" + language).looksRight("paper-" + kind);
            }
            assertThat(chromium.complaints()).isEmpty();
        }
    }
}
