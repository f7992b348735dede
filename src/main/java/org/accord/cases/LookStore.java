package org.accord.cases;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class LookStore {

    private final JdbcClient jdbc;

    LookStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Look> find(String account, String caseKey, String part) {
        return jdbc.sql("""
                        select before_at, last_at from accord.case_look
                        where account = :account and case_key = :caseKey and part = :part
                        """)
                .param("account", account)
                .param("caseKey", caseKey)
                .param("part", part)
                .query((row, number) -> new Look(
                        instant(row.getObject("before_at", OffsetDateTime.class)),
                        row.getObject("last_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    void keep(String account, String caseKey, String part, Look look) {
        jdbc.sql("""
                        insert into accord.case_look (account, case_key, part, before_at, last_at)
                        values (:account, :caseKey, :part, :before, :last)
                        on conflict (account, case_key, part) do update
                        set before_at = excluded.before_at, last_at = greatest(case_look.last_at, excluded.last_at)
                        """)
                .param("account", account)
                .param("caseKey", caseKey)
                .param("part", part)
                .param("before", look.before() == null ? null : utc(look.before()))
                .param("last", utc(look.last()))
                .update();
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
