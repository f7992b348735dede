package org.accord.identity;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
                        select name, password_hash, enabled, demo, language from accord.identity_account
                        where name = :name
                        """).param("name", name).query(Account.class).optional();
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
