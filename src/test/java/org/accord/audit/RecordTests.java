package org.accord.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.accord.cases.Cases;
import org.accord.core.Actor;
import org.accord.core.Refused;
import org.accord.process.AwaitedMessage;
import org.accord.process.ProcessDefinition;
import org.accord.process.TrialProcess;
import org.accord.tasks.Inbox;
import org.accord.tasks.TaskView;
import org.accord.tasks.Tasks;
import org.accord.testing.AccordTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@AccordTest
class RecordTests {

    private static final Actor MANAGER = TrialProcess.MANAGER;
    private static final Actor STRANGER = Actor.person("chair");

    @Autowired
    private ApplicationContext accord;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Tasks tasks;

    @Autowired
    private Cases cases;

    private TrialProcess trial;
    private String caseKey;
    private String task;

    @BeforeEach
    void openACase() {
        trial = TrialProcess.in(accord);
        caseKey = trial.open();
        task = trial.task(caseKey);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update accord.audit_entry set actor = 'nobody'",
                "update accord.audit_entry set details = details where index = 1",
                "delete from accord.audit_entry",
                "delete from accord.audit_entry where index = 1",
                "truncate accord.audit_entry",
                "truncate accord.audit_entry cascade"
            })
    void theDatabaseRefusesToChangeTheRecord(String statement) {
        String before = digestOfTheRecord();

        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> jdbc.sql(statement).update())
                .withStackTraceContaining("the record is append-only");

        assertThat(digestOfTheRecord()).isEqualTo(before);
    }

    @Test
    void theDatabaseGivesTheIndexAndNobodyElse() {
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> jdbc.sql("""
                                insert into accord.audit_entry (index, at, actor_kind, actor, action, subject_type,
                                    subject_id, audiences, details)
                                values (1, now(), 'SYSTEM', 'nobody', 'nothing.done', 'nothing', '-', '{}', '{}')
                                """).update())
                .withStackTraceContaining("GENERATED ALWAYS");
    }

    @Test
    void everyCommandOnATaskWritesOneEntry() {
        recordsOnce("task.claimed", () -> tasks.claim(MANAGER, task));
        recordsOnce("task.released", () -> tasks.release(MANAGER, task));
        recordsOnce("task.claimed", () -> tasks.claim(MANAGER, task));
        recordsOnce("task.completed", this::complete);
        recordsOnce(
                "case.messageReported",
                () -> cases.report(MANAGER, caseKey, awaited().id(), Map.of()));
    }

    @Test
    void openingACaseWritesOneEntry() {
        ProcessDefinition startable = cases.startable(MANAGER).get(0);

        recordsOnce("case.opened", () -> cases.open(MANAGER, startable.key()));
    }

    @Test
    void aCommandThatChangesNothingWritesNothing() {
        tasks.claim(MANAGER, task);

        assertThat(acts(MANAGER, () -> tasks.claim(MANAGER, task))).isEmpty();
        assertThat(acts(MANAGER, () -> tasks.saveDraft(MANAGER, task, Map.of("reason", "not yet"))))
                .isEmpty();
        assertThat(acts(MANAGER, () -> tasks.check(MANAGER, task, Map.of()))).isEmpty();
    }

    @Test
    void aRepeatedRequestWritesNoSecondEntry() {
        int version = tasks.claim(MANAGER, task).version();
        String requestKey = "request-" + task;

        assertThat(acts(MANAGER, () -> tasks.complete(MANAGER, task, version, TrialProcess.APPROVED, requestKey)))
                .containsExactly("task.completed");
        assertThat(acts(MANAGER, () -> tasks.complete(MANAGER, task, version, TrialProcess.APPROVED, requestKey)))
                .isEmpty();
    }

    @Test
    void anAttemptAtWhatIsForbiddenWritesOneEntryThoughItIsUndone() {
        List<String> acts = acts(
                STRANGER, () -> assertThatExceptionOfType(Refused.class).isThrownBy(() -> tasks.claim(STRANGER, task)));

        assertThat(acts).containsExactly("task.refused");
        assertThat(statusOfTask()).isEqualTo("OPEN");
    }

    @Test
    void aTaskIsNotCompletedIfItCannotBeRecorded() {
        tasks.claim(MANAGER, task);

        withoutRecordOf("task.completed", () -> assertThatThrownBy(this::complete)
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("no_record"));

        assertThat(trial.task(caseKey)).isEqualTo(task);
        assertThat(statusOfTask()).isEqualTo("OPEN");
        assertThat(submissions()).isZero();
        assertThat(acts(MANAGER, this::complete)).containsExactly("task.completed");
        assertThat(statusOfTask()).isEqualTo("DONE");
        assertThat(submissions()).isOne();
    }

    @Test
    void aTaskIsNotCompletedIfAConsequenceInTheEngineCannotBeRecorded() {
        tasks.claim(MANAGER, task);

        withoutRecordOf("end.passed", () -> {
            assertThatThrownBy(() -> tasks.complete(
                            MANAGER, task, version(), Map.of("decision", "reject", "reason", "No."), null))
                    .hasStackTraceContaining("no_record");
        });

        assertThat(trial.task(caseKey)).isEqualTo(task);
        assertThat(statusOfTask()).isEqualTo("OPEN");
        assertThat(submissions()).isZero();
        assertThat(entriesOf("task.completed")).isZero();
    }

    @Test
    void aTaskIsNotTakenIfThatCannotBeRecorded() {
        withoutRecordOf("task.claimed", () -> assertThatThrownBy(() -> tasks.claim(MANAGER, task))
                .isInstanceOf(DataIntegrityViolationException.class));

        assertThat(view().assignee()).isNull();
    }

    @Test
    void aCaseIsNotOpenedIfThatCannotBeRecorded() {
        ProcessDefinition startable = cases.startable(MANAGER).get(0);
        long before = count("select count(*) from accord.case_file");

        withoutRecordOf("case.opened", () -> assertThatThrownBy(() -> cases.open(MANAGER, startable.key()))
                .isInstanceOf(DataIntegrityViolationException.class));

        assertThat(count("select count(*) from accord.case_file")).isEqualTo(before);
    }

    @Test
    void anActThatIsUndoneLeavesNoEntry() {
        tasks.claim(MANAGER, task);

        List<String> acts = acts(
                MANAGER,
                () -> transaction.executeWithoutResult(status -> {
                    complete();
                    status.setRollbackOnly();
                }));

        assertThat(acts).isEmpty();
        assertThat(trial.task(caseKey)).isEqualTo(task);
    }

    private void recordsOnce(String action, Runnable command) {
        assertThat(acts(MANAGER, command)).containsExactly(action);
    }

    /** What the record says that the actor did while the command ran. */
    private List<String> acts(Actor actor, Runnable command) {
        long before = count("select coalesce(max(index), 0) from accord.audit_entry");
        command.run();
        return jdbc.sql("""
                        select action from accord.audit_entry
                        where index > :before and actor_kind = 'PERSON' and actor = :actor
                        order by index
                        """)
                .param("before", before)
                .param("actor", actor.name())
                .query(String.class)
                .list();
    }

    private void withoutRecordOf(String action, Runnable attempt) {
        jdbc.sql("alter table accord.audit_entry add constraint no_record check (action <> '" + action + "') not valid")
                .update();
        try {
            attempt.run();
        } finally {
            jdbc.sql("alter table accord.audit_entry drop constraint no_record").update();
        }
    }

    private void complete() {
        tasks.complete(MANAGER, task, version(), TrialProcess.APPROVED, null);
    }

    private int version() {
        return view().version();
    }

    private TaskView view() {
        return accord.getBean(Inbox.class).find(MANAGER, task);
    }

    private AwaitedMessage awaited() {
        return cases.reportable(MANAGER, caseKey).get(0);
    }

    private String statusOfTask() {
        return view().status().name();
    }

    private long submissions() {
        return jdbc.sql("select count(*) from accord.task_submission where task_id = :task")
                .param("task", task)
                .query(Long.class)
                .single();
    }

    private long entriesOf(String action) {
        return jdbc.sql("select count(*) from accord.audit_entry where case_key = :caseKey and action = :action")
                .param("caseKey", caseKey)
                .param("action", action)
                .query(Long.class)
                .single();
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    private String digestOfTheRecord() {
        return jdbc.sql("""
                        select md5(string_agg(entry::text, '|' order by index))
                        from accord.audit_entry as entry where case_key = :caseKey or index = 1
                        """).param("caseKey", caseKey).query(String.class).single();
    }
}
