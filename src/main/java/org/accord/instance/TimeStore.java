package org.accord.instance;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class TimeStore {

    private final JdbcClient jdbc;

    TimeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Duration offset() {
        return jdbc.sql("""
                        select offset_millis from accord.instance_time
                        """)
                .query(Long.class)
                .optional()
                .map(Duration::ofMillis)
                .orElse(Duration.ZERO);
    }

    /** What time it is for the database at this moment. */
    Instant databaseClock() {
        return jdbc.sql("select clock_timestamp()")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    void keep(Duration offset) {
        jdbc.sql("""
                        insert into accord.instance_time (only_row, offset_millis)
                        values (true, :millis)
                        on conflict (only_row) do update set offset_millis = excluded.offset_millis
                        """).param("millis", offset.toMillis()).update();
    }
}
