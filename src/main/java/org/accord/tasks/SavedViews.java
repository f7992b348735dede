package org.accord.tasks;

import java.time.Clock;
import java.util.List;
import org.accord.core.Actor;
import org.accord.core.Refused;
import org.accord.core.Violation;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The ways in which people look at their work again and again, each person's own. */
@Component
class SavedViews {

    /** More than these nobody finds again. */
    static final int MOST = 12;

    static final int LONGEST_NAME = 60;

    private final JdbcClient jdbc;
    private final Clock clock;

    SavedViews(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One of somebody's ways to look, under the name that they gave it. */
    record Saved(String name, Looking looking) {}

    private record Row(String name, String view, String q, String state, String due, String sort) {

        Saved saved() {
            return new Saved(name, new Looking(view, q, state, due, sort));
        }
    }

    /** In the order in which they were saved. */
    List<Saved> of(Actor owner) {
        return jdbc.sql("""
                        select name, view, q, state, due, sort from accord.saved_view
                        where owner = :owner order by place
                        """).param("owner", owner.name()).query(Row.class).list().stream()
                .map(Row::saved)
                .toList();
    }

    /**
     * Keeps it; one of the same name is replaced. Refuses a name that is missing ({@code required}), too long
     * ({@code maxLength}) or has characters that cannot be seen ({@code illegalCharacter}), a filter that is none, and one view too many
     * ({@code tooManyViews}).
     */
    @Transactional
    void save(Actor owner, String given, Looking looking) {
        String name = given.strip();
        requireName(name);
        looking.filter(clock.instant());
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('saved_view ' || :owner, 0)) is null")
                .param("owner", owner.name())
                .query(Boolean.class)
                .single();
        List<Saved> all = of(owner);
        if (all.size() >= MOST && all.stream().noneMatch(one -> one.name().equals(name))) {
            throw Refused.conflict("tooManyViews", MOST);
        }
        keep(owner, name, looking);
    }

    private void keep(Actor owner, String name, Looking looking) {
        jdbc.sql("""
                        insert into accord.saved_view (owner, name, place, view, q, state, due, sort)
                        values (:owner, :name,
                            (select coalesce(max(place), 0) + 1 from accord.saved_view where owner = :owner),
                            :view, :q, :state, :due, :sort)
                        on conflict (owner, name) do update set (view, q, state, due, sort)
                            = (excluded.view, excluded.q, excluded.state, excluded.due, excluded.sort)
                        """)
                .param("owner", owner.name())
                .param("name", name)
                .param("view", looking.view())
                .param("q", looking.q())
                .param("state", looking.state())
                .param("due", looking.due())
                .param("sort", looking.sort())
                .update();
    }

    private static void requireName(String name) {
        if (name.isEmpty()) {
            throw Refused.invalid(Violation.of("name", "required"));
        }
        if (name.length() > LONGEST_NAME) {
            throw Refused.invalid(Violation.of("name", "maxLength", LONGEST_NAME, name, name.length()));
        }
        name.codePoints().filter(Character::isISOControl).findFirst().ifPresent(control -> {
            throw Refused.invalid(Violation.of("name", "illegalCharacter", "U+%04X".formatted(control), name));
        });
    }

    /** Forgets it; does nothing if there is none of that name. */
    void remove(Actor owner, String name) {
        jdbc.sql("delete from accord.saved_view where owner = :owner and name = :name")
                .param("owner", owner.name())
                .param("name", name)
                .update();
    }
}
