package org.accord.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import org.accord.core.Digest;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Attempts and known devices. Time is that of the database, whatever the simulated clock says. */
@Component
class AttemptStore {

    private static final int DEVICES = 10;

    private final JdbcClient jdbc;
    private final int freeFromAddress;

    /** @param freeFromAddress how many failures in a minute from one address let it try on */
    AttemptStore(JdbcClient jdbc, @Value("${accord.sign-in.failures-per-address:20}") int freeFromAddress) {
        this.jdbc = jdbc;
        this.freeFromAddress = freeFromAddress;
    }

    /**
     * How a name and an address stand together.
     *
     * @param pause how long to wait; zero for not at all
     * @param failed whether signing in as that name failed of late
     */
    record Standing(Duration pause, boolean failed) {

        boolean isPaused() {
            return !pause.isZero();
        }
    }

    Standing standing(Digest name, Digest address) {
        return jdbc.sql("""
                        select ceil(extract(epoch from greatest(max(waits_until) - clock_timestamp(), interval '0')))::bigint as pause,
                            coalesce(sum(failures) filter (where subject = :name), 0) > 0 as failed
                        from accord.identity_attempt where subject in (:name, :address)
                        """)
                .param("name", name.hex())
                .param("address", address.hex())
                .query((row, number) ->
                        new Standing(Duration.ofSeconds(row.getLong("pause")), row.getBoolean("failed")))
                .single();
    }

    /**
     * Counts one more for both, one after the other, and answers how they stood before. Nothing is counted for a name that waits; nothing
     * at all once the address does, so that nobody can fill the table from there.
     *
     * @param address absent for a device that is known: others at the same address do not keep it out
     */
    Standing count(Digest name, @Nullable Digest address) {
        if (address != null) {
            Attempts from = held(address);
            Instant now = now();
            if (from.isPaused(now)) {
                return standing(address, address);
            }
            save(address, from.andOneFromAddress(now, freeFromAddress));
        }
        Attempts of = held(name);
        Standing before = standing(name, name);
        if (!before.isPaused()) {
            save(name, of.andOneOfAccount(now()));
        }
        return before;
    }

    private Instant now() {
        return jdbc.sql("select clock_timestamp()")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    /** The row of the subject, made if it is not there, and locked. */
    private Attempts held(Digest subject) {
        return jdbc.sql("""
                        insert into accord.identity_attempt (subject, failures, since) values (:subject, 0, clock_timestamp())
                        on conflict (subject) do update set failures = identity_attempt.failures
                        returning failures, since, waits_until
                        """)
                .param("subject", subject.hex())
                .query((row, number) -> new Attempts(
                        row.getInt("failures"),
                        row.getObject("since", OffsetDateTime.class).toInstant(),
                        instant(row.getObject("waits_until", OffsetDateTime.class))))
                .single();
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private void save(Digest subject, Attempts attempts) {
        Instant until = attempts.until();
        jdbc.sql("""
                        update accord.identity_attempt set failures = :failures, since = :since, waits_until = :until
                        where subject = :subject
                        """)
                .param("subject", subject.hex())
                .param("failures", attempts.failures())
                .param("since", attempts.since().atOffset(ZoneOffset.UTC))
                .param("until", until == null ? null : until.atOffset(ZoneOffset.UTC))
                .update();
    }

    void forget(Digest subject) {
        jdbc.sql("delete from accord.identity_attempt where subject = :subject")
                .param("subject", subject.hex())
                .update();
    }

    /** One attempt from there was none. */
    void giveBack(Digest subject) {
        jdbc.sql("""
                        update accord.identity_attempt set failures = greatest(failures - 1, 0), waits_until = null
                        where subject = :subject
                        """).param("subject", subject.hex()).update();
    }

    boolean knows(String account, Digest device) {
        return jdbc.sql(
                        "select exists (select 1 from accord.identity_device where digest = :device and account = :account)")
                .param("device", device.hex())
                .param("account", account)
                .query(Boolean.class)
                .single();
    }

    /** Remembers a device, and of one account no more than the ten that were used last. */
    void remember(String account, Digest device) {
        jdbc.sql("""
                        insert into accord.identity_device (digest, account, used) values (:device, :account, clock_timestamp())
                        on conflict (digest, account) do update set used = excluded.used
                        """).param("device", device.hex()).param("account", account).update();
        jdbc.sql("""
                        delete from accord.identity_device where account = :account and digest not in (
                            select digest from accord.identity_device where account = :account order by used desc limit :most)
                        """).param("account", account).param("most", DEVICES).update();
    }

    /** As which an account is counted, whether there is one of this name or not. */
    static Digest subject(String account) {
        return Digest.of("account " + account.strip().toLowerCase(Locale.ROOT));
    }

    /** Nobody waits for this account any more, and no device of it is known. */
    void forget(String account) {
        forget(subject(account));
        forgetDevices(account);
    }

    private void forgetDevices(String account) {
        jdbc.sql("delete from accord.identity_device where account = :account")
                .param("account", account)
                .update();
    }

    /** Attempts of more than a day ago, and devices that were not used for ninety days. */
    void clean() {
        jdbc.sql("delete from accord.identity_attempt where since < clock_timestamp() - interval '1 day'")
                .update();
        jdbc.sql("delete from accord.identity_device where used < clock_timestamp() - interval '90 days'")
                .update();
    }
}
