package org.accord.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.accord.programme.Programme;
import org.accord.testing.AccordTest;
import org.accord.testing.Answer;
import org.accord.testing.AtOnce;
import org.accord.testing.Caller;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;

/** What a day added to a calendar moves in running cases, and what it leaves alone. */
@AccordTest
@Import({World.class, People.class, Desk.class, Hours.class, Traces.class})
@DirtiesContext
class CalendarChangeTests {

    @LocalServerPort
    private int port;

    @Autowired
    private World world;

    @Autowired
    private Programme programme;

    @Autowired
    private TaskService engineTasks;

    @Autowired
    private ManagementService jobs;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private JdbcClient jdbc;

    private Course approval;
    private Course idle;
    private String task;
    private LocalDate lastDay;

    @BeforeEach
    void anApprovalIsDueInFiveWorkingDays() {
        world.hours().begin();
        idle = Course.opened("workshop", world).does("selectInitiative", "title", "Idle workshop", "pillar", "II");
        approval = WorkshopPathsTests.costed(Course.opened("workshop", world), 9_000, "within");
        task = world.desk().waiting(approval.key()).get(0).id();
        lastDay = due().atZone(programme.zone()).toLocalDate();
    }

    @AfterEach
    void theCalendarIsAsBefore() {
        jdbc.sql("delete from accord.calendar_day").update();
        List.of(approval, idle).forEach(course -> world.hours().abandon(course.key()));
    }

    @AfterAll
    static void setTheEnginesClockBack() {
        ClockUtil.reset();
    }

    @Test
    void aDayOffMovesTheTaskAndItsTimerAndNothingElse() {
        Instant before = due();
        int version = version();
        Instant lapses = timer(idle, "proposalIdle");
        assertThat(timer(approval, "chiefOverdue")).isEqualTo(before);

        assertThat(add("un", lastDay).status()).isEqualTo(201);

        assertThat(due()).isAfter(before);
        assertThat(programme.workingDaysLate(due(), before, List.of())).isEqualTo(-1);
        assertThat(timer(approval, "chiefOverdue")).isEqualTo(due());
        assertThat(dueInEngine()).isEqualTo(due());
        assertThat(dueInLists()).containsOnly(due());
        assertThat(version()).isEqualTo(version);
        assertThat(timer(idle, "proposalIdle")).isEqualTo(lapses);
        assertThat(moved().path("tasks").asInt()).isGreaterThanOrEqualTo(2);
        assertThat(moved().path("timers").asInt()).isGreaterThanOrEqualTo(1);
    }

    @Test
    void aDayOffOfAStateMovesItOffThatDay() {
        Instant before = due();
        add("kz", lastDay);
        assertThat(due()).isAfter(before);
        assertThat(timer(approval, "chiefOverdue")).isEqualTo(due());
    }

    @Test
    void takingTheDayAwayMovesAllBack() {
        Instant before = due();
        add("un", lastDay);
        assertThat(as("administrator")
                        .send("DELETE", "/api/v1/calendars/un/days/" + lastDay, null)
                        .status())
                .isEqualTo(204);
        assertThat(due()).isEqualTo(before);
        assertThat(timer(approval, "chiefOverdue")).isEqualTo(before);
    }

    @Test
    void aDayWorkedInsteadBringsTheTaskForward() {
        Course waiting = WorkshopPathsTests.costed(Course.opened("workshop", world), 9_000, "notInDescription")
                .does("approveAsChief", "decision", "approve")
                .waitsFor("giveDonorConsent");
        task = world.desk().waiting(waiting.key()).get(0).id();
        Instant before = due();
        LocalDate saturday = world.hours().today().with(TemporalAdjusters.next(DayOfWeek.SATURDAY));

        Answer added = as("administrator").post("/api/v1/calendars/un/days", day(saturday, false));

        assertThat(added.status()).isEqualTo(201);
        assertThat(due()).isBefore(before);
        assertThat(dueInEngine()).isEqualTo(due());
        assertThat(timer(waiting, "donorLate")).isEqualTo(due());
        world.hours().abandon(waiting.key());
    }

    @Test
    void aTimerThatMovedStrikesOnItsNewDay() {
        add("un", lastDay);
        Instant later = due();
        approval.timePassesTo("chiefOverdue").waitsFor("approveForChief");
        assertThat(world.hours().today())
                .isEqualTo(later.atZone(programme.zone()).toLocalDate());
    }

    @Test
    void ofTwoWhoAddTheSameDayAtOnceOneIsRefused() throws Exception {
        List<Integer> answers = AtOnce.run(List.of(
                () -> add("un", lastDay).status(), () -> add("un", lastDay).status()));
        assertThat(answers).containsExactlyInAnyOrder(201, 409);
    }

    @Test
    void tasksThatOpenMeanwhileCountInTheChangedCalendar() throws Exception {
        AtOnce.run(List.of(() -> add("un", lastDay).status(), () -> {
            approval.does("approveAsChief", "decision", "approve");
            return 0;
        }));
        approval.waitsFor("giveHostConcurrence");
        jdbc.sql("select task_id, due_rule, case_key, opened, due from accord.task_inbox where status = 'OPEN'"
                        + " and due_rule = 'routine'")
                .query((row, number) -> assertThat(
                                row.getObject("due", OffsetDateTime.class).toInstant())
                        .isEqualTo(programme.due(
                                "routine",
                                null,
                                row.getObject("opened", OffsetDateTime.class).toInstant())))
                .list();
    }

    private Answer add(String calendar, LocalDate day) {
        return as("administrator").post("/api/v1/calendars/" + calendar + "/days", day(day, true));
    }

    private static Map<String, Object> day(LocalDate day, boolean off) {
        return Map.of("day", day.toString(), "name", Map.of("en", "Decreed", "ru", "Указом"), "off", off);
    }

    private Caller as(String userName) {
        return Caller.basic(port, userName);
    }

    private Instant due() {
        return jdbc.sql("select due from accord.task_inbox where task_id = ?")
                .param(task)
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    private List<Instant> dueInLists() {
        return jdbc
                .sql("select due_key from accord.task_principal where task_id = ?")
                .param(task)
                .query(OffsetDateTime.class)
                .list()
                .stream()
                .map(OffsetDateTime::toInstant)
                .toList();
    }

    private int version() {
        return jdbc.sql("select version from accord.task_inbox where task_id = ?")
                .param(task)
                .query(Integer.class)
                .single();
    }

    private Instant dueInEngine() {
        return engineTasks
                .createTaskQuery()
                .taskId(task)
                .singleResult()
                .getDueDate()
                .toInstant();
    }

    private Instant timer(Course course, String event) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(course.key()).list().stream()
                .flatMap(
                        instance -> jobs
                                .createJobQuery()
                                .processInstanceId(instance.getId())
                                .timers()
                                .activityId(event)
                                .list()
                                .stream())
                .map(Job::getDuedate)
                .map(Date::toInstant)
                .findFirst()
                .orElseThrow();
    }

    private JsonNode moved() {
        return as("auditor")
                .get("/api/v1/audit/entries?action=deadlines.moved&limit=1")
                .items()
                .get(0)
                .path("details");
    }
}
