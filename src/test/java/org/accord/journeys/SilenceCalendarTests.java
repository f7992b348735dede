package org.accord.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.accord.programme.Programme;
import org.accord.testing.AccordTest;
import org.accord.testing.Answer;
import org.accord.testing.Caller;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;

/** When a running silence ends, after a calendar has changed and after more time was given. */
@AccordTest
@Import({World.class, People.class, Desk.class, Hours.class, Traces.class})
@DirtiesContext
class SilenceCalendarTests {

    @LocalServerPort
    private int port;

    @Autowired
    private World world;

    @Autowired
    private Programme programme;

    @Autowired
    private JdbcClient jdbc;

    private Course silence;

    @BeforeEach
    void aReportIsUnderSilence() {
        world.hours().begin();
        silence = SilenceProcedurePathsTests.proposed(
                ExpertReviewPathsTests.silent(Course.opened("expert-review", world)), "report", false);
    }

    @AfterEach
    void theCalendarIsAsBefore() {
        jdbc.sql("delete from accord.calendar_day").update();
        world.hours().abandon(silence.key());
    }

    @Test
    void aDayOffOfOneStateOnItsLastDayMovesItsEndAndTheTasks() {
        Instant before = deadline();

        assertThat(add("kz", day(before)).status()).isEqualTo(201);

        assertThat(deadline()).isAfter(before);
        assertThat(dueTasks()).containsOnly(deadline());
        assertThat(extensions()).containsExactly("dayOff");
    }

    @Test
    void aDayOffOfTheDutyStationWithinItMakesItOneWorkingDayLonger() {
        Instant before = deadline();

        add("un", programme.workingDayAt(opened(), 3).atZone(programme.zone()).toLocalDate());

        assertThat(programme.workingDaysLate(deadline(), before, List.of())).isEqualTo(-1);
    }

    @Test
    void aDayOffAfterItMovesNothing() {
        Instant before = deadline();

        add("kz", day(before).plusDays(20));

        assertThat(deadline()).isEqualTo(before);
        assertThat(extensions()).isEmpty();
    }

    @Test
    void itGoesOnAtTheEarlierMomentAndEndsAtTheLater() {
        add("kz", day(deadline()));

        silence.timePassesTo("silenceEnds")
                .waitsFor("stateOurPosition")
                .timePassesTo("silenceEnds")
                .passed("silenceKept");
    }

    @Test
    void whenMoreTimeIsGivenTheTasksAreDueLater() {
        silence.says("TM", "extend");

        assertThat(dueTasks()).containsOnly(deadline());
        assertThat(extensions()).containsExactly("firstRequest");
    }

    private Answer add(String calendar, LocalDate day) {
        return Caller.basic(port, "administrator")
                .post(
                        "/api/v1/calendars/" + calendar + "/days",
                        Map.of("day", day.toString(), "name", Map.of("en", "Decreed", "ru", "Указом"), "off", true));
    }

    private LocalDate day(Instant end) {
        return end.minusMillis(1).atZone(programme.zone()).toLocalDate();
    }

    private Instant opened() {
        return moment("opened");
    }

    private Instant deadline() {
        return moment("deadline");
    }

    private Instant moment(String column) {
        return jdbc.sql("select " + column + " from accord.decision where case_key = ? and kind = 'SILENCE'")
                .param(silence.key())
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    private List<Instant> dueTasks() {
        return jdbc
                .sql("select due from accord.task_inbox where case_key = ? and status = 'OPEN' and ballot = 'silence'")
                .param(silence.key())
                .query(OffsetDateTime.class)
                .list()
                .stream()
                .map(OffsetDateTime::toInstant)
                .toList();
    }

    private List<String> extensions() {
        return jdbc.sql("select details ->> 'because' from accord.audit_entry where action = 'decision.extended'"
                        + " and case_key = ? order by index")
                .param(silence.key())
                .query(String.class)
                .list();
    }
}
