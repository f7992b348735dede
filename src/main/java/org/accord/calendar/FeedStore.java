package org.accord.calendar;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class FeedStore {

    private final JdbcClient jdbc;

    FeedStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A secret address, of which only the digest is kept.
     *
     * @param read when a program last read the calendar there
     */
    record Feed(Instant made, @Nullable Instant read) {}

    Optional<Feed> find(String account) {
        return jdbc.sql("select made_at, read_at from accord.calendar_feed where account = :account")
                .param("account", account)
                .query((row, number) -> {
                    OffsetDateTime read = row.getObject("read_at", OffsetDateTime.class);
                    return new Feed(
                            row.getObject("made_at", OffsetDateTime.class).toInstant(),
                            read == null ? null : read.toInstant());
                })
                .optional();
    }

    void open(String account, String digest, Instant at) {
        jdbc.sql("""
                        insert into accord.calendar_feed (account, secret, made_at) values (:account, :digest, :at)
                        on conflict (account) do update
                        set secret = excluded.secret, made_at = excluded.made_at, read_at = null
                        """)
                .param("account", account)
                .param("digest", digest)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    boolean revoke(String account) {
        return jdbc.sql("delete from accord.calendar_feed where account = :account")
                        .param("account", account)
                        .update()
                > 0;
    }

    /** Whose calendar lies there; notes that it was read. */
    Optional<String> read(String digest, Instant at) {
        return jdbc.sql("update accord.calendar_feed set read_at = :at where secret = :digest returning account")
                .param("digest", digest)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(String.class)
                .optional();
    }
}
