package org.accord.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.accord.testing.AccordTest;
import org.accord.testing.Chromium;
import org.accord.testing.Visit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@AccordTest
class PagesInABrowserTests {

    private static Chromium chromium;

    @LocalServerPort
    private int port;

    @BeforeAll
    static void launch() {
        chromium = Chromium.launch();
    }

    @AfterAll
    static void close() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @ParameterizedTest
    @CsvSource({"en,1280,true", "ru,1280,true", "ru,320,true", "en,360,false", "ru,360,false"})
    void aManagerOpensACaseAndDoesItsFirstTask(String language, int width, boolean scripts) {
        Visit visit = Visit.as(chromium, port, "programme-manager", language, width, scripts);
        Page page = visit.page();
        visit.open("/cases").looksRight("cases");
        page.locator("main details summary").first().click();
        page.locator("#process").selectOption("joint-plan");
        page.locator("main details form button").click();
        visit.looksRight("case");
        page.locator("ul.waiting a").first().click();
        visit.looksRight("task");

        page.locator("button[name=_do][value=check]").click();
        assertThat(page.locator(".error-summary li").count()).isPositive();
        assertThat(page.title()).startsWith(language.equals("ru") ? "Ошибка:" : "Error:");
        visit.looksRight("task-with-errors");

        visit.fillIn();
        page.locator("button[name=_do][value=check]").click();
        visit.looksRight("check");
        page.locator("main form[action$=submit] button").click();
        assertThat(page.locator(".done").isVisible()).isTrue();
        visit.looksRight("done");
        assertThat(chromium.complaints()).isEmpty();
        page.context().close();
    }

    @ParameterizedTest
    @CsvSource({"en,1280", "ru,320"})
    void everyOtherPageLooksRight(String language, int width) {
        Visit manager = Visit.as(chromium, port, "programme-manager", language, width, true);
        manager.open("/account").looksRight("account");
        manager.open("/absences").looksRight("absences");
        manager.page().locator("#from").fill("2020-01-01");
        manager.page().locator("form[action$=absences] button").click();
        manager.looksRight("absences-with-errors");
        String day = LocalDate.now(ZoneOffset.UTC).plusDays(width).toString();
        manager.page().locator("#from").fill(day);
        manager.page().locator("#until").fill(day);
        manager.page().locator("#substitute").selectOption("deputy-chief");
        manager.page().locator("form[action$=absences] button").click();
        manager.looksRight("absences-proposed");
        Visit.as(chromium, port, "chief", language, width, true)
                .open("/absences")
                .looksRight("absences-to-decide");
        manager.open("/tasks/none").looksRight("not-found");
        manager.open("/audit").looksRight("not-permitted");
        Visit focalPoint = Visit.as(chromium, port, "focal-point.kz", language, width, true);
        focalPoint.open("/?view=mine").looksRight("inbox-empty");
        manager.open("/cases").page().locator("main details summary").first().click();
        manager.page().locator("#process").selectOption("follow-up");
        manager.page().locator("main details form button").click();
        String followUp = manager.page().url();
        focalPoint.open("/done").looksRight("finished-empty");
        Visit auditor = Visit.as(chromium, port, "auditor", language, width, true);
        auditor.open("/audit").looksRight("audit");
        auditor.open("/audit?case=NONE").looksRight("audit-empty");
        auditor.open("/?view=all").looksRight("inbox-all");
        auditor.page().navigate(followUp);
        auditor.page().locator("a[href*='/report/']").first().click();
        auditor.looksRight("report");
        Visit administrator = Visit.as(chromium, port, "administrator", language, width, true);
        administrator.open("/operations").looksRight("operations");
        administrator.open("/calendars?code=kz").looksRight("calendars");
        assertThat(chromium.complaints()).allMatch(complaint -> complaint.contains("status of 40"));
    }
}
