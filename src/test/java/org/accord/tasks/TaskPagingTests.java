package org.accord.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import org.accord.testing.Answer;
import org.accord.testing.Caller;
import org.accord.testing.HttpTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Long lists: rows of our own in the inbox, many with the same deadline, moment and priority, addressed to consultants. */
@HttpTest
class TaskPagingTests {

    private static final int ROWS = 253;

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void manyTasks() {
        insert(1, ROWS);
    }

    @AfterEach
    void takeThemAway() {
        jdbc.sql("delete from accord.task_principal where task_id like 'paging-%'")
                .update();
        jdbc.sql("delete from accord.task_inbox where task_id like 'paging-%'").update();
    }

    private void insert(int from, int to) {
        jdbc.sql("""
                        insert into accord.task_inbox (task_id, version, status, case_key, process_key, definition_id,
                            instance_id, element_id, form_key, form_version, role, state, organisation, pillar,
                            confidential, secretariat_only, not_same_as, facts, case_fields, due, opened, priority, search)
                        select 'paging-' || n, 1, 'OPEN', 'PAG-2026-001', 'paging', 'none', 'none', 'none', 'remark', 1,
                            'CONS', null, null, null, false, true, '{}', '{}', '{}',
                            case when n % 4 = 0 then null
                                else timestamptz '2026-01-01 00:00:00.000001Z' + (n % 11) * interval '1 day' end,
                            timestamptz '2025-01-01Z' + (n % 7) * interval '1 microsecond', (n % 3) * 50, 'paging ' || n
                        from generate_series(:from, :to) n
                        """).param("from", from).param("to", to).update();
        jdbc.sql("""
                        insert into accord.task_principal (principal, task_id, due_key, opened, priority)
                        select principal, task_id, coalesce(due, 'infinity'), opened, priority
                        from accord.task_inbox, unnest('{CONS,reader:work,reader:all}'::text[]) principal
                        where task_id like 'paging-%'
                        on conflict do nothing
                        """).update();
    }

    private List<JsonNode> all(String userName, String query) {
        List<JsonNode> found = new ArrayList<>();
        String next = null;
        do {
            Answer page = Caller.as(port, userName)
                    .get("/api/v1/tasks?case=PAG-2026-001&" + query + (next == null ? "" : "&after=" + next));
            assertThat(page.status()).isEqualTo(200);
            found.addAll(page.items());
            next = page.json().path("next").isNull()
                    ? null
                    : page.json().path("next").asText();
        } while (next != null);
        return found;
    }

    @ParameterizedTest
    @CsvSource({
        "consultant,due,100",
        "consultant,created,7",
        "consultant,priority,50",
        "auditor,due,1",
        "auditor,priority,100",
        "programme-manager,created,100"
    })
    void pagesFollowOneAnotherWithoutGapsOrDoubles(String userName, String sort, int limit) {
        String view = userName.equals("consultant") ? "group" : "all";
        List<JsonNode> found = all(userName, "view=" + view + "&sort=" + sort + "&limit=" + limit);
        assertThat(found).hasSize(ROWS);
        assertThat(new HashSet<>(
                        found.stream().map(task -> task.path("id").asText()).toList()))
                .hasSize(ROWS);
        assertThat(found).isSortedAccordingTo(order(sort));
    }

    private static Comparator<JsonNode> order(String sort) {
        Function<JsonNode, String> due =
                task -> task.path("due").isNull() ? "9999" : task.path("due").asText();
        return switch (sort) {
            case "due" -> Comparator.comparing(due);
            case "created" ->
                Comparator.comparing((JsonNode task) ->
                                Instant.parse(task.path("created").asText()))
                        .reversed();
            default ->
                Comparator.comparing((JsonNode task) -> task.path("priority").asInt())
                        .reversed();
        };
    }

    @Test
    void whatClosesBetweenTwoPagesMovesNothingElse() {
        Caller consultant = Caller.as(port, "consultant");
        Answer first = consultant.get("/api/v1/tasks?case=PAG-2026-001&view=group&limit=100");
        String gone = first.items().get(3).path("id").asText();
        jdbc.sql("delete from accord.task_principal where task_id = ?")
                .param(gone)
                .update();
        Answer second = consultant.get("/api/v1/tasks?case=PAG-2026-001&view=group&limit=100&after="
                + first.json().path("next").asText());
        List<String> seen = new ArrayList<>();
        first.items().forEach(task -> seen.add(task.path("id").asText()));
        second.items().forEach(task -> seen.add(task.path("id").asText()));
        assertThat(seen).doesNotHaveDuplicates().hasSize(200);
    }

    @Test
    void aCursorOfAnotherOrderIsRefused() {
        Caller consultant = Caller.as(port, "consultant");
        for (String made : List.of("due", "created", "priority")) {
            String cursor = consultant
                    .get("/api/v1/tasks?view=group&limit=5&case=PAG-2026-001&sort=" + made)
                    .json()
                    .path("next")
                    .asText();
            for (String used : List.of("due", "created", "priority")) {
                Answer answer = consultant.get(
                        "/api/v1/tasks?view=group&limit=5&case=PAG-2026-001&sort=" + used + "&after=" + cursor);
                assertThat(answer.status()).isEqualTo(made.equals(used) ? 200 : 422);
                if (!made.equals(used)) {
                    assertThat(answer.violations()).containsExactly("after:notACursor");
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "",
                "%20",
                "ZHVlfDIwMjYtOTktOTlUOjp8eA",
                "ZHVlfC18eA",
                "ZHVlfGluZmluaXR5fCc7LS0",
                "ZHVlfCsxMDAwMDAwMDAtMTItMzFUMjM6NTk6NTlafHg"
            })
    void whatIsNoCursorIsRefused(String after) {
        Answer answer = Caller.as(port, "consultant").get("/api/v1/tasks?view=group&sort=due&after=" + after);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("violations").get(0).path("message").asText())
                .isNotBlank();
    }

    @Test
    void countsAreExactBelowAThousandAndSayWhenTheyStop() {
        Caller consultant = Caller.as(port, "consultant");
        JsonNode exact = consultant.get("/api/v1/tasks/count?view=group").json();
        int others = exact.path("count").asInt() - ROWS;
        assertThat(others).isNotNegative();
        assertThat(exact.path("capped").asBoolean()).isFalse();
        insert(ROWS + 1, 999 - others);
        assertThat(consultant.get("/api/v1/tasks/count?view=group").json().toString())
                .isEqualTo("{\"count\":999,\"capped\":false}");
        insert(1000 - others, 1100);
        assertThat(consultant.get("/api/v1/tasks/count?view=group").json().toString())
                .isEqualTo("{\"count\":1000,\"capped\":true}");
    }
}
