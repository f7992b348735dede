package org.accord.audit;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One search as statements that hold only the conditions given, so that each runs along its own index. */
final class AuditSearch {

    /**
     * For the transaction: a part of a search that would take longer is given up; no table is read from its beginning, for what
     * the database expects of a word may be a mere guess. What is narrowed by more than a text is planned for what it looks for;
     * a text alone is looked for in the same way whatever it is, and planning that each time would take as long as finding it.
     */
    private static final String SETTINGS = """
            select set_config('statement_timeout', '2s', true), set_config('plan_cache_mode', :planning, true),
                set_config('jit', 'off', true), set_config('enable_seqscan', 'off', true),
                set_config('effective_io_concurrency',
                    case current_setting('effective_io_concurrency') when '0' then '0' else '128' end, true),
            """;

    /** Before {@link #newest}, and after it with {@code on}: only bitmaps lead through an index of words. */
    static final String BITMAPS = "select set_config('enable_bitmapscan', :value, true)";

    /** So many places of a text, and no more, are gathered in any case to find the newest of them. */
    static final int GATHERED = 20_000;

    /** So many are gathered in a moment. */
    static final int SOME = 5_000;

    /** Up to so many places of a text all are gathered, if the database expects no more. */
    static final int FEW = 2_000;

    /** The newest that are looked at in a moment. */
    static final int NEWEST = 2_000;

    /** The newest that are looked at before much is gathered. */
    static final int RECENT = 30_000;

    private static final String ORDER = " order by at desc, index desc limit :limit";

    /** Where a text is looked for. */
    enum Place {
        /** What is told openly. */
        DETAILS("vector @@ %s"),
        /** Whom or what it is about. */
        SUBJECT("subject_id = :text"),
        /** What people wrote. */
        WORDS("""
                exists (select 1 from accord.audit_words as word
                    where word.entry = audit_entry.index and word.vector @@ %s)""");

        private final String condition;

        Place(String condition) {
            this.condition = condition;
        }
    }

    /** What people wrote, as if it were entries that told it openly; for a search that asks for a time at most. */
    private static final String WRITTEN = "(select at, entry as index, vector from accord.audit_words) as audit_entry";

    private final List<String> times = new ArrayList<>();
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();

    private AuditSearch() {}

    static AuditSearch of(AuditFilter filter, @Nullable Long after) {
        AuditSearch search = new AuditSearch();
        search.where(search.conditions, "case_key = :caseKey", "caseKey", filter.caseKey());
        search.where(search.conditions, "actor = :actor", "actor", filter.actor());
        search.where(search.conditions, "role = :role", "role", filter.role());
        search.where(search.conditions, "action = :action", "action", filter.action());
        search.where(search.conditions, "state = :state", "state", filter.state());
        search.where(search.times, "at >= :from", "from", utc(filter.from()));
        search.where(search.times, "at < :to", "to", utc(filter.to()));
        search.where(
                search.times,
                "(at, index) < ((select last.at from accord.audit_entry as last where last.index = :after), :after)",
                "after",
                after);
        if (filter.text() != null) {
            search.parameters.put("text", filter.text());
        }
        boolean one = filter.text() != null && !search.isNarrow();
        search.parameters.put("planning", one ? "force_generic_plan" : "force_custom_plan");
        return search;
    }

    private void where(List<String> kind, String condition, String name, @Nullable Object value) {
        if (value != null) {
            kind.add(condition);
            parameters.put(name, value);
        }
    }

    private static @Nullable Object utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    /** Makes the settings, and tells whether the text has several words. */
    String settings() {
        return SETTINGS + (parameters.containsKey("text") ? "numnode(accord.audit_whole(:text)) > 0" : "false");
    }

    /** Whether something besides the text is asked for. */
    boolean isNarrow() {
        return !conditions.isEmpty() || !times.isEmpty();
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    /** Without a text. */
    String sql(String columns) {
        return "select " + columns + " from accord.audit_entry"
                + where(Stream.concat(conditions.stream(), times.stream())) + ORDER;
    }

    /** How many hold the text there, as the database expects. */
    String expected(Place place) {
        return "explain (format json) select at, index from " + from(place);
    }

    /** The newest of up to so many and one that hold the text there, and how many those are. */
    String gathered(Place place, int most) {
        return "select distinct at, index, hits, true as fits from (select at, index, count(*) over () as hits"
                + " from (select at, index from " + from(place) + limit(most) + ") as hit) as counted" + ORDER;
    }

    /** The same of those that hold all words but the last, those first that hold the last too. */
    String gatheredByWhole(Place place, int most) {
        String whole = condition(place, "audit_whole");
        String fits = condition(place).replace("audit_entry.index", "hit.index");
        return "select distinct at, index, hits, fits from (select at, index, count(*) over () as hits, " + fits
                + " as fits from (select at, index, vector from " + from(place, whole)
                + limit(most) + ") as hit) as counted order by fits desc, at desc, index desc limit :limit";
    }

    private static String limit(int most) {
        return " limit " + (most + 1);
    }

    /** Several statements as one, each row with its place. */
    static String together(Map<Place, String> statements, String columns) {
        return statements.entrySet().stream()
                .map(one -> "select '%s' as place, %s from (%s) as one"
                        .formatted(one.getKey().name(), columns, one.getValue()))
                .collect(joining(" union all "));
    }

    /** The newest that hold the text there, of so many newest. */
    String recent(Place place, int looked) {
        return "select distinct at, index from (select * from " + table(place)
                + where(Stream.concat(conditions.stream(), times.stream()))
                + " order by at desc, index desc limit " + looked + ") as audit_entry where " + condition(place)
                + ORDER;
    }

    /** The newest that hold the text there, looked for from the newest on: for a text that many hold. */
    String newest(Place place) {
        return "select distinct at, index from " + from(place) + ORDER;
    }

    private String from(Place place) {
        return from(place, condition(place));
    }

    private String from(Place place, String condition) {
        return table(place)
                + where(Stream.of(conditions.stream(), times.stream(), Stream.of(condition))
                        .flatMap(Function.identity()));
    }

    private String table(Place place) {
        return isWritten(place) ? WRITTEN : "accord.audit_entry";
    }

    private String condition(Place place) {
        return condition(place, "audit_query");
    }

    /** A statement that is planned once for all texts works out what it looks for once, not for each row. */
    private String condition(Place place, String reading) {
        String sought = "accord." + reading + "(:text)";
        return (isWritten(place) ? Place.DETAILS : place)
                .condition.formatted(isNarrow() ? sought : "(select " + sought + ")");
    }

    private boolean isWritten(Place place) {
        return place == Place.WORDS && conditions.isEmpty();
    }

    private static String where(Stream<String> conditions) {
        String all = conditions.collect(joining(" and "));
        return all.isEmpty() ? "" : " where " + all;
    }
}
