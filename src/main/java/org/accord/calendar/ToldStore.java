package org.accord.calendar;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class ToldStore {

    private final JdbcClient jdbc;

    ToldStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Holds what the account was told until the end of the transaction. */
    void lock(String account) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('calendar ' || :account, 0)) is null")
                .param("account", account)
                .query(Boolean.class)
                .single();
    }

    List<Told> of(String account) {
        return jdbc.sql("""
                        select uid, case_key, sequence, facts, first_day, last_day, moment, told_at, withdrawn, mailed
                        from accord.calendar_told where account = :account order by uid
                        """).param("account", account).query(ToldStore::told).list();
    }

    private static Told told(ResultSet row, int number) throws SQLException {
        OffsetDateTime moment = row.getObject("moment", OffsetDateTime.class);
        return new Told(
                row.getString("uid"),
                row.getString("case_key"),
                row.getInt("sequence"),
                row.getString("facts"),
                moment == null
                        ? new When.Days(
                                row.getObject("first_day", LocalDate.class), row.getObject("last_day", LocalDate.class))
                        : new When.Moment(moment.toInstant()),
                row.getObject("told_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("withdrawn"),
                row.getObject("mailed", Integer.class));
    }

    void keep(String account, Told told) {
        jdbc.sql("""
                        insert into accord.calendar_told (account, uid, case_key, sequence, facts, first_day, last_day,
                            moment, told_at, withdrawn)
                        values (:account, :uid, :caseKey, :sequence, :facts, :firstDay, :lastDay, :moment, :at, :withdrawn)
                        on conflict (account, uid) do update
                        set sequence = excluded.sequence, facts = excluded.facts, first_day = excluded.first_day,
                            last_day = excluded.last_day, moment = excluded.moment, told_at = excluded.told_at,
                            withdrawn = excluded.withdrawn
                        """)
                .param("account", account)
                .param("uid", told.uid())
                .param("caseKey", told.caseKey())
                .param("sequence", told.sequence())
                .param("facts", told.facts())
                .param("firstDay", told.when() instanceof When.Days days ? days.from() : null)
                .param("lastDay", told.when() instanceof When.Days days ? days.until() : null)
                .param("moment", told.when() instanceof When.Moment moment ? utc(moment.at()) : null)
                .param("at", utc(told.at()))
                .param("withdrawn", told.withdrawn())
                .update();
    }

    void mailed(String account, String uid, int sequence) {
        jdbc.sql("""
                        update accord.calendar_told set mailed = greatest(mailed, :sequence)
                        where account = :account and uid = :uid
                        """)
                .param("account", account)
                .param("uid", uid)
                .param("sequence", sequence)
                .update();
    }

    /** The accounts that were sent an invitation to the case. */
    List<String> invited(String caseKey) {
        return jdbc.sql("""
                        select account from accord.calendar_told
                        where case_key = :caseKey and mailed is not null
                        order by account
                        """).param("caseKey", caseKey).query(String.class).list();
    }

    void forget(LocalDate before) {
        jdbc.sql("""
                        delete from accord.calendar_told
                        where coalesce(last_day, (moment at time zone 'UTC')::date) < :before
                        """).param("before", before).update();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
