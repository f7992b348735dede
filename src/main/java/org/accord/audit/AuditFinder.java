package org.accord.audit;

import static org.accord.audit.AuditSearch.Place.DETAILS;
import static org.accord.audit.AuditSearch.Place.SUBJECT;
import static org.accord.audit.AuditSearch.Place.WORDS;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.accord.audit.AuditSearch.Place;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds entries of the record: by the cheapest way first that may lead to the newest; the last one always does. */
@Component
class AuditFinder {

    private final JdbcClient jdbc;
    private final AuditStore store;
    private final ObjectMapper json;

    AuditFinder(JdbcClient jdbc, AuditStore store, ObjectMapper json) {
        this.jdbc = jdbc;
        this.store = store;
        this.json = json;
    }

    private record Found(Place place, long index) {}

    /** A place of a text; of so many that were gathered, some fit. */
    private record Hit(Place place, long index, long hits, boolean fits) {}

    /**
     * The latest first.
     *
     * @param after the entry that the page before ended with
     * @throws QueryTimeoutException if it cannot be found in time
     */
    List<AuditEntry> find(AuditFilter filter, @Nullable Long after, int limit) {
        AuditSearch search = AuditSearch.of(filter, after);
        boolean several = jdbc.sql(search.settings())
                .params(search.parameters())
                .query(AuditFinder::last)
                .single();
        if (filter.text() == null) {
            return store.select(search, limit);
        }
        List<Long> found = new ArrayList<>();
        if (search.isNarrow()) {
            Arrays.stream(Place.values()).forEach(place -> found.addAll(inOne(search, place, several, limit)));
        } else {
            found.addAll(everywhere(search, several, limit));
        }
        return store.latest(found, limit);
    }

    private static boolean last(ResultSet row, int number) throws SQLException {
        return row.getBoolean(row.getMetaData().getColumnCount());
    }

    /** What can be found in a moment is looked for in all places by one statement. */
    private List<Long> everywhere(AuditSearch search, boolean several, int limit) {
        Map<Place, List<Long>> newest = newest(search, limit);
        Map<Place, String> quick = new EnumMap<>(Place.class);
        quick.put(SUBJECT, search.gathered(SUBJECT, AuditSearch.GATHERED));
        newest.forEach((place, found) -> {
            if (found.size() < limit && (found.isEmpty() || several)) {
                quick.put(place, quick(search, place, several));
            }
        });
        Map<Place, List<Hit>> gathered = gathered(search, quick, limit);
        List<Long> all = new ArrayList<>();
        for (Place place : Place.values()) {
            List<Long> recent = newest.getOrDefault(place, List.of());
            all.addAll(
                    recent.size() == limit
                            ? recent
                            : complete(gathered, place).orElseGet(() -> slowly(search, place, limit)));
        }
        return all;
    }

    private Map<Place, List<Long>> newest(AuditSearch search, int limit) {
        Map<Place, String> statements = new EnumMap<>(Place.class);
        statements.put(DETAILS, search.recent(DETAILS, AuditSearch.NEWEST));
        statements.put(WORDS, search.recent(WORDS, AuditSearch.NEWEST));
        Map<Place, List<Long>> newest = new EnumMap<>(Place.class);
        statements.keySet().forEach(place -> newest.put(place, List.of()));
        newest.putAll(jdbc
                .sql(AuditSearch.together(statements, "at, index"))
                .params(search.parameters())
                .param("limit", limit)
                .query(Found.class)
                .list()
                .stream()
                .collect(Collectors.groupingBy(Found::place, Collectors.mapping(Found::index, Collectors.toList()))));
        return newest;
    }

    private static String quick(AuditSearch search, Place place, boolean several) {
        return several ? search.gatheredByWhole(place, AuditSearch.SOME) : search.gathered(place, AuditSearch.SOME);
    }

    private Map<Place, List<Hit>> gathered(AuditSearch search, Map<Place, String> statements, int limit) {
        Map<Place, List<Hit>> gathered = jdbc
                .sql(AuditSearch.together(statements, "at, index, hits, fits"))
                .params(search.parameters())
                .param("limit", limit)
                .query(Hit.class)
                .list()
                .stream()
                .collect(Collectors.groupingBy(Hit::place, () -> new EnumMap<>(Place.class), Collectors.toList()));
        statements.keySet().forEach(place -> gathered.putIfAbsent(place, List.of()));
        return gathered;
    }

    /** All that fit, if no more were there than could be gathered. */
    private static Optional<List<Long>> complete(Map<Place, List<Hit>> gathered, Place place) {
        long most = place == SUBJECT ? AuditSearch.GATHERED : AuditSearch.SOME;
        return Optional.ofNullable(gathered.get(place)).flatMap(hits -> fitting(hits, most));
    }

    private static Optional<List<Long>> fitting(List<Hit> hits, long most) {
        return hits.isEmpty() || hits.get(0).hits() <= most
                ? Optional.of(hits.stream().filter(Hit::fits).map(Hit::index).toList())
                : Optional.empty();
    }

    /** With more conditions than the text the database is asked first how much it expects. */
    private List<Long> inOne(AuditSearch search, Place place, boolean several, int limit) {
        if (place == SUBJECT || expected(search, place) <= AuditSearch.FEW) {
            return gathered(search, place, search.gathered(place, AuditSearch.GATHERED), AuditSearch.GATHERED, limit)
                    .orElseGet(() -> alongTheTime(search, place, limit));
        }
        List<Long> newest = recent(search, place, AuditSearch.NEWEST, limit);
        if (newest.size() == limit) {
            return newest;
        }
        Optional<List<Long>> all = newest.isEmpty() || several
                ? gathered(search, place, quick(search, place, several), AuditSearch.SOME, limit)
                : Optional.empty();
        return all.orElseGet(() -> slowly(search, place, limit));
    }

    private List<Long> slowly(AuditSearch search, Place place, int limit) {
        if (place == SUBJECT) {
            return alongTheTime(search, place, limit);
        }
        return Optional.of(recent(search, place, AuditSearch.RECENT, limit))
                .filter(found -> found.size() == limit)
                .or(() -> gathered(
                        search, place, search.gathered(place, AuditSearch.GATHERED), AuditSearch.GATHERED, limit))
                .orElseGet(() -> alongTheTime(search, place, limit));
    }

    /** Those of the newest that hold the text there. */
    private List<Long> recent(AuditSearch search, Place place, int looked, int limit) {
        return indexes(search, search.recent(place, looked), limit);
    }

    private List<Long> indexes(AuditSearch search, String sql, int limit) {
        return jdbc.sql(sql)
                .params(search.parameters())
                .param("limit", limit)
                .query((row, number) -> row.getLong("index"))
                .list();
    }

    /** The newest of all that hold the text there; not if those that had to be looked at are more. */
    private Optional<List<Long>> gathered(AuditSearch search, Place place, String sql, int most, int limit) {
        return fitting(gathered(search, Map.of(place, sql), limit).getOrDefault(place, List.of()), most);
    }

    private List<Long> alongTheTime(AuditSearch search, Place place, int limit) {
        jdbc.sql(AuditSearch.BITMAPS).param("value", "off").query().singleRow();
        List<Long> found = indexes(search, search.newest(place), limit);
        jdbc.sql(AuditSearch.BITMAPS).param("value", "on").query().singleRow();
        return found;
    }

    private long expected(AuditSearch search, Place place) {
        String plan = jdbc.sql(search.expected(place))
                .params(search.parameters())
                .query(String.class)
                .single();
        try {
            return json.readTree(plan).at("/0/Plan/Plan Rows").asLong();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a plan is JSON", e);
        }
    }
}
