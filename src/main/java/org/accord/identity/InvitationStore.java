package org.accord.identity;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Invitations, of whose secrets only the digests are kept. */
@Component
class InvitationStore {

    private final JdbcClient jdbc;

    InvitationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void keep(String account, String digest, String by, Instant at, Instant expires) {
        jdbc.sql("""
                        insert into accord.identity_invitation (account, secret, made_by, made_at, expires)
                        values (:account, :digest, :by, :at, :expires)
                        on conflict (account) do update
                        set secret = excluded.secret, made_by = excluded.made_by, made_at = excluded.made_at,
                            expires = excluded.expires
                        """)
                .param("account", account)
                .param("digest", digest)
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("expires", expires.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Until when the account's invitation can be taken up, if it can. */
    Optional<Instant> until(String account, Instant now) {
        return jdbc.sql("select expires from accord.identity_invitation where account = :account and expires > :now")
                .param("account", account)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    Optional<String> account(String digest, Instant now) {
        return jdbc.sql("select account from accord.identity_invitation where secret = :digest and expires > :now")
                .param("digest", digest)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(String.class)
                .optional();
    }

    /** Whether it was there: it can be taken up once. */
    boolean end(String account, String digest) {
        return jdbc.sql("delete from accord.identity_invitation where account = :account and secret = :digest")
                        .param("account", account)
                        .param("digest", digest)
                        .update()
                > 0;
    }

    void drop(String account) {
        jdbc.sql("delete from accord.identity_invitation where account = :account")
                .param("account", account)
                .update();
    }
}
