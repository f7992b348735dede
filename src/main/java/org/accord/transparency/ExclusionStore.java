package org.accord.transparency;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class ExclusionStore {

    private final JdbcClient jdbc;

    ExclusionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Why an activity is not published. */
    record Exclusion(String caseKey, String reason, String by, Instant at) {}

    Map<String, Exclusion> all() {
        Map<String, Exclusion> all = new LinkedHashMap<>();
        jdbc.sql("select case_key, reason, excluded_by, excluded_at from accord.iati_exclusion order by case_key")
                .query((row, number) -> new Exclusion(
                        row.getString("case_key"),
                        row.getString("reason"),
                        row.getString("excluded_by"),
                        row.getObject("excluded_at", OffsetDateTime.class).toInstant()))
                .list()
                .forEach(exclusion -> all.put(exclusion.caseKey(), exclusion));
        return all;
    }

    void exclude(Exclusion exclusion) {
        jdbc.sql("""
                        insert into accord.iati_exclusion (case_key, reason, excluded_by, excluded_at)
                        values (:caseKey, :reason, :by, :at)
                        on conflict (case_key) do update
                        set reason = excluded.reason, excluded_by = excluded.excluded_by, excluded_at = excluded.excluded_at
                        """)
                .param("caseKey", exclusion.caseKey())
                .param("reason", exclusion.reason())
                .param("by", exclusion.by())
                .param("at", exclusion.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Answers whether it was excluded. */
    boolean include(String caseKey) {
        return jdbc.sql("delete from accord.iati_exclusion where case_key = :caseKey")
                        .param("caseKey", caseKey)
                        .update()
                == 1;
    }
}
