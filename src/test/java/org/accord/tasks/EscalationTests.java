package org.accord.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.accord.access.Reach;
import org.accord.cases.Cases;
import org.accord.core.Actor;
import org.accord.core.Refused;
import org.accord.core.Scope;
import org.accord.instance.Time;
import org.accord.process.Processes;
import org.accord.programme.Programme;
import org.accord.testing.AccordTest;
import org.accord.testing.Answer;
import org.accord.testing.AtOnce;
import org.accord.testing.Browser;
import org.accord.testing.Caller;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table of escalations, on tasks that are made as late as a row of it says. */
@AccordTest
class EscalationTests {

    private static final Actor MANAGER = Actor.person("programme-manager");
    private static final Actor HEAD = Actor.person("head-of-mission");
    private static final Actor POLITICAL = Actor.person("political-officer");
    private static final Actor CHIEF = Actor.person("chief");

    @LocalServerPort
    private int port;

    @Autowired
    private Cases cases;

    @Autowired
    private Inbox inbox;

    @Autowired
    private InboxStore store;

    @Autowired
    private EscalationList list;

    @Autowired
    private OverdueWatch watch;

    @Autowired
    private Processes processes;

    @Autowired
    private Programme programme;

    @Autowired
    private Time time;

    @Autowired
    private JdbcClient jdbc;

    @AfterEach
    void nothingIsLeftToWatch() {
        jdbc.sql("update accord.task_inbox set due = null").update();
    }

    @ParameterizedTest(name = "{0}: {1} working days: {2}")
    @CsvSource({
        "'', -2, remindAssignee, ''",
        "'', 1, remindWithSupervisor, CHIEF",
        "nomination, 2, secondNoteVerbale, PAO",
        "nomination, 5, releaseSeat, PM",
        "clearance, 0, contactEmbassy, PAO",
        "clearance, 5, headOfMissionLetter, HOM PAO",
        "donorConsent, 5, chiefContactsDonor, CHIEF",
    })
    void aRowInWorkingDaysFiresOnItsDayAndOnce(String subject, int workingDays, String action, String told) {
        firesOnItsDayAndOnce(subject, action, told, lateBy(workingDays - 1), lateBy(workingDays));
    }

    @ParameterizedTest(name = "{0}: {1} days: {2}")
    @CsvSource({
        "report, 0, informChief, CHIEF",
        "report, 15, informHeadOfMission, HOM",
        "followUp, 30, informFocalPoint, NFP",
        "followUp, 60, informHeadOfMissionAndReport, HOM PM",
    })
    void aRowInDaysFiresOnItsDayAndOnce(String subject, int days, String action, String told) {
        firesOnItsDayAndOnce(subject, action, told, daysAgo(days - 1), daysAgo(days));
    }

    private void firesOnItsDayAndOnce(String subject, String action, String told, Instant before, Instant on) {
        String task = opened();
        become(task, subject, null, false, before);
        watch.runDue();
        assertThat(done(task)).doesNotContain(action);
        assertThat(nextLook(task)).isAfter(time.instant());

        become(task, subject, null, false, on);
        watch.runDue();
        watch.runDue();
        become(task, subject, null, false, on);
        watch.runDue();

        assertThat(done(task)).containsOnlyOnce(action);
        assertThat(jdbc.sql("select array_to_string(told, ' ') from accord.task_escalation"
                                + " where task_id = ? and action = ?")
                        .params(task, action)
                        .query(String.class)
                        .single())
                .isEqualTo(told);
    }

    @Test
    void whatHappensOnOtherSubjectsDoesNotHappenHere() {
        String task = opened();
        become(task, "", null, false, daysAgo(90));
        watch.runDue();
        assertThat(done(task)).containsExactly("remindWithSupervisor");
    }

    @Test
    void aWatchThatSleptMissesNothing() {
        String task = opened();
        become(task, "nomination", null, false, lateBy(-5));
        watch.runDue();
        assertThat(done(task)).isEmpty();
        become(task, "nomination", null, false, lateBy(20));
        watch.runDue();
        assertThat(done(task)).containsExactlyInAnyOrder("remindWithSupervisor", "secondNoteVerbale", "releaseSeat");
    }

    @Test
    void theNextLookIsOnTheDayOfTheNextAction() {
        String task = opened();
        Instant due = lateBy(2);
        become(task, "nomination", null, false, due);
        watch.runDue();
        Instant next = nextLook(task);
        assertThat(programme.workingDaysLate(due, next, List.of())).isEqualTo(5);
        assertThat(programme.workingDaysLate(due, next.minusMillis(1), List.of()))
                .isEqualTo(4);
    }

    @Test
    void aClosedTaskIsLeftAlone() {
        String task = opened();
        become(task, "nomination", null, false, lateBy(6));
        jdbc.sql("update accord.task_inbox set status = 'DONE' where task_id = ?")
                .param(task)
                .update();
        watch.runDue();
        assertThat(done(task)).isEmpty();
    }

    @Test
    void twoWatchesAtOnceTellOnce() throws Exception {
        List<String> tasks = IntStream.range(0, 6).mapToObj(i -> opened()).toList();
        tasks.forEach(task -> become(task, "donorConsent", null, false, lateBy(7)));
        AtOnce.run(List.of(watch::runDue, watch::runDue, watch::runDue));
        watch.runDue();
        assertThat(tasks).allSatisfy(task -> assertThat(done(task))
                .containsExactlyInAnyOrder("remindWithSupervisor", "chiefContactsDonor"));
    }

    @Test
    void anApprovalThatIsWeeksLateIsNotDecided() {
        String task = opened();
        become(task, "approval", null, false, daysAgo(60));
        watch.runDue();
        TaskView still = inbox.find(CHIEF, task);
        assertThat(still.isOpen()).isTrue();
        assertThat(still.reason()).isEqualTo(TaskView.Reason.ESCALATED);
        assertThat(processes.openTasks()).anyMatch(open -> open.taskId().equals(task));
        assertThat(inbox.submissionOf(CHIEF, task)).isEmpty();
    }

    @Test
    void whoIsToldSeesTheTaskAndMayNotDoIt() {
        String task = opened();
        assertThat(group("chief")).doesNotContain(task);
        become(task, "donorConsent", null, false, lateBy(6));
        watch.runDue();
        assertThat(group("chief")).contains(task);
        Answer seen = Caller.as(port, "chief").get("/api/v1/tasks/" + task);
        assertThat(seen.json().path("reason").asText()).isEqualTo("escalated");
        assertThat(seen.json().path("actions")).isEmpty();
        Answer claimed = Caller.as(port, "chief").post("/api/v1/tasks/" + task + "/claim", Map.of());
        assertThat(claimed.code()).isEqualTo("noSuchTask");
        Answer page = Browser.signedIn(port, "chief").get("/tasks/" + task);
        assertThat(page.body()).contains("contact the donor").doesNotContain("Check and submit");
        assertThat(Browser.signedIn(port, "chief").get("/?view=group").body()).contains("escalated: contact the donor");
    }

    @Test
    void beingToldOpensNoConfidence() {
        String first = opened();
        String second = sibling(first);
        become(first, "clearance", "KZ", true, lateBy(6));
        become(second, "clearance", "KG", true, lateBy(6));
        watch.runDue();

        assertThatThrownBy(() -> inbox.find(HEAD, first)).isInstanceOf(Refused.class);
        assertThat(group("head-of-mission")).doesNotContain(first, second);
        List<Escalation.Reached> hidden = ofCase(list.hiddenFrom(HEAD), caseOf(first));
        assertThat(hidden).hasSize(1).allMatch(line -> line.task() == null);
        assertThat(hidden.get(0).action()).isEqualTo("headOfMissionLetter");
        String page = Browser.signedIn(port, "head-of-mission").get("/").body();
        assertThat(page).contains("send a letter of the head of mission").contains(caseOf(first));
        assertThat(page)
                .doesNotContain("Kazakhstan")
                .doesNotContain("Kyrgyzstan")
                .doesNotContain(first);
        String history = Caller.as(port, "head-of-mission")
                .get("/api/v1/cases/" + caseOf(first) + "/history")
                .body();
        assertThat(history).doesNotContain("task.escalated");

        assertThat(inbox.find(POLITICAL, first).reason()).isEqualTo(TaskView.Reason.ESCALATED);
        assertThat(ofCase(list.of(POLITICAL), caseOf(first))).hasSize(4).allMatch(line -> line.task() != null);
        assertThat(Caller.as(port, "focal-point.kg")
                        .get("/api/v1/tasks/" + first)
                        .status())
                .isEqualTo(404);
        assertThat(Caller.as(port, "donor.eu").get("/api/v1/escalations").items())
                .noneMatch(item -> item.path("caseKey").asText().equals(caseOf(first)));
    }

    @Test
    void theEntryOfAConfidentialTaskIsConfidential() {
        String task = opened();
        become(task, "clearance", "KZ", true, lateBy(0));
        watch.runDue();
        List<String> audiences = jdbc.sql("select unnest(audiences) from accord.audit_entry"
                        + " where subject_id = ? and action = 'task.escalated'")
                .param(task)
                .query(String.class)
                .list();
        assertThat(Set.copyOf(audiences)).isEqualTo(Reach.audiences(Scope.ofState("KZ"), true, true));
    }

    private String opened() {
        String key = cases.open(MANAGER, "workshop").key();
        return inbox.ofCase(MANAGER, key).get(0).id();
    }

    /** Another task of the same case, in the inbox alone. */
    private String sibling(String task) {
        String id = "beside-" + task;
        jdbc.sql("""
                        insert into accord.task_inbox
                        select (jsonb_populate_record(t, jsonb_build_object('task_id', :id))).*
                        from accord.task_inbox t where t.task_id = :task
                        """).param("id", id).param("task", task).update();
        return id;
    }

    private void become(String task, String subject, String state, boolean confidential, Instant due) {
        jdbc.sql("""
                        update accord.task_inbox
                        set subject = nullif(:subject, ''), state = :state, confidential = :confidential, due = :due,
                            next_look = null
                        where task_id = :id
                        """)
                .param("subject", subject)
                .param("state", state)
                .param("confidential", confidential)
                .param("due", due.atOffset(ZoneOffset.UTC))
                .param("id", task)
                .update();
        TaskRow row = store.find(task).orElseThrow();
        store.address(row, InboxProjection.principals(row));
    }

    private Instant lateBy(int workingDays) {
        return due(due -> programme.workingDaysLate(due, time.instant(), List.of()) == workingDays);
    }

    private Instant daysAgo(int days) {
        return at(-days);
    }

    private Instant due(Predicate<Instant> wanted) {
        return IntStream.range(-60, 60)
                .mapToObj(this::at)
                .filter(wanted)
                .findFirst()
                .orElseThrow();
    }

    /** Closing time so many days from today. */
    private Instant at(int days) {
        return time.instant()
                .atZone(programme.zone())
                .plus(days, ChronoUnit.DAYS)
                .with(LocalTime.of(17, 0))
                .toInstant();
    }

    private List<String> done(String task) {
        return jdbc.sql("select details ->> 'escalation' from accord.audit_entry"
                        + " where subject_id = ? and action = 'task.escalated' order by index")
                .param(task)
                .query(String.class)
                .list();
    }

    private Instant nextLook(String task) {
        return jdbc.sql("select next_look from accord.task_inbox where task_id = ?")
                .param(task)
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    private List<String> group(String userName) {
        return Caller.as(port, userName).get("/api/v1/tasks?view=group&limit=100").items().stream()
                .map(item -> item.path("id").asText())
                .toList();
    }

    private String caseOf(String task) {
        return store.find(task).orElseThrow().caseKey();
    }

    private static List<Escalation.Reached> ofCase(List<Escalation.Reached> all, String key) {
        return all.stream().filter(line -> line.caseKey().equals(key)).toList();
    }
}
