package org.accord.programme;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.accord.core.LocalText;
import org.accord.core.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

@Component
class ProgrammeStore {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JdbcClient jdbc;

    ProgrammeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Until the end of the transaction nobody else changes rights. */
    void holdRights() {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('mandate_change', 0)) is null")
                .query(Boolean.class)
                .single();
    }

    void add(List<Post> posts, List<Holding> holdings) {
        posts.forEach(this::add);
        holdings.forEach(holding -> add(holding.post().userName(), holding.mandate()));
    }

    void add(String userName, Mandate mandate) {
        jdbc.sql("""
                        insert into accord.programme_mandate
                            (user_name, role, state, organisation, pillar, valid_from, valid_until)
                        values (:userName, :role, :state, :organisation, :pillar, :from, :until)
                        """)
                .param("userName", userName)
                .param("role", mandate.role())
                .param("state", mandate.scope().state())
                .param("organisation", mandate.scope().organisation())
                .param("pillar", mandate.scope().pillar())
                .param("from", mandate.from())
                .param("until", mandate.until())
                .update();
    }

    void add(Delegation delegation) {
        jdbc.sql("""
                        insert into accord.programme_delegation (user_name, spending_limit, valid_from, valid_until, given_by)
                        values (:userName, :limit, :from, :until, :by)
                        """)
                .param("userName", delegation.userName())
                .param("limit", delegation.limit())
                .param("from", delegation.from())
                .param("until", delegation.until())
                .param("by", delegation.by())
                .update();
    }

    /** Ends the authority with that day, or takes it away whole if it would begin only later. Whether it was there. */
    boolean end(Delegation delegation, LocalDate lastDay) {
        String act = lastDay.isBefore(delegation.from())
                ? "delete from accord.programme_delegation"
                : "update accord.programme_delegation set valid_until = :lastDay";
        return jdbc.sql(act + """
                         where user_name = :userName and spending_limit = :limit and valid_from = :from
                            and (valid_until, given_by) is not distinct from (:until::date, :by::text)
                        """)
                        .param("lastDay", lastDay)
                        .param("userName", delegation.userName())
                        .param("limit", delegation.limit())
                        .param("from", delegation.from())
                        .param("until", delegation.until())
                        .param("by", delegation.by())
                        .update()
                > 0;
    }

    void rename(Post post) {
        jdbc.sql("update accord.programme_post set name = cast(:name as jsonb) where user_name = :userName")
                .param("userName", post.userName())
                .param("name", write(post.name()))
                .update();
    }

    boolean delegatesAuthority() {
        return jdbc.sql("select exists (select 1 from accord.programme_delegation)")
                .query(Boolean.class)
                .single();
    }

    /** All that the post ever had or will have, the furthest-reaching first. */
    List<Delegation> delegationsTo(String userName) {
        return jdbc.sql("""
                        select user_name, spending_limit, valid_from, valid_until, given_by
                        from accord.programme_delegation
                        where user_name = :userName
                        order by spending_limit desc, id
                        """)
                .param("userName", userName)
                .query((row, number) -> new Delegation(
                        row.getString("user_name"),
                        row.getBigDecimal("spending_limit"),
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("valid_until", LocalDate.class),
                        row.getString("given_by")))
                .list();
    }

    /** Ends with the day before every mandate of the post that has begun by then. */
    void end(String userName, LocalDate day) {
        jdbc.sql("""
                        update accord.programme_mandate set valid_until = :eve
                        where user_name = :userName and valid_from < :day
                            and (valid_until is null or valid_until >= :day)
                        """)
                .param("userName", userName)
                .param("day", day)
                .param("eve", day.minusDays(1))
                .update();
    }

    /** Whether it was not there yet. */
    boolean add(Post post) {
        return jdbc.sql("""
                        insert into accord.programme_post (user_name, name) values (:userName, cast(:name as jsonb))
                        on conflict (user_name) do nothing
                        """)
                        .param("userName", post.userName())
                        .param("name", write(post.name()))
                        .update()
                == 1;
    }

    /** Ends the mandate with that day, or takes it away whole if it would begin only later. Whether the post has it. */
    boolean end(String userName, Mandate mandate, LocalDate lastDay) {
        return lastDay.isBefore(mandate.from()) ? remove(userName, mandate) : shorten(userName, mandate, lastDay);
    }

    private boolean shorten(String userName, Mandate mandate, LocalDate lastDay) {
        return of("update accord.programme_mandate set valid_until = :lastDay", userName, mandate)
                        .param("lastDay", lastDay)
                        .update()
                > 0;
    }

    private boolean remove(String userName, Mandate mandate) {
        return of("delete from accord.programme_mandate", userName, mandate).update() > 0;
    }

    private StatementSpec of(String act, String userName, Mandate mandate) {
        return jdbc.sql(act + """
                         where user_name = :userName and role = :role and valid_from = :from
                            and (state, organisation, pillar, valid_until)
                                is not distinct from (:state::text, :organisation::text, :pillar::text, :until::date)
                        """)
                .param("userName", userName)
                .param("role", mandate.role())
                .param("state", mandate.scope().state())
                .param("organisation", mandate.scope().organisation())
                .param("pillar", mandate.scope().pillar())
                .param("from", mandate.from())
                .param("until", mandate.until());
    }

    /** Takes away every mandate of the post that begins on the day or later. */
    void dropFrom(String userName, LocalDate day) {
        jdbc.sql("delete from accord.programme_mandate where user_name = :userName and valid_from >= :day")
                .param("userName", userName)
                .param("day", day)
                .update();
    }

    List<Post> posts() {
        return jdbc.sql("select user_name, name from accord.programme_post order by user_name")
                .query((row, number) -> post(row))
                .list();
    }

    Optional<Post> post(String userName) {
        return jdbc.sql("select user_name, name from accord.programme_post where user_name = :userName")
                .param("userName", userName)
                .query((row, number) -> post(row))
                .optional();
    }

    List<Holding> holdingsOf(String userName) {
        return jdbc.sql("""
                        select post.user_name, post.name, mandate.role, mandate.state, mandate.organisation,
                            mandate.pillar, mandate.valid_from, mandate.valid_until
                        from accord.programme_mandate mandate
                        join accord.programme_post post on post.user_name = mandate.user_name
                        where mandate.user_name = :userName
                        order by mandate.id
                        """)
                .param("userName", userName)
                .query((row, number) -> new Holding(post(row), mandate(row)))
                .list();
    }

    List<Holding> holdingsIn(String role) {
        return jdbc.sql("""
                        select post.user_name, post.name, mandate.role, mandate.state, mandate.organisation,
                            mandate.pillar, mandate.valid_from, mandate.valid_until
                        from accord.programme_mandate mandate
                        join accord.programme_post post on post.user_name = mandate.user_name
                        where mandate.role = :role
                        order by post.user_name, mandate.id
                        """)
                .param("role", role)
                .query((row, number) -> new Holding(post(row), mandate(row)))
                .list();
    }

    private static Post post(ResultSet row) throws SQLException {
        return new Post(row.getString("user_name"), read(row.getString("name")));
    }

    private static Mandate mandate(ResultSet row) throws SQLException {
        return new Mandate(
                row.getString("role"),
                new Scope(row.getString("state"), row.getString("organisation"), row.getString("pillar")),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_until", LocalDate.class));
    }

    private static String write(LocalText text) {
        try {
            return JSON.writeValueAsString(text.byLanguage());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a map of texts is always JSON", e);
        }
    }

    private static LocalText read(String json) {
        try {
            return new LocalText(JSON.readValue(json, new TypeReference<Map<String, String>>() {}));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not the name of a post: " + json, e);
        }
    }
}
