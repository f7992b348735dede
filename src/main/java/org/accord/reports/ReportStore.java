package org.accord.reports;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Counts in the views that were made for reports, never in another module's tables. */
@Component
class ReportStore {

    /** Which cases and tasks a reader may count. */
    record Open(boolean secretariat, boolean confidential) {}

    private static final String PLACE = """
            and (:state::text is null or state = :state) and (:pillar::text is null or pillar = :pillar)
            and (:secretariat or not secretariat_only)
            """;

    private final JdbcClient jdbc;

    ReportStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How long things of one kind took, in days; the median and what nine of ten kept to. */
    record Time(String process, @Nullable String element, int ended, BigDecimal median, BigDecimal ninety) {}

    /** Of the cases that ended in the period; those that were broken off are not counted. */
    List<Time> cycleTimes(Question question, Span span, Open open) {
        return asked(
                        """
                        select process, null as element, count(*) as ended,
                            (percentile_cont(0.5) within group (order by extract(epoch from ended - started)) / 86400)::numeric(9, 1)
                                as median,
                            (percentile_cont(0.9) within group (order by extract(epoch from ended - started)) / 86400)::numeric(9, 1)
                                as ninety
                        from accord.report_case
                        where status = 'ENDED' and ended >= :from and ended < :to
                        """ + PLACE + "group by process order by count(*) < " + Report.ENOUGH
                                + ", median desc, process",
                        question,
                        span,
                        open)
                .query(Time.class)
                .list();
    }

    /** Of the tasks that were completed in the period, the slowest steps first. */
    List<Time> stepTimes(Question question, Span span, Open open, @Nullable String process) {
        return asked(
                        """
                        select process, element, count(*) as ended,
                            (percentile_cont(0.5) within group (order by extract(epoch from closed - opened)) / 86400)::numeric(9, 1)
                                as median,
                            (percentile_cont(0.9) within group (order by extract(epoch from closed - opened)) / 86400)::numeric(9, 1)
                                as ninety
                        from accord.report_task
                        where status = 'DONE' and closed >= :from and closed < :to
                            and (:process::text is null or process = :process) and (:confidential or not confidential)
                        """ + PLACE + "group by process, element order by count(*) < " + Report.ENOUGH
                                + ", median desc, process, element",
                        question,
                        span,
                        open)
                .param("process", process)
                .query(Time.class)
                .list();
    }

    /** Work that somebody is late with, and for how many days at most. */
    record Late(String role, @Nullable String state, int tasks, BigDecimal days) {}

    List<Late> overdue(Question question, Span span, Open open, Instant now) {
        return asked("""
                        select role, holder_state as state, count(*) as tasks,
                            (extract(epoch from max(:now - due)) / 86400)::numeric(9, 1) as days
                        from accord.report_task
                        where status = 'OPEN' and due < :now and (:confidential or not confidential)
                        """ + PLACE + "group by role, holder_state order by days desc, role, state", question, span, open)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Late.class)
                .list();
    }

    /** What came to a role and was done in the period, and what of it is open now. */
    record Load(String role, int given, int done, int late, int open) {}

    List<Load> workload(Question question, Span span, Open open) {
        return asked("""
                        select role, count(*) filter (where opened >= :from and opened < :to) as given,
                            count(*) filter (where status = 'DONE' and closed >= :from and closed < :to) as done,
                            count(*) filter (where status = 'DONE' and closed >= :from and closed < :to and closed > due) as late,
                            count(*) filter (where status = 'OPEN' and opened < :to) as open
                        from accord.report_task
                        where opened < :to and (closed is null or closed >= :from) and (:confidential or not confidential)
                        """ + PLACE + "group by role order by given desc, role", question, span, open)
                .query(Load.class)
                .list();
    }

    /** Meetings and workshops that took place: they came to such an end, or their last day is over and they were not called off. */
    record Held(@Nullable String pillar, @Nullable String state, int cases) {}

    /**
     * The same, counted.
     *
     * @param ends process and end in one, as in {@code expert-meeting/held}
     * @param processes those whose cases are meetings and workshops
     */
    List<Held> held(
            Question question,
            Span span,
            Open open,
            Collection<String> ends,
            Collection<String> processes,
            LocalDate today) {
        return asked("""
                        select pillar, state, count(*) as cases
                        from accord.report_case
                        where (process || '/' || outcome = any(:ends)
                                or process = any(:processes) and status = 'RUNNING' and not called_off
                                    and coalesce(last_date, reference_date) < :today)
                            and reference_date >= :first and reference_date <= :last
                        """ + PLACE + "group by pillar, state", question, span, open)
                .param("first", span.first())
                .param("last", span.last())
                .param("ends", ends.toArray(String[]::new))
                .param("processes", processes.toArray(String[]::new))
                .param("today", today)
                .query(Held.class)
                .list();
    }

    /** Decisions of one kind that came to one outcome in the period, or were still open at its end, and how long they took so far. */
    record Decided(String kind, @Nullable String outcome, int decisions, BigDecimal median) {}

    List<Decided> decisions(Question question, Span span, Open open, Instant now) {
        return asked(
                        """
                        select kind, outcome, count(*) as decisions,
                            (percentile_cont(0.5) within group (order by extract(epoch from until - opened)) / 86400)::numeric(9, 1)
                                as median
                        from (select kind, case when closed < :to then outcome end as outcome, opened,
                                least(coalesce(closed, :now), :to, :now) as until, state, pillar, secretariat_only
                            from accord.report_decision
                            where opened < :to and opened <= :now and (closed is null or closed >= :from)) as decided
                        where true
                        """ + PLACE + "group by kind, outcome order by decisions desc, kind, outcome",
                        question,
                        span,
                        open)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Decided.class)
                .list();
    }

    /** What a donor was asked for in cases begun in the period, in US dollars. */
    record Cost(String donor, int cases, BigDecimal asked, BigDecimal approved, BigDecimal waiting) {}

    List<Cost> costs(Question question, Span span, Open open) {
        return asked("""
                        select donor, count(*) as cases, sum(dollars) as asked,
                            coalesce(sum(dollars) filter (where outcome = 'approved'), 0) as approved,
                            coalesce(sum(dollars) filter (where status = 'RUNNING'), 0) as waiting
                        from (select distinct on (case_key) * from accord.report_cost
                            where :confidential or not confidential order by case_key, number desc) as cost
                        where started >= :from and started < :to
                        """ + PLACE + "group by donor order by approved desc, asked desc, donor", question, span, open)
                .query(Cost.class)
                .list();
    }

    private StatementSpec asked(String sql, Question question, Span span, Open open) {
        return jdbc.sql(sql)
                .param("from", span.from())
                .param("to", span.to())
                .param("state", question.state())
                .param("pillar", question.pillar())
                .param("secretariat", open.secretariat())
                .param("confidential", open.confidential());
    }
}
