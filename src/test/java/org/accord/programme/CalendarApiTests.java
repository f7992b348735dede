package org.accord.programme;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.accord.testing.AccordTest;
import org.accord.testing.Answer;
import org.accord.testing.Browser;
import org.accord.testing.Caller;
import org.accord.testing.Counts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reading calendars, and who may change them how; on days far from those that other tests count. */
@AccordTest
class CalendarApiTests {

    private static final Map<String, String> NAME = Map.of("en", "Day of mourning", "ru", "День траура");
    private static final String DAYS = "/api/v1/calendars/kz/days";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @AfterEach
    void theCalendarIsAsBefore() {
        jdbc.sql("delete from accord.calendar_day").update();
    }

    private Caller as(String userName) {
        return Caller.as(port, userName);
    }

    private static Map<String, Object> day(String day) {
        return Map.of("day", day, "name", NAME, "off", true);
    }

    @Test
    void everybodyReadsTheCalendarsInWords() {
        List<JsonNode> calendars = as("donor.eu").get("/api/v1/calendars").items();
        assertThat(calendars)
                .extracting(calendar -> calendar.path("code").asText())
                .contains("un", "kz", "uz");
        assertThat(calendars.get(0).path("secretariat").asBoolean()).isTrue();
        JsonNode year = as("donor.eu").get("/api/v1/calendars/kz?year=2026").json();
        assertThat(year.path("days"))
                .anyMatch(day -> day.path("day").asText().equals("2026-12-16")
                        && day.path("name").path("ru").asText().equals("День независимости"));
        String page = Browser.signedIn(port, "focal-point.kz")
                .get("/calendars?code=kz&year=2026&lang=en")
                .body();
        assertThat(page)
                .contains("Independence Day")
                .contains("16 December 2026")
                .contains("Wednesday");
        assertThat(page).doesNotContain("Add a day");
    }

    @Test
    void anAdministratorAddsADayAndTakesItAway() {
        Answer added = as("administrator").post(DAYS, day("2088-05-10"));
        assertThat(added.status()).isEqualTo(201);
        assertThat(added.json().path("days"))
                .anyMatch(day -> day.path("day").asText().equals("2088-05-10")
                        && day.path("added").asBoolean()
                        && day.path("off").asBoolean());
        assertThat(as("administrator").post(DAYS, day("2088-05-10")).code()).isEqualTo("calendarDayKnown");
        assertThat(as("administrator")
                        .send("DELETE", DAYS + "/2088-05-10", null)
                        .status())
                .isEqualTo(204);
        assertThat(as("administrator")
                        .send("DELETE", DAYS + "/2088-05-10", null)
                        .code())
                .isEqualTo("noSuchCalendarDay");
        assertThat(as("auditor").get("/api/v1/audit/entries?limit=10").body())
                .contains("calendar.dayAdded")
                .contains("calendar.dayRemoved")
                .contains("Day of mourning");
    }

    @Test
    void aDayOfTheFileCannotBeTakenAwayButBeWorked() {
        assertThat(as("administrator")
                        .send("DELETE", DAYS + "/2088-12-16", null)
                        .code())
                .isEqualTo("noSuchCalendarDay");
        Map<String, Object> worked = new HashMap<>(day("2088-12-16"));
        worked.put("off", false);
        JsonNode days = as("administrator").post(DAYS, worked).json().path("days");
        assertThat(days)
                .filteredOn(day -> day.path("day").asText().equals("2088-12-16"))
                .hasSize(1)
                .allMatch(day -> !day.path("off").asBoolean());
    }

    @ParameterizedTest
    @ValueSource(strings = {"programme-manager", "head-of-mission", "focal-point.kz", "auditor", "donor.eu"})
    void nobodyElseChangesACalendar(String userName) {
        Map<String, Long> before = Counts.of(jdbc);
        assertThat(as(userName).post(DAYS, day("2088-05-10")).code()).isEqualTo("notPermitted");
        assertThat(as(userName).send("DELETE", DAYS + "/2088-05-10", null).code())
                .isEqualTo("notPermitted");
        Answer page = onThePage(userName)
                .post("/calendars/kz/days", Map.of("day", "2088-05-10", "name.en", "x", "name.ru", "x", "off", "true"));
        assertThat(page.status()).isEqualTo(403);
        assertThat(page.body()).contains("ADMINISTER");
        assertThat(Counts.of(jdbc).get("calendar_day")).isEqualTo(before.get("calendar_day"));
    }

    @ParameterizedTest
    @CsvSource({
        "'2088-02-30', day:notADate",
        "'next week', day:notADate",
        "'', day:required",
        "'2001-01-01', day:tooLongAgo",
        "'9999-01-01', day:outOfRange"
    })
    void aDayThatIsNoneIsRefused(String day, String violation) {
        assertThat(as("administrator").post(DAYS, day(day)).violations()).containsExactly(violation);
    }

    @Test
    void aDayNeedsItsNameInEachLanguageAndAKind() {
        Answer refused =
                as("administrator").post(DAYS, Map.of("day", "2088-05-10", "name", Map.of("en", "Only English")));
        assertThat(refused.violations()).containsExactlyInAnyOrder("name.ru:required", "off:required");
        Answer longName = as("administrator")
                .post(
                        DAYS,
                        Map.of(
                                "day",
                                "2088-05-10",
                                "off",
                                true,
                                "name",
                                Map.of("en", "x".repeat(201), "ru", "\u0000")));
        assertThat(longName.violations()).containsExactlyInAnyOrder("name.en:maxLength", "name.ru:illegalCharacter");
    }

    @Test
    void aCalendarThatIsNotThereIsRefused() {
        assertThat(as("donor.eu").get("/api/v1/calendars/xx").code()).isEqualTo("noSuchCalendar");
        assertThat(as("administrator")
                        .post("/api/v1/calendars/xx/days", day("2088-05-10"))
                        .code())
                .isEqualTo("noSuchCalendar");
        assertThat(as("donor.eu").get("/api/v1/calendars/kz?year=123456").violations())
                .containsExactly("year:outOfRange");
    }

    @Test
    void anAdministratorFindsTheFormAndTheWayToTakeADayAway() {
        as("administrator").post(DAYS, day("2088-05-10"));
        Answer page = Browser.signedIn(port, "administrator").get("/calendars?code=kz&year=2088&lang=en");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains("Add a day")
                .contains("Day of mourning")
                .containsOnlyOnce("/calendars/kz/days/2088-05-10/remove");
    }

    @Test
    void thePageShowsAgainWhatWasRefused() {
        Browser browser = onThePage("administrator");
        Answer refused =
                browser.post("/calendars/kz/days", Map.of("day", "2088-05-10", "name.en", "Kept words", "off", "true"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("Kept words").contains("#name.ru");
        Answer added = browser.post(
                "/calendars/kz/days",
                Map.of("day", "2088-05-10", "name.en", "Kept words", "name.ru", "Слова", "off", "true"));
        assertThat(added.status()).isEqualTo(302);
        assertThat(added.header("Location")).endsWith("/calendars?code=kz&year=2088");
    }

    private Browser onThePage(String userName) {
        Browser browser = Browser.signedIn(port, userName);
        browser.get("/calendars?code=kz&lang=en");
        return browser;
    }
}
