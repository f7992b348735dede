package org.accord.initiatives;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.accord.process.ProcessEvent;
import org.accord.tasks.CaseDirectory;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How each initiative was rated last by the table D13, as a follow-up asks it. */
@Component
class Ratings {

    private final JdbcClient jdbc;
    private final CaseDirectory cases;
    private final Clock clock;

    Ratings(JdbcClient jdbc, CaseDirectory cases, Clock clock) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.clock = clock;
    }

    /** By the code of the initiative. */
    Map<String, Rating> all() {
        Map<String, Rating> ratings = new LinkedHashMap<>();
        jdbc.sql("select initiative, case_key, colour, at from accord.initiative_status")
                .query((row, number) -> ratings.put(
                        row.getString("initiative"),
                        new Rating(
                                row.getString("case_key"),
                                row.getString("colour"),
                                row.getObject("at", OffsetDateTime.class).toInstant())))
                .list();
        return ratings;
    }

    @EventListener
    void on(ProcessEvent.Decided decided) {
        Object initiative = cases.context(decided.caseKey()).get("initiative");
        Object colour = decided.outputs().get("colour");
        if (decided.decision().equals("initiativeStatus") && initiative != null && colour != null) {
            keep(initiative.toString(), decided.caseKey(), colour.toString(), clock.instant());
        }
    }

    private void keep(String initiative, String caseKey, String colour, Instant at) {
        jdbc.sql("""
                        insert into accord.initiative_status (initiative, case_key, colour, at)
                        values (:initiative, :caseKey, :colour, :at)
                        on conflict (initiative)
                        do update set case_key = excluded.case_key, colour = excluded.colour, at = excluded.at
                        """)
                .param("initiative", initiative)
                .param("caseKey", caseKey)
                .param("colour", colour)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }
}
