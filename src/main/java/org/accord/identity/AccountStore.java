package org.accord.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class AccountStore {

    private final JdbcClient jdbc;

    AccountStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Account> find(String name) {
        return jdbc.sql("""
                        select name, password_hash, enabled, demo, language, signed_in_at, sessions_from
                        from accord.identity_account
                        where name = :name
                        """).param("name", name).query(AccountStore::account).optional();
    }

    private static Account account(ResultSet row, int number) throws SQLException {
        return new Account(
                row.getString("name"),
                row.getString("password_hash"),
                row.getBoolean("enabled"),
                row.getBoolean("demo"),
                row.getString("language"),
                instant(row.getObject("signed_in_at", OffsetDateTime.class)),
                instant(row.getObject("sessions_from", OffsetDateTime.class)));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    /** The account of that name has this password from now on and is open; all its sessions are over. */
    void setPassword(String name, String hash, Instant at) {
        jdbc.sql("""
                        insert into accord.identity_account (name, password_hash, enabled, demo, sessions_from)
                        values (:name, :hash, true, false, :at)
                        on conflict (name) do update
                        set password_hash = excluded.password_hash, enabled = true, demo = false,
                            sessions_from = excluded.sessions_from
                        """)
                .param("name", name)
                .param("hash", hash)
                .param("at", utc(at))
                .update();
    }

    /** Lets accounts be locked one after the other until the end of the transaction. */
    void holdLocks() {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('accounts are locked', 0)) is null")
                .query(Boolean.class)
                .single();
    }

    void setEnabled(String name, boolean enabled, Instant at) {
        jdbc.sql("update accord.identity_account set enabled = :enabled, sessions_from = :at where name = :name")
                .param("name", name)
                .param("enabled", enabled)
                .param("at", utc(at))
                .update();
    }

    void endSessions(String name, Instant at) {
        jdbc.sql("update accord.identity_account set sessions_from = :at where name = :name")
                .param("name", name)
                .param("at", utc(at))
                .update();
    }

    void signedIn(String name, Instant at) {
        jdbc.sql("update accord.identity_account set signed_in_at = :at where name = :name")
                .param("name", name)
                .param("at", utc(at))
                .update();
    }

    /** Answers how many were valid. */
    int revokeTokens(String account, Instant at) {
        return jdbc.sql("""
                        update accord.identity_token set revoked = :at
                        where account = :account and revoked is null and expires > :at
                        """).param("account", account).param("at", utc(at)).update();
    }

    boolean hasDemoAccounts() {
        return jdbc.sql("select exists (select 1 from accord.identity_account where demo)")
                .query(Boolean.class)
                .single();
    }

    /** Adds demonstration accounts that are not there yet; answers how many. */
    int addDemoAccounts(Collection<String> names, String passwordHash) {
        return jdbc.sql("""
                        insert into accord.identity_account (name, password_hash, enabled, demo)
                        select name, :hash, true, true from unnest(:names) as name
                        on conflict (name) do nothing
                        """)
                .param("hash", passwordHash)
                .param("names", names.toArray(String[]::new))
                .update();
    }

    List<String> missing(Collection<String> names) {
        return jdbc.sql("""
                        select name from unnest(:names) as name
                        where not exists (select 1 from accord.identity_account a where a.name = name.name)
                        """)
                .param("names", names.toArray(String[]::new))
                .query(String.class)
                .list();
    }

    void setLanguage(String name, String language) {
        jdbc.sql("""
                        update accord.identity_account set language = :language
                        where name = :name and language is distinct from :language
                        """).param("name", name).param("language", language).update();
    }

    /** A token as its owner sees it; the secret itself is kept nowhere. */
    record Token(UUID id, String label, Instant created, Instant expires) {}

    void addToken(UUID id, String account, String label, String digest, Instant created, Instant expires) {
        jdbc.sql("""
                        insert into accord.identity_token (id, account, label, digest, created, expires)
                        values (:id, :account, :label, :digest, :created, :expires)
                        """)
                .param("id", id)
                .param("account", account)
                .param("label", label)
                .param("digest", digest)
                .param("created", utc(created))
                .param("expires", utc(expires))
                .update();
    }

    List<Token> tokens(String account, Instant at) {
        return jdbc.sql("""
                        select id, label, created, expires from accord.identity_token
                        where account = :account and revoked is null and expires > :at
                        order by created
                        """)
                .param("account", account)
                .param("at", utc(at))
                .query((row, number) -> new Token(
                        row.getObject("id", UUID.class),
                        row.getString("label"),
                        row.getObject("created", OffsetDateTime.class).toInstant(),
                        row.getObject("expires", OffsetDateTime.class).toInstant()))
                .list();
    }

    boolean revokeToken(String account, UUID id, Instant at) {
        return jdbc.sql("""
                                update accord.identity_token set revoked = :at
                                where id = :id and account = :account and revoked is null
                                """)
                        .param("id", id)
                        .param("account", account)
                        .param("at", utc(at))
                        .update()
                == 1;
    }

    /** The enabled account that a valid token with this digest belongs to. */
    Optional<String> tokenOwner(String digest, Instant at) {
        return jdbc.sql("""
                        select t.account from accord.identity_token t
                        join accord.identity_account a on a.name = t.account and a.enabled
                        where t.digest = :digest and t.revoked is null and t.expires > :at
                        """)
                .param("digest", digest)
                .param("at", utc(at))
                .query(String.class)
                .optional();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
