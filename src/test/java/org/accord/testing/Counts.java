package org.accord.testing;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How many rows the tables have that commands write to; the record is left out, since refusals are written there. */
public final class Counts {

    private static final List<String> TABLES = List.of(
            "accord.case_file",
            "accord.case_number",
            "accord.case_text",
            "accord.task_inbox",
            "accord.task_principal",
            "accord.task_submission",
            "accord.task_request",
            "accord.task_draft",
            "accord.identity_token",
            "act_ru_execution",
            "act_ru_task",
            "act_ru_variable",
            "act_hi_actinst");

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private Counts() {}

    /** Counts when no automatic step that an earlier command left behind is still to run. */
    public static Map<String, Long> of(JdbcClient jdbc) {
        Awaitility.await().atMost(LONGEST_WAIT).until(() -> jdbc.sql(
                        "select not exists (select 1 from act_ru_job where type_ = 'message')")
                .query(Boolean.class)
                .single());
        Map<String, Long> counts = new LinkedHashMap<>();
        for (String table : TABLES) {
            counts.put(
                    table,
                    jdbc.sql("select count(*) from " + table).query(Long.class).single());
        }
        counts.put(
                "closed tasks",
                jdbc.sql("select count(*) from accord.task_inbox where status <> 'OPEN'")
                        .query(Long.class)
                        .single());
        return counts;
    }
}
