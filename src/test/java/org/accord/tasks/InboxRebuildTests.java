package org.accord.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.accord.cases.Cases;
import org.accord.core.Actor;
import org.accord.process.Jobs;
import org.accord.testing.AccordTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@AccordTest
class InboxRebuildTests {

    private static final Actor MANAGER = Actor.person("programme-manager");

    @Autowired
    private Cases cases;

    @Autowired
    private Inbox inbox;

    @Autowired
    private InboxProjection projection;

    @Autowired
    private Jobs jobs;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void theInboxIsMadeAnewFromTheEngine() {
        String key = cases.open(MANAGER, "workshop").key();
        List<TaskView> before = inbox.ofCase(MANAGER, key);
        assertThat(before).hasSize(1);
        forget("accord.task_principal", before.get(0).id());
        forget("accord.task_inbox", before.get(0).id());
        assertThat(inbox.ofCase(MANAGER, key)).isEmpty();

        rebuild();

        assertThat(inbox.ofCase(MANAGER, key)).usingRecursiveComparison().isEqualTo(before);
        assertThat(inbox.page(MANAGER, inCase(key), 10, null).items()).hasSize(1);
    }

    @Test
    void aTaskThatTheEngineNoLongerHasIsWithdrawn() {
        String key = cases.open(MANAGER, "workshop").key();
        String task = inbox.ofCase(MANAGER, key).get(0).id();
        jdbc.sql("""
                        insert into accord.task_inbox
                        select (jsonb_populate_record(t, jsonb_build_object('task_id', 'gone-' || :id))).*
                        from accord.task_inbox t where t.task_id = :id
                        """).param("id", task).update();

        rebuild();

        assertThat(inbox.find(MANAGER, "gone-" + task).status()).isEqualTo(TaskView.Status.WITHDRAWN);
        assertThat(inbox.find(MANAGER, task).isOpen()).isTrue();
    }

    private static TaskFilter inCase(String key) {
        return new TaskFilter(TaskFilter.View.GROUP, key, null, null, null, null, null, TaskFilter.Sort.DUE);
    }

    private void forget(String table, String task) {
        jdbc.sql("delete from " + table + " where task_id = :id")
                .param("id", task)
                .update();
    }

    /** Background work rests meanwhile, since it opens and closes tasks of other tests. */
    private void rebuild() {
        jobs.stop();
        try {
            transaction.executeWithoutResult(status -> projection.rebuild());
        } finally {
            jobs.start();
        }
    }
}
