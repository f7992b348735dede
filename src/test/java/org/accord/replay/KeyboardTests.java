package org.accord.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import org.accord.documents.SoundFiles;
import org.accord.testing.Chromium;
import org.accord.testing.Keys;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** The main journeys by keyboard alone, with scripts and without, in both languages, on a desk and on a phone. */
@DirtiesContext
@TestPropertySource(
        properties = {"accord.history=classpath:programmes/jpoa-central-asia-history.yaml", "accord.test.alone=keyboard"
        })
class KeyboardTests extends PlayedTests {

    private Chromium chromium;

    @BeforeAll
    void launch() {
        chromium = Chromium.launch();
    }

    @AfterAll
    void close() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @AfterEach
    void nothingWasRefusedByThePolicy() {
        assertThat(chromium.complaints()).isEmpty();
    }

    private Keys as(String user, String language, boolean scripts) {
        return Keys.as(chromium, port, user, language, scripts ? 1280 : 360, scripts);
    }

    private static void says(Keys keys, String selector, String text) {
        assertThat(keys.page().locator(selector).first().innerText())
                .as(keys.page().url())
                .contains(text);
    }

    @ParameterizedTest
    @CsvSource({"en, true", "ru, false"})
    void aManagerOpensACaseAndDoesItsFirstTask(String language, boolean scripts) {
        Keys manager = as("programme-manager", language, scripts);
        manager.menu("/cases").skip().space("main details summary");
        manager.choose("#process", "workshop").enter("main details form button");
        manager.skip().enter("ul.waiting a");
        manager.enter("button[name=_do][value=check]");
        assertThat(manager.page().locator(".error-summary li").count()).isPositive();
        manager.fillIn(Map.of()).enter("button[name=_do][value=check]");
        manager.enter("main form[action$=submit] button");
        assertThat(manager.page().locator(".done").count())
                .as(manager.page().url())
                .isPositive();
    }

    @ParameterizedTest
    @CsvSource({"focal-point.kg, en, true", "focal-point.uz, ru, false"})
    void aStateStatesItsPositionWithFewKeys(String user, String language, boolean scripts) {
        Keys focalPoint = as(user, language, scripts);
        focalPoint.page().navigate("/?view=group&q=CLR-2018-001");
        focalPoint.countFromHere().skip().to("a[href='#tasks']").press("Enter").enter("ol.tasks a");
        focalPoint.skip().enter("main button[value=support]");
        focalPoint.skip().enter("main form button");
        assertThat(focalPoint.page().locator(".done").count())
                .as(focalPoint.page().locator("main").innerText())
                .isPositive();
        System.out.printf("from My work to the position in %d keys%n", focalPoint.pressed());
        assertThat(focalPoint.pressed()).isLessThanOrEqualTo(25);
    }

    /** The manager's work goes on to the chief, and from the chief to whoever is asked next. */
    @Test
    void approversDecideOneAfterTheOther() {
        String task = "select task_id from accord.task_inbox where status = 'OPEN' and role = 'CHIEF'";
        Keys chief = as("chief", "en", true);
        chief.page().navigate("/?view=group");
        chief.countFromHere().skip().to("a[href='#tasks']").press("Enter").enter("ol.tasks a");
        String done = jdbc.sql(task).query(String.class).single();
        decide(chief);
        System.out.printf("from My work to the approval in %d keys%n", chief.pressed());
        assertThat(chief.pressed()).isLessThanOrEqualTo(25);
        assertThat(jdbc.sql("select status from accord.task_inbox where task_id = :id")
                        .param("id", done)
                        .query(String.class)
                        .single())
                .isEqualTo("DONE");
    }

    private static void decide(Keys person) {
        person.skip().space("#fields input[type=radio]");
        person.enter("button[name=_do][value=check]").skip().enter("main form[action$=submit] button");
    }

    @ParameterizedTest
    @CsvSource({"focal-point.kz, en, true", "focal-point.tj, ru, false"})
    void somethingIsSaidInADiscussion(String user, String language, boolean scripts) {
        Keys focalPoint = as(user, language, scripts);
        focalPoint.page().navigate("/cases");
        focalPoint.skip().enter("main a[href^='/cases/']").skip().enter("main a[href$='/discussion']");
        focalPoint.skip().type("#text", "By keyboard, as " + user + ".").enter("form[action$='/discussion'] button");
        says(focalPoint, "main", "By keyboard, as " + user + ".");
    }

    @ParameterizedTest
    @CsvSource({"focal-point.kg, en, true", "focal-point.uz, ru, false"})
    void aTaskIsTakenSavedTakenUpAgainAndHandedIn(String user, String language, boolean scripts) {
        Keys focalPoint = as(user, language, scripts);
        focalPoint.page().navigate("/?view=group&q=DLV-2018-001");
        focalPoint.skip().enter("ol.tasks a").skip().enter("form[action$='/claim'] button");
        focalPoint.skip().fillIn(Map.of()).enter("button[name=_do][value=save]");
        focalPoint.page().navigate("/?view=mine");
        focalPoint.skip().enter("ol.tasks a");
        assertThat(focalPoint.page().locator("#fields").innerHTML()).contains("Проба / sample");
        focalPoint.enter("button[name=_do][value=check]").skip().enter("main form[action$=submit] button");
        assertThat(focalPoint.page().locator(".done").count())
                .as(focalPoint.page().locator("main").innerText())
                .isPositive();
    }

    @ParameterizedTest
    @CsvSource({
        "focal-point.kg, deputy.kg, delegation.kg, en, true",
        "focal-point.uz, deputy.uz, delegation.uz, ru, false"
    })
    void anAbsenceIsProposedAndApproved(
            String away, String substitute, String decider, String language, boolean scripts) {
        Keys proposer = as(away, language, scripts);
        proposer.menu("/absences").skip();
        proposer.choose("#substitute", substitute)
                .day("#from", LocalDate.of(2018, 5, 14))
                .day("#until", LocalDate.of(2018, 5, 18))
                .enter("form[action='/absences'] button");
        assertThat(proposer.page().locator("form[action$='/withdraw']").count())
                .as(proposer.page().locator("main").innerText())
                .isPositive();
        Keys approver = as(decider, language, scripts);
        approver.menu("/absences").skip().enter("form[action$='/approve'] button");
        assertThat(jdbc.sql("select status from accord.substitution where principal = :away")
                        .param("away", away)
                        .query(String.class)
                        .list())
                .contains("APPROVED");
    }

    @ParameterizedTest
    @CsvSource({"en, true", "ru, false"})
    void anAuditorFindsAnEntry(String language, boolean scripts) {
        Keys auditor = as("auditor", language, scripts);
        auditor.menu("/audit").skip();
        auditor.type("#case", "CLR-2018-001").enter("form[action='/audit'] button");
        auditor.skip().enter("main a[href^='/audit/entries/']");
        says(auditor, "main", "CLR-2018-001");
    }

    @ParameterizedTest
    @CsvSource({"expert.1, en, true", "expert.2, ru, false"})
    void aMandateIsProposedAndConfirmed(String user, String language, boolean scripts) {
        Keys administrator = as("administrator", language, scripts);
        administrator.menu("/admin").skip().enter("main a[href='/admin/mandates']");
        administrator
                .skip()
                .choose("#userName", user)
                .choose("#role", "CONS")
                .day("#from", LocalDate.of(2018, 6, 1))
                .type("#reason", "By keyboard.")
                .enter("button[name=_do][value=grant]");
        Keys chief = as("chief", language, scripts);
        chief.menu("/admin/mandates").skip().enter("form[action$='/confirm'] button");
        assertThat(jdbc.sql("select count(*) from accord.programme_mandate where user_name = :user and role = 'CONS'")
                        .param("user", user)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"en, true", "ru, false"})
    void somethingIsLookedForAndAReportNarrowed(String language, boolean scripts) {
        Keys manager = as("programme-manager", language, scripts);
        manager.menu("/search").skip();
        manager.type("main input[name=q]", "2018").enter("main form button");
        assertThat(manager.page().locator("main a").count()).isPositive();
        manager.menu("/reports").skip().enter("main a[href^='/reports/coverage']");
        manager.skip().choose("#state", "KZ").enter("main form button");
        assertThat(manager.page().url()).contains("state=KZ");
    }

    @ParameterizedTest
    @CsvSource({"en, true", "ru, false"})
    void aDocumentIsHandedIn(String language, boolean scripts) throws IOException {
        Keys manager = as("programme-manager", language, scripts);
        manager.page().navigate("/cases/WKS-2018-001/documents");
        manager.skip().type("#title", "By keyboard " + language);
        FileChooser chooser = manager.page().waitForFileChooser(() -> manager.space("#file"));
        chooser.setFiles(new FilePayload("agenda.pdf", "application/pdf", SoundFiles.pdf("By keyboard " + language)));
        manager.enter("form[action$='/documents'] button");
        says(manager, "h1", "By keyboard");
    }
}
