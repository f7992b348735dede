package org.accord.texts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.accord.core.Actor;
import org.accord.testing.Answer;
import org.accord.testing.Browser;
import org.accord.testing.Chromium;
import org.accord.testing.HttpTest;
import org.accord.testing.Visit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@HttpTest
class TextPagesTests {

    @LocalServerPort
    int port;

    @Autowired
    Texts texts;

    private Charter revised() {
        Charter charter = Charter.drafted(port);
        charter.revised(
                "consultant",
                Map.of("en", Charter.DRAFT.replace("yearly", "every year") + "\n\n<script>alert(1)</script> & more."));
        return charter;
    }

    @Test
    void theCaseLeadsToItsText() {
        Charter charter = Charter.drafted(port);
        assertThat(Browser.signedIn(port, "donor.eu")
                        .get("/cases/" + charter.key())
                        .body())
                .contains("href=\"/cases/" + charter.key() + "/texts\"")
                .doesNotContain("yearly");
    }

    @Test
    void whereThereIsNothingToReadThePageSaysWhyAndWhatComesNext() {
        Charter charter = Charter.drafted(port);
        Answer page = Browser.signedIn(port, "donor.eu").get("/cases/" + charter.key() + "/texts?lang=en");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains("There is no text here that you may read.")
                .doesNotContain("<table");
    }

    @Test
    void versionsAreListedWithStatusLanguagesAndDigest() {
        Charter charter = revised();
        texts.release(Actor.system("tests"), charter.key());
        TextVersion locked = texts.lock(Actor.system("tests"), charter.key(), charter.key() + ".silence");
        Browser browser = Browser.signedIn(port, "focal-point.kz");
        assertThat(browser.get("/cases/" + charter.key() + "/texts?lang=en").body())
                .contains(
                        charter.key() + "/Rev.1", "English", "Russian", "locked while a decision runs", locked.digest())
                .contains("href=\"/decisions/" + charter.key() + ".silence\"")
                .contains("<option value=\"1\" selected=\"selected\">" + charter.key() + "</option>");
        assertThat(browser.get("/cases/" + charter.key() + "/texts?lang=ru").body())
                .contains("Английский", "Русский", "заблокирован на время принятия решения", "проект");
    }

    @Test
    void aVersionStandsInAllItsLanguagesEachMarkedAsSuch() {
        Charter charter = revised();
        Answer page = Browser.signedIn(port, "focal-point.kz").get("/cases/" + charter.key() + "/texts/2?lang=ru");
        assertThat(page.body())
                .contains("КОНФИДЕНЦИАЛЬНО")
                .contains("<div class=\"text\" lang=\"en\"><p>The States agree to meet every year.</p>")
                .contains("<div class=\"text\" lang=\"ru\"><p>Государства договариваются встречаться ежегодно.</p>")
                .contains("<p>&lt;script&gt;alert(1)&lt;/script&gt; &amp; more.</p>");
    }

    @Test
    void aComparisonMarksWhatChangedAlsoForThoseWhoHearIt() {
        Charter charter = revised();
        Answer page = Browser.signedIn(port, "focal-point.kz")
                .get("/cases/" + charter.key() + "/texts/compare?from=1&to=2&lang=en");
        assertThat(page.body())
                .contains("The States agree to meet <del><span class=\"visually-hidden\" lang=\"en\">[deleted] </span>"
                        + "yearly<span class=\"visually-hidden\" lang=\"en\"> [end of the deletion]</span></del>"
                        + "<ins><span class=\"visually-hidden\" lang=\"en\">[inserted] </span>every year"
                        + "<span class=\"visually-hidden\" lang=\"en\"> [end of the insertion]</span></ins>.</p>")
                .contains("No difference in this language.")
                .doesNotContain("<script>alert");
    }

    @Test
    void whatMayNotBeReadIsNotFound() {
        Charter charter = revised();
        for (String path : List.of("/1", "/9", "/compare?from=1&to=2")) {
            Answer page = Browser.signedIn(port, "donor.eu").get("/cases/" + charter.key() + "/texts" + path);
            assertThat(page.status()).isEqualTo(404);
            assertThat(page.body()).doesNotContain("yearly");
        }
    }

    @Test
    void thePapersPointToTheTextInsteadOfRepeatingIt() {
        Charter charter = Charter.drafted(port);
        assertThat(Browser.signedIn(port, "chair")
                        .get("/cases/" + charter.key() + "?lang=en")
                        .body())
                .contains("The text that was handed in stands among the versions")
                .doesNotContain("Text (English)")
                .doesNotContain("yearly");
    }

    @Test
    void thePagesAreReadableOnAPhoneAndOnADesk() {
        Charter charter = revised();
        String path = "/cases/" + charter.key() + "/texts";
        try (Chromium chromium = Chromium.launch()) {
            for (int width : new int[] {360, 1280}) {
                Visit visit = Visit.as(chromium, port, "focal-point.kz", "ru", width, true);
                visit.open(path).looksRight("texts");
                visit.open(path + "/2").looksRight("text");
                visit.open(path + "/compare?from=1&to=2").looksRight("text-changes");
                double first = visit.page().locator(".texts > section").nth(0).boundingBox().y;
                double second = visit.page().locator(".texts > section").nth(1).boundingBox().y;
                assertThat(second > first).isEqualTo(width == 360);
            }
        }
    }
}
