package org.accord.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.accord.documents.SoundFiles;
import org.accord.testing.Answer;
import org.accord.testing.Browser;
import org.accord.testing.Caller;
import org.accord.testing.Chromium;
import org.accord.testing.Multipart;
import org.accord.testing.Visit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.TestPropertySource;

/** The workshops of the plan as activities of IATI, and one that is not published. */
@TestPropertySource(
        properties = {
            "accord.history=classpath:programmes/jpoa-central-asia-history.yaml",
            "accord.iati.address=https://accord.example"
        })
class HistoryActivitiesTests extends PlayedTests {

    private String exported() {
        Answer answer = Caller.as(port, "me-officer").get("/api/v1/activities.xml");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("application/xml");
        return answer.body();
    }

    @Test
    void theFiveWorkshopsOfThePlanAreThereWithWhatTheyCost() {
        String file = exported();
        assertThat(file.split("<iati-activity ").length - 1).isGreaterThanOrEqualTo(5);
        assertThat(file)
                .contains("version=\"2.03\"", "WKS-2013-001", "<value value-date=")
                .contains("European Union", "Европейский союз", "role=\"1\"")
                .doesNotContain("Nominee");
    }

    @Test
    void whatIsExcludedHasAReasonAndIsNotInTheFile() {
        Browser manager = Browser.signedIn(port, "programme-manager");
        manager.get("/reports/iati?lang=en");
        Answer nameless = manager.post("/reports/iati/WKS-2013-001", Map.of("reason", " "));
        assertThat(nameless.status()).isEqualTo(422);
        assertThat(nameless.body()).contains("There is a problem");

        manager.post("/reports/iati/WKS-2013-001", Map.of("reason", "Participants were threatened."));
        assertThat(exported()).doesNotContain("WKS-2013-001");
        assertThat(manager.get("/reports/iati").body()).contains("not published", "Participants were threatened.");
        assertThat(Caller.as(port, "auditor")
                        .get("/api/v1/audit/entries?action=activity.excluded")
                        .items())
                .hasSize(1);

        manager.post("/reports/iati/WKS-2013-001", Map.of("_do", "include"));
        assertThat(exported()).contains("WKS-2013-001");
    }

    @Test
    void anIssuedDocumentIsLinkedAndAnotherIsNot() {
        for (String content : List.of("issued", "ordinary")) {
            Answer added = Caller.as(port, "programme-manager")
                    .upload(
                            "/api/v1/cases/WKS-2013-001/documents",
                            Multipart.file(
                                    "report.pdf",
                                    SoundFiles.pdf(content),
                                    Map.of("title", "Paper " + content, "content", content, "language", "en")));
            assertThat(added.status()).as(added.body()).isEqualTo(201);
        }
        assertThat(exported())
                .contains("https://accord.example/documents/", "Paper issued")
                .doesNotContain("Paper ordinary");
    }

    @ParameterizedTest
    @ValueSource(strings = {"donor.eu", "focal-point.kz", "expert.1"})
    void onlyTheSecretariatExports(String userName) {
        assertThat(Caller.as(port, userName).get("/api/v1/activities.xml").status())
                .isEqualTo(403);
    }

    @Test
    void onlyTheManagerDecides() {
        Browser officer = Browser.signedIn(port, "me-officer");
        officer.get("/reports/iati?lang=en");
        Answer refused = officer.post("/reports/iati/WKS-2013-001", Map.of("reason", "Mine."));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body()).contains("Only the programme manager decides");
    }

    @ParameterizedTest
    @CsvSource({"en,1280,true", "ru,360,true"})
    void thePageLooksRight(String language, int width, boolean scripts) {
        try (Chromium chromium = Chromium.launch()) {
            Visit.as(chromium, port, "programme-manager", language, width, scripts)
                    .open("/reports/iati")
                    .looksRight("iati");
            assertThat(chromium.complaints()).isEmpty();
        }
    }
}
