package org.accord.substitutions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.accord.core.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class SubstitutionStore {

    private static final long LOCK = 0x5AB57177L;

    private static final String COLUMNS = """
            id, principal, substitute, valid_from, valid_until, roles, state, processes, reach_state, status, proposed_by,
            proposed_at, decided_by, decided_at, remark, closed_by, closed_at
            """;

    private final JdbcClient jdbc;

    SubstitutionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Who looks.
     *
     * @param all whether they see every one
     * @param states the States for which they may approve
     */
    record Viewer(String name, boolean all, Set<String> states) {}

    /** Holds all substitutions and hand-overs until the end of the transaction: each is measured against the others. */
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(:lock) is null")
                .param("lock", LOCK)
                .query(Boolean.class)
                .single();
    }

    /** A new identifier of the kind; numbers are given out once and without gaps. */
    String nextId(String kind, int year) {
        int number = jdbc.sql("""
                        insert into accord.substitution_number (kind, year, last) values (:kind, :year, 1)
                        on conflict (kind, year) do update set last = substitution_number.last + 1
                        returning last
                        """)
                .param("kind", kind)
                .param("year", year)
                .query(Integer.class)
                .single();
        return "%s-%d-%03d".formatted(kind, year, number);
    }

    void insert(Substitution proposed) {
        Substitution.Terms terms = proposed.terms();
        jdbc.sql("""
                        insert into accord.substitution (id, principal, substitute, valid_from, valid_until, roles, state,
                            processes, reach_state, status, proposed_by, proposed_at)
                        values (:id, :principal, :substitute, :from, :until, :roles, :state, :processes, :reachState,
                            :status, :proposedBy, :proposedAt)
                        """)
                .param("id", proposed.id())
                .param("principal", terms.principal())
                .param("substitute", terms.substitute())
                .param("from", terms.from())
                .param("until", terms.until())
                .param("roles", array(terms.roles()))
                .param("state", terms.state())
                .param("processes", array(terms.processes()))
                .param("reachState", proposed.reach().state())
                .param("status", proposed.status().name())
                .param("proposedBy", proposed.proposedBy())
                .param("proposedAt", utc(proposed.proposedAt()))
                .update();
    }

    void decide(String id, Substitution.Status status, String by, Instant at, @Nullable String remark) {
        jdbc.sql("""
                        update accord.substitution
                        set status = :status, decided_by = :by, decided_at = :at, remark = :remark
                        where id = :id
                        """)
                .param("id", id)
                .param("status", status.name())
                .param("by", by)
                .param("at", utc(at))
                .param("remark", remark)
                .update();
    }

    void close(String id, Substitution.Status status, String by, Instant at) {
        jdbc.sql("""
                        update accord.substitution set status = :status, closed_by = :by, closed_at = :at where id = :id
                        """)
                .param("id", id)
                .param("status", status.name())
                .param("by", by)
                .param("at", utc(at))
                .update();
    }

    void changePrincipal(String id, String principal) {
        jdbc.sql("update accord.substitution set principal = :principal where id = :id")
                .param("id", id)
                .param("principal", principal)
                .update();
    }

    Optional<Substitution> find(String id) {
        return jdbc.sql("select " + COLUMNS + " from accord.substitution where id = :id")
                .param("id", id)
                .query(SubstitutionStore::substitution)
                .optional();
    }

    /** Those in force on the day by which the post stands in for others, in the order in which they were proposed. */
    List<Substitution> inForceFor(String substitute, LocalDate day) {
        return jdbc.sql("select " + COLUMNS + """
                        from accord.substitution
                        where substitute = :substitute and status = 'APPROVED'
                            and valid_from <= :day and valid_until >= :day
                        order by number
                        """)
                .param("substitute", substitute)
                .param("day", day)
                .query(SubstitutionStore::substitution)
                .list();
    }

    /** The posts that stand in for this one on the day. */
    List<String> standInsOf(String principal, LocalDate day) {
        return jdbc.sql("""
                        select distinct substitute from accord.substitution
                        where principal = :principal and status = 'APPROVED'
                            and valid_from <= :day and valid_until >= :day
                        order by substitute
                        """)
                .param("principal", principal)
                .param("day", day)
                .query(String.class)
                .list();
    }

    /** Those proposed or approved that concern one of the posts and are not over by the day. */
    List<Substitution> counting(Collection<String> posts, LocalDate day) {
        return jdbc.sql("select " + COLUMNS + """
                        from accord.substitution
                        where (principal = any(:posts) or substitute = any(:posts)) and valid_until >= :day
                            and status in ('PROPOSED', 'APPROVED')
                        order by number
                        """)
                .param("posts", array(posts))
                .param("day", day)
                .query(SubstitutionStore::substitution)
                .list();
    }

    /** Those that the viewer may see, the newest first, from the one after the cursor on. */
    List<Substitution> visible(Viewer viewer, @Nullable String after, int limit) {
        return jdbc.sql("select " + COLUMNS + """
                        from accord.substitution
                        where (:all or principal = :me or substitute = :me or proposed_by = :me
                                or reach_state = any(:states))
                            and (:after::text is null
                                or number < (select number from accord.substitution where id = :after))
                        order by number desc
                        limit :limit
                        """)
                .param("all", viewer.all())
                .param("me", viewer.name())
                .param("states", array(viewer.states()))
                .param("after", after)
                .param("limit", limit)
                .query(SubstitutionStore::substitution)
                .list();
    }

    private static Substitution substitution(ResultSet row, int number) throws SQLException {
        return new Substitution(
                row.getString("id"),
                new Substitution.Terms(
                        row.getString("principal"),
                        row.getString("substitute"),
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("valid_until", LocalDate.class),
                        Set.of((String[]) row.getArray("roles").getArray()),
                        row.getString("state"),
                        Set.of((String[]) row.getArray("processes").getArray())),
                Scope.ofState(row.getString("reach_state")),
                Substitution.Status.valueOf(row.getString("status")),
                row.getString("proposed_by"),
                row.getObject("proposed_at", OffsetDateTime.class).toInstant(),
                row.getString("decided_by"),
                instant(row, "decided_at"),
                row.getString("remark"),
                row.getString("closed_by"),
                instant(row, "closed_at"));
    }

    @SuppressWarnings("NullAway") // an absent instant is the point of this method
    static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    private static String[] array(Collection<String> values) {
        return values.stream().sorted().toArray(String[]::new);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
