package org.accord.audit;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.accord.core.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The words beside the record, and the cases that are held. */
@Component
class WordsStore {

    private static final String KEPT = """
            select entry.index as entry, entry.at, entry.case_key, hold.reason as held,
                (select max(ended.at) from accord.audit_entry as ended
                    where ended.case_key = entry.case_key and ended.action in ('case.closed', 'case.cancelled')) as ended
            from accord.audit_entry as entry left join accord.audit_hold as hold on hold.case_key = entry.case_key
            where exists (select 1 from accord.audit_words as word where word.entry = entry.index and word.value is not null)
            """;

    private final JdbcClient jdbc;

    WordsStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<KeptWords> kept(long entry) {
        return jdbc.sql(KEPT + " and entry.index = :entry")
                .param("entry", entry)
                .query(KeptWords.class)
                .optional();
    }

    /** Nobody places or lifts a hold until this transaction ends. */
    void keepHolds() {
        jdbc.sql("lock table accord.audit_hold in share mode").update();
    }

    /**
     * Those that nobody holds and that have ended long enough ago, oldest first.
     *
     * @param personal for words outside cases: written before
     * @param working for words of cases that ended before
     */
    List<KeptWords> over(LocalDate personal, LocalDate working, int limit) {
        return jdbc.sql("""
                        with case_end as materialized (
                            select case_key, max(at) as at from accord.audit_entry
                            where action in ('case.closed', 'case.cancelled') group by case_key)
                        select entry.index as entry, entry.at, entry.case_key, null as held, case_end.at as ended
                        from accord.audit_entry as entry left join case_end on case_end.case_key = entry.case_key
                        where exists (select 1 from accord.audit_words as word
                                where word.entry = entry.index and word.value is not null)
                            and not exists (select 1 from accord.audit_hold as hold where hold.case_key = entry.case_key)
                            and (entry.case_key is null and entry.at < :personal or case_end.at < :working)
                        order by entry.index
                        limit :limit
                        """)
                .param("personal", personal.atStartOfDay().atOffset(ZoneOffset.UTC))
                .param("working", working.atStartOfDay().atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query(KeptWords.class)
                .list();
    }

    /** Gives the keys of what was erased. */
    List<String> erase(long entry) {
        return jdbc.sql("""
                        update accord.audit_words set value = null, salt = null, erased_at = clock_timestamp()
                        where entry = :entry and value is not null
                        returning key
                        """).param("entry", entry).query(String.class).list();
    }

    /** What an entry tells of. */
    Subject subject(long entry) {
        return jdbc.sql("select subject_type, subject_id from accord.audit_entry where index = :entry")
                .param("entry", entry)
                .query((row, number) -> new Subject(row.getString("subject_type"), row.getString("subject_id")))
                .single();
    }

    boolean knowsCase(String caseKey) {
        return jdbc.sql("select exists (select 1 from accord.audit_entry where case_key = :caseKey)")
                .param("caseKey", caseKey)
                .query(Boolean.class)
                .single();
    }

    List<Holds.Hold> holds() {
        return jdbc.sql("select case_key, by_user, at, reason from accord.audit_hold order by at, case_key")
                .query(Holds.Hold.class)
                .list();
    }

    Optional<Holds.Hold> hold(String caseKey) {
        return jdbc.sql("select case_key, by_user, at, reason from accord.audit_hold where case_key = :caseKey")
                .param("caseKey", caseKey)
                .query(Holds.Hold.class)
                .optional();
    }

    /** Whether it was not held before. */
    boolean hold(Holds.Hold hold) {
        return jdbc.sql("""
                                insert into accord.audit_hold (case_key, by_user, at, reason)
                                values (:caseKey, :byUser, :at, :reason) on conflict do nothing
                                """)
                        .param("caseKey", hold.caseKey())
                        .param("byUser", hold.byUser())
                        .param("at", hold.at().atOffset(ZoneOffset.UTC))
                        .param("reason", hold.reason())
                        .update()
                == 1;
    }

    /** Whether it was held. */
    boolean lift(String caseKey) {
        return jdbc.sql("delete from accord.audit_hold where case_key = :caseKey")
                        .param("caseKey", caseKey)
                        .update()
                == 1;
    }
}
