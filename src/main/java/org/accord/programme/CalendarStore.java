package org.accord.programme;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.accord.core.LocalText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The days that were added to calendars. They are few and read anew each time, so every node counts alike at once. */
@Component
class CalendarStore {

    private static final String CALENDARS = "accord calendars";

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    CalendarStore(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** By calendar and day. */
    Map<String, Map<LocalDate, ExtraDay>> days() {
        Map<String, Map<LocalDate, ExtraDay>> days = new HashMap<>();
        jdbc.sql("select calendar, day, name::text as name, off from accord.calendar_day")
                .query(row -> {
                    ExtraDay day = day(row);
                    days.computeIfAbsent(row.getString("calendar"), calendar -> new HashMap<>())
                            .put(day.day(), day);
                });
        return days;
    }

    private ExtraDay day(ResultSet row) throws SQLException {
        return new ExtraDay(row.getObject("day", LocalDate.class), read(row.getString("name")), row.getBoolean("off"));
    }

    /** Whether it was added; not so if the calendar had such a day already. */
    boolean add(String calendar, ExtraDay day) {
        return jdbc.sql("""
                        insert into accord.calendar_day (calendar, day, name, off)
                        values (:calendar, :day, :name::jsonb, :off)
                        on conflict (calendar, day) do nothing
                        """)
                        .param("calendar", calendar)
                        .param("day", day.day())
                        .param("name", write(day.name()))
                        .param("off", day.off())
                        .update()
                == 1;
    }

    /** Whether there was such a day to take away. */
    boolean remove(String calendar, LocalDate day) {
        return jdbc.sql("delete from accord.calendar_day where calendar = :calendar and day = :day")
                        .param("calendar", calendar)
                        .param("day", day)
                        .update()
                == 1;
    }

    /** Keeps the days as they are until the end of the transaction; whoever changes them waits. */
    void hold() {
        lock("pg_advisory_xact_lock_shared");
    }

    /** Waits for all who hold the days, and makes others wait until the end of the transaction. */
    void claim() {
        lock("pg_advisory_xact_lock");
    }

    private void lock(String function) {
        jdbc.sql("select " + function + "(hashtextextended(:name, 0)) is null")
                .param("name", CALENDARS)
                .query(Boolean.class)
                .single();
    }

    private LocalText read(String name) {
        try {
            return new LocalText(json.readValue(name, new TypeReference<Map<String, String>>() {}));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not the name of a day: " + name, e);
        }
    }

    private String write(LocalText name) {
        try {
            return json.writeValueAsString(name.byLanguage());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a map of texts is always JSON", e);
        }
    }
}
