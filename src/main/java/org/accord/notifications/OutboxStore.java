package org.accord.notifications;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class OutboxStore {

    private static final int GATHERED = 1_000;
    private static final int SHOWN = 50;

    private final JdbcClient jdbc;

    OutboxStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A mail that is being sent. */
    record Taken(UUID id, String recipient, int attempts) {}

    enum State {
        READY,
        SENDING,
        /** The server took it. */
        SENT,
        /** There was nothing to tell any more, or nobody to tell it to. */
        DROPPED,
        /** The server refused it for good, or too often. */
        FAILED,
        /** The server gave no answer, or the sender died: it may have arrived, and is not sent twice. */
        UNCERTAIN
    }

    /** A mail as an operator sees it. */
    record Row(
            UUID id,
            String recipient,
            State state,
            int attempts,
            Instant made,
            @Nullable String trouble) {}

    /** Puts what is due into one mail for each reader; answers how many notices that were. */
    int gather(Instant now) {
        return jdbc.sql("""
                        with due as (
                            select news, recipient from accord.notification_notice
                            where mail is null and due_at <= :now
                            order by due_at, news limit :most for update skip locked),
                        made as materialized (
                            select recipient, gen_random_uuid() as id from (select distinct recipient from due) as reader),
                        kept as (
                            insert into accord.notification_mail (id, recipient, made_at, next_at)
                            select id, recipient, :now, :now from made)
                        update accord.notification_notice as notice set mail = made.id
                        from due join made using (recipient)
                        where notice.news = due.news and notice.recipient = due.recipient
                        """).param("now", utc(now)).param("most", GATHERED).update();
    }

    /** Whether a mail is ready, or a notice due that is in none yet. */
    boolean hasWork(Instant now) {
        return jdbc.sql("""
                        select exists (select 1 from accord.notification_mail where state = 'READY' and next_at <= :now)
                            or exists (select 1 from accord.notification_notice where mail is null and due_at <= :now)
                        """).param("now", utc(now)).query(Boolean.class).single();
    }

    /** The next mail to send, which is nobody else's from now on. */
    Optional<Taken> take(Instant now) {
        return jdbc.sql("""
                        update accord.notification_mail
                        set state = 'SENDING', attempts = attempts + 1, taken_at = clock_timestamp()
                        where id = (select id from accord.notification_mail where state = 'READY' and next_at <= :now
                            order by next_at, id limit 1 for update skip locked)
                        returning id, recipient, attempts
                        """).param("now", utc(now)).query(Taken.class).optional();
    }

    void end(UUID mail, State state, @Nullable String address, @Nullable String trouble, Instant now) {
        jdbc.sql("""
                        update accord.notification_mail
                        set state = :state, address = :address, trouble = :trouble, ended_at = :now
                        where id = :mail and state = 'SENDING'
                        """)
                .param("mail", mail)
                .param("state", state.name())
                .param("address", address)
                .param("trouble", trouble)
                .param("now", utc(now))
                .update();
    }

    void again(UUID mail, Instant next, String trouble) {
        jdbc.sql("""
                        update accord.notification_mail set state = 'READY', next_at = :next, trouble = :trouble
                        where id = :mail and state = 'SENDING'
                        """)
                .param("mail", mail)
                .param("next", utc(next))
                .param("trouble", trouble)
                .update();
    }

    /** It was not tried: its reader wants no mail before then. */
    void postpone(UUID mail, Instant until) {
        jdbc.sql("""
                        update accord.notification_mail set state = 'READY', next_at = :until, attempts = attempts - 1
                        where id = :mail and state = 'SENDING'
                        """).param("mail", mail).param("until", utc(until)).update();
    }

    /** Mails whose sender died meanwhile: longer ago than any answer of a server is waited for. */
    int abandon(Instant now) {
        return jdbc.sql("""
                        update accord.notification_mail
                        set state = 'UNCERTAIN', trouble = 'noAnswer', ended_at = :now
                        where state = 'SENDING' and taken_at < clock_timestamp() - interval '10 minutes'
                        """).param("now", utc(now)).update();
    }

    /** Makes ready once more what failed or is uncertain, and nothing else; answers whose mail it is. */
    Optional<String> retry(UUID mail, Instant now) {
        return jdbc.sql("""
                        update accord.notification_mail
                        set state = 'READY', attempts = 0, next_at = :now, ended_at = null, trouble = null
                        where id = :mail and state in ('FAILED', 'UNCERTAIN')
                        returning recipient
                        """)
                .param("mail", mail)
                .param("now", utc(now))
                .query(String.class)
                .optional();
    }

    int forget(Instant before) {
        return jdbc.sql("delete from accord.notification_mail where ended_at < :before")
                .param("before", utc(before))
                .update();
    }

    Map<State, Integer> counts() {
        Map<State, Integer> counts = new HashMap<>();
        jdbc.sql("select state, count(*) as number from accord.notification_mail group by state")
                .query(row -> {
                    counts.put(State.valueOf(row.getString("state")), row.getInt("number"));
                });
        return counts;
    }

    /** What the operator may have to see to, the newest first. */
    List<Row> troubled() {
        return jdbc.sql("""
                        select id, recipient, state, attempts, made_at, trouble from accord.notification_mail
                        where state in ('FAILED', 'UNCERTAIN') or state = 'READY' and attempts > 0
                        order by made_at desc, id limit :shown
                        """)
                .param("shown", SHOWN)
                .query((row, number) -> row(row))
                .list();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                row.getString("recipient"),
                State.valueOf(row.getString("state")),
                row.getInt("attempts"),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getString("trouble"));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
