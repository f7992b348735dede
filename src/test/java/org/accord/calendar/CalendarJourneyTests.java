package org.accord.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.util.DateTimeComponents;
import biweekly.util.ICalDate;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.accord.instance.Time;
import org.accord.process.Jobs;
import org.accord.testing.AccordTest;
import org.accord.testing.Answer;
import org.accord.testing.Browser;
import org.accord.testing.Caller;
import org.accord.testing.Chromium;
import org.accord.testing.Delivery;
import org.accord.testing.Visit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A workshop and its tasks on the calendars of those concerned, on pages and in their own programs. */
@AccordTest
class CalendarJourneyTests {

    private static final Pattern ADDRESS = Pattern.compile("value=\"http://[^/\"]+(/calendar/feed/[\\w-]{43}\\.ics)\"");

    @LocalServerPort
    int port;

    @Autowired
    private Jobs jobs;

    @Autowired
    private Time time;

    @Autowired
    private JdbcClient jdbc;

    private Delivery delivery;

    @BeforeEach
    void aWorkshopIsPrepared() {
        jobs.stop();
        delivery = Delivery.invited(port, jobs, time);
    }

    @AfterEach
    void goOn() {
        jobs.start();
    }

    private String june(String userName, String query) {
        Answer answer = Browser.signedIn(port, userName)
                .get("/calendar?month=" + YearMonth.from(delivery.firstDay()) + "&" + query);
        assertThat(answer.status()).isEqualTo(200);
        return answer.body();
    }

    @Test
    void aWorkshopStandsOnTheCalendarFromItsFirstDayToItsLast() {
        assertThat(june("focal-point.kz", "lang=en"))
                .contains(delivery.key(), "Border workshop", "Workshop", "Kazakhstan")
                .contains("datetime=\"" + delivery.firstDay() + "\"", "datetime=\"" + delivery.lastDay() + "\"");
        assertThat(june("focal-point.kz", "lang=ru")).contains("Практикум по границам", "июнь");
        String grid = june("focal-point.kz", "lang=ru&view=month");
        assertThat(grid.split("<span>" + delivery.key() + "</span>", -1)).hasSize(4);
        assertThat(june("focal-point.kz", "lang=en&kind=meeting"))
                .doesNotContain(delivery.key())
                .contains("Nothing of this kind");
        assertThat(june("focal-point.kz", "lang=en&state=TJ")).doesNotContain(delivery.key());
    }

    @Test
    void aTaskStandsOnTheCalendarOfWhoeverMayDoItOnly() {
        JsonNode task = delivery.workshop().task("focal-point.kz", "nominateParticipants");
        String id = "task-" + task.path("id").asText();
        assertThat(ids("focal-point.kz")).contains(id, "case-" + delivery.key());
        assertThat(ids("focal-point.kg")).contains("case-" + delivery.key()).doesNotContain(id);
        assertThat(ids("auditor")).doesNotContain(id);
    }

    private List<String> ids(String userName) {
        LocalDate today = LocalDate.ofInstant(time.instant(), ZoneId.of("UTC"));
        return Caller.as(port, userName)
                .get("/api/v1/calendar?from=" + today + "&until=" + today.plusDays(400))
                .items()
                .stream()
                .map(item -> item.path("id").asText())
                .toList();
    }

    @Test
    void anEmptyMonthSaysWhatComesNext() {
        YearMonth past = YearMonth.from(time.instant().atZone(ZoneId.of("UTC"))).minusMonths(4);
        assertThat(Browser.signedIn(port, "focal-point.kz")
                        .get("/calendar?lang=en&month=" + past)
                        .body())
                .contains("Nothing is due", "Next:");
        assertThat(Browser.signedIn(port, "focal-point.kz")
                        .get("/calendar?lang=ru&month=2001-01")
                        .body())
                .contains("ни сроков, ни мероприятий", "Моя работа");
    }

    @ParameterizedTest
    @CsvSource({
        "month=december, is not a month, не является месяцем",
        "month=1999-12, must be between, должно быть от",
        "kind=party, party, party",
        "state=XX, XX, XX",
        "view=grid, grid, grid"
    })
    void aWrongConditionIsNamed(String query, String english, String russian) {
        Browser reader = Browser.signedIn(port, "focal-point.kz");
        Answer refused = reader.get("/calendar?lang=en&" + query);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains(english);
        assertThat(reader.get("/calendar?lang=ru&" + query).body()).contains(russian);
    }

    @ParameterizedTest
    @CsvSource({
        "from=2026-12-02&until=2026-12-01, 422, until:tooEarly",
        "from=2026-12-01&until=2028-12-01, 422, until:tooLate",
        "from=tomorrow&until=2026-12-01, 422, from:notADate",
        "from=%2B999999999-12-31&until=%2B999999999-12-31, 422, from:outOfRange",
        "until=2026-12-01, 400, from:required"
    })
    void programsAreToldWhatIsWrongToo(String query, int status, String violation) {
        Answer refused = Caller.as(port, "focal-point.kz").get("/api/v1/calendar?" + query);
        assertThat(refused.status()).isEqualTo(status);
        assertThat(refused.violations()).containsExactly(violation);
    }

    private String opened(String userName) {
        Browser reader = Browser.signedIn(port, userName);
        reader.get("/account/calendar");
        assertThat(reader.post("/account/calendar", Map.of()).status()).isEqualTo(302);
        Matcher address = ADDRESS.matcher(reader.get("/account/calendar").body());
        assertThat(address.find()).isTrue();
        assertThat(reader.get("/account/calendar").body()).as("shown once").doesNotContain(address.group(1));
        return address.group(1);
    }

    private ICalendar read(String address) {
        Answer answer = Caller.nobody(port).get(address);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("text/calendar");
        assertThat(answer.header("Set-Cookie")).isEmpty();
        assertThat(answer.body().split("\r\n")).allSatisfy(line -> assertThat(line.getBytes(StandardCharsets.UTF_8))
                .hasSizeLessThanOrEqualTo(75));
        return Biweekly.parse(answer.body()).first();
    }

    private static Optional<VEvent> event(ICalendar calendar, String id) {
        return calendar.getEvents().stream()
                .filter(event -> event.getUid().getValue().equals(id + "@localhost"))
                .findFirst();
    }

    private static LocalDate day(ICalDate date) {
        DateTimeComponents parts = date.getRawComponents();
        return LocalDate.of(parts.getYear(), parts.getMonth(), parts.getDate());
    }

    private VEvent workshop(ICalendar calendar) {
        return event(calendar, "case-" + delivery.key()).orElseThrow();
    }

    @Test
    void anotherProgramReadsTheWorkshopAndLearnsThatItIsOff() {
        String address = opened("focal-point.tj");
        VEvent on = workshop(read(address));
        assertThat(on.getSequence().getValue()).isZero();
        assertThat(on.getSummary().getValue()).isEqualTo("[" + delivery.key() + "] Workshop");
        assertThat(on.getLocation().getValue()).isEqualTo("Kazakhstan");
        assertThat(on.getDateStart().getValue().hasTime()).isFalse();
        assertThat(day(on.getDateStart().getValue())).isEqualTo(delivery.firstDay());
        assertThat(day(on.getDateEnd().getValue())).isEqualTo(delivery.lastDay().plusDays(1));
        assertThat(on.getUrl().getValue()).endsWith("/cases/" + delivery.key());
        assertThat(workshop(read(address))).isEqualTo(on);

        delivery.cancelled();
        VEvent off = workshop(read(address));
        assertThat(off.getStatus().isCancelled()).isTrue();
        assertThat(off.getSequence().getValue()).isEqualTo(1);
        assertThat(off.getSummary().getValue()).isEqualTo("No longer current: " + delivery.key());
        assertThat(june("focal-point.tj", "lang=en")).doesNotContain(delivery.key());
    }

    @Test
    void aProgramThatKnowsItAlreadyIsToldThatNothingChanged() {
        String address = opened("focal-point.uz");
        String tag = Caller.nobody(port).get(address).header("ETag");
        assertThat(Caller.nobody(port).with("If-None-Match", tag).get(address).status())
                .isEqualTo(304);
    }

    @Test
    void noWordThatSomebodyTypedLeavesAndOfWhatIsConfidentialOnlyTheNumber() {
        JsonNode task = delivery.workshop().task("focal-point.kg", "nominateParticipants");
        String id = task.path("id").asText();
        String address = opened("focal-point.kg");
        assertThat(Caller.nobody(port).get(address).body()).doesNotContain("Border workshop", "Almaty");
        VEvent open = event(read(address), "task-" + id).orElseThrow();
        assertThat(open.getSummary().getValue()).endsWith(task.path("name").asText());
        jdbc.sql("update accord.task_inbox set confidential = true where task_id = :id")
                .param("id", id)
                .update();
        VEvent confidential = event(read(address), "task-" + id).orElseThrow();
        assertThat(confidential.getSummary().getValue())
                .contains(delivery.key())
                .doesNotContain(task.path("name").asText());
        assertThat(confidential.getLocation()).isNull();
        assertThat(confidential.getSequence().getValue()).isEqualTo(1);
    }

    @Test
    void aRevokedAddressLeadsNowhereAndSoDoesOneThatWasReplaced() {
        String first = opened("focal-point.tm");
        String second = opened("focal-point.tm");
        assertThat(Caller.nobody(port).get(first).status()).isEqualTo(404);
        assertThat(Caller.nobody(port).get(second).status()).isEqualTo(200);
        Browser reader = Browser.signedIn(port, "focal-point.tm");
        assertThat(reader.get("/account/calendar?lang=en").body()).contains("last read it");
        assertThat(reader.post("/account/calendar/revoke", Map.of()).status()).isEqualTo(302);
        assertThat(reader.get("/account/calendar?lang=en").body())
                .contains("The address is revoked", "has no secret address");
        assertThat(Caller.nobody(port).get(second).status()).isEqualTo(404);
        assertThat(Caller.nobody(port).get("/calendar/feed/guess.ics").status()).isEqualTo(404);
        assertThat(jdbc.sql(
                                "select count(*) from accord.audit_entry where action like 'calendar.feed%' and actor = :actor")
                        .param("actor", "focal-point.tm")
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void theCalendarOfADisabledAccountIsClosed() {
        String address = opened("expert.2");
        jdbc.sql("update accord.identity_account set enabled = false where name = 'expert.2'")
                .update();
        try {
            assertThat(Caller.nobody(port).get(address).status()).isEqualTo(404);
        } finally {
            jdbc.sql("update accord.identity_account set enabled = true where name = 'expert.2'")
                    .update();
        }
    }

    @ParameterizedTest
    @CsvSource({"en, 1280", "ru, 320"})
    void thePagesLookRight(String language, int width) {
        try (Chromium chromium = Chromium.launch()) {
            Visit reader = Visit.as(chromium, port, "focal-point.kz", language, width, true);
            String june = "/calendar?month=" + YearMonth.from(delivery.firstDay());
            reader.open(june).looksRight("calendar");
            reader.open(june + "&view=month").looksRight("calendar-month");
            reader.open("/calendar?month=2001-01&view=month").looksRight("calendar-empty");
            reader.open("/account/calendar").looksRight("calendar-feed");
            reader.page()
                    .locator("main form[action='/account/calendar'] button")
                    .click();
            reader.looksRight("calendar-feed-made");
            assertThat(chromium.complaints()).isEmpty();
        }
    }
}
