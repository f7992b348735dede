package org.accord.notifications;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.accord.notifications.Wishes.Kind;
import org.accord.notifications.Wishes.Timing;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class PreferenceStore {

    private final JdbcClient jdbc;

    PreferenceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What somebody chose.
     *
     * @param address at which they proved to read mail
     * @param pending that they have not proved yet
     * @param refused what the server of the address said when it refused it
     * @param wishes in the zone of the programme where they chose none
     */
    record Chosen(
            @Nullable String address,
            @Nullable String pending,
            @Nullable String refused,
            Wishes wishes) {}

    /** A code that was sent to an address, as a digest. */
    record Code(String pending, String digest, Instant until, int tries) {}

    Optional<Chosen> find(String account, ZoneId zone) {
        return jdbc.sql("select * from accord.notification_preference where account = :account")
                .param("account", account)
                .query((row, number) -> chosen(row, zone))
                .optional();
    }

    private static Chosen chosen(ResultSet row, ZoneId zone) throws SQLException {
        LocalTime from = row.getObject("quiet_from", LocalTime.class);
        LocalTime until = row.getObject("quiet_until", LocalTime.class);
        String own = row.getString("zone");
        Wishes wishes = new Wishes(
                Map.of(
                        Kind.TASK, Timing.valueOf(row.getString("tasks")),
                        Kind.DEADLINE, Timing.valueOf(row.getString("deadlines")),
                        Kind.NOTICE, Timing.valueOf(row.getString("notices")),
                        Kind.MENTION, Timing.valueOf(row.getString("mentions"))),
                own == null ? zone : ZoneId.of(own),
                row.getObject("daily", LocalTime.class),
                from == null || until == null ? null : new Wishes.Quiet(from, until));
        return new Chosen(row.getString("address"), row.getString("pending"), row.getString("refused"), wishes);
    }

    /** Somebody who has chosen nothing so far begins with this address. */
    void begin(String account, @Nullable String address) {
        jdbc.sql("""
                        insert into accord.notification_preference (account, address) values (:account, :address)
                        on conflict (account) do nothing
                        """).param("account", account).param("address", address).update();
    }

    void keep(String account, Wishes wishes) {
        Wishes.Quiet quiet = wishes.quiet();
        jdbc.sql("""
                        update accord.notification_preference
                        set tasks = :tasks, deadlines = :deadlines, notices = :notices, mentions = :mentions, zone = :zone,
                            daily = :daily, quiet_from = :from, quiet_until = :until
                        where account = :account
                        """)
                .param("account", account)
                .param("tasks", wishes.timing(Kind.TASK).name())
                .param("deadlines", wishes.timing(Kind.DEADLINE).name())
                .param("notices", wishes.timing(Kind.NOTICE).name())
                .param("mentions", wishes.timing(Kind.MENTION).name())
                .param("zone", wishes.zone().getId())
                .param("daily", wishes.daily())
                .param("from", quiet == null ? null : quiet.from())
                .param("until", quiet == null ? null : quiet.until())
                .update();
    }

    /** When a code was last asked for; held until the end of the transaction. */
    Optional<Instant> asked(String account) {
        return jdbc.sql("select code_asked_at from accord.notification_preference where account = :account for update")
                .param("account", account)
                .query((row, number) -> Optional.ofNullable(row.getObject("code_asked_at", OffsetDateTime.class)))
                .single()
                .map(OffsetDateTime::toInstant);
    }

    /** The code is of no use: it did not arrive. */
    void withdraw(String account, String digest) {
        jdbc.sql("""
                        update accord.notification_preference set pending = null, code = null, code_until = null
                        where account = :account and code = :digest
                        """).param("account", account).param("digest", digest).update();
    }

    void ask(String account, Code code, Instant now) {
        jdbc.sql("""
                        update accord.notification_preference
                        set pending = :pending, code = :code, code_until = :until, code_tries = 0, code_asked_at = :now
                        where account = :account
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("account", account)
                .param("pending", code.pending())
                .param("code", code.digest())
                .param("until", code.until().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The code that waits to be typed, held until the end of the transaction. */
    Optional<Code> code(String account) {
        return jdbc.sql("""
                        select pending, code, code_until, code_tries from accord.notification_preference
                        where account = :account and pending is not null for update
                        """)
                .param("account", account)
                .query((row, number) -> new Code(
                        row.getString("pending"),
                        row.getString("code"),
                        row.getObject("code_until", OffsetDateTime.class).toInstant(),
                        row.getInt("code_tries")))
                .optional();
    }

    void triedWrongly(String account) {
        jdbc.sql("update accord.notification_preference set code_tries = code_tries + 1 where account = :account")
                .param("account", account)
                .update();
    }

    /** The address that waited is theirs. */
    void confirm(String account) {
        jdbc.sql("""
                        update accord.notification_preference
                        set address = pending, refused = null, pending = null, code = null, code_until = null, code_tries = 0
                        where account = :account and pending is not null
                        """).param("account", account).update();
    }

    void remove(String account) {
        jdbc.sql("""
                        update accord.notification_preference
                        set address = null, refused = null, pending = null, code = null, code_until = null, code_tries = 0
                        where account = :account
                        """).param("account", account).update();
    }

    void refuse(String account, String address, String words) {
        jdbc.sql("""
                        update accord.notification_preference set refused = :words
                        where account = :account and address = :address
                        """)
                .param("address", address)
                .param("account", account)
                .param("words", words)
                .update();
    }

    /** All addresses count as good again; answers how many that were. */
    int trustAgain() {
        return jdbc.sql("update accord.notification_preference set refused = null where refused is not null")
                .update();
    }

    /** The accounts whose address was refused, by name. */
    List<String> refused() {
        return jdbc.sql("select account from accord.notification_preference where refused is not null order by account")
                .query(String.class)
                .list();
    }
}
