package org.accord.audit;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One search as statements that hold only the conditions given, so that each runs along its own index. */
final class AuditSearch {

    /** For the transaction: a part of a search that would take longer is given up, and each planned for what it looks for. */
    static final String SETTINGS = """
            select set_config('statement_timeout', '2s', true), set_config('plan_cache_mode', 'force_custom_plan', true),
                set_config('jit', 'off', true)
            """;

    /** Before {@link #newest}, and after it with {@code on}: only bitmaps lead through an index of words. */
    static final String BITMAPS = "select set_config('enable_bitmapscan', :value, true)";

    /** The most places of a text that are gathered to find the newest of them. */
    static final int GATHERED = 20_000;

    private static final String ORDER = " order by at desc, index desc limit :limit";

    /** Where a text is looked for. */
    enum Place {
        /** What is told openly. */
        DETAILS("accord.audit_vector(details) @@ accord.audit_query(:text)"),
        /** Whom or what it is about. */
        SUBJECT("subject_id = :text"),
        /** What people wrote. */
        WORDS("""
                exists (select 1 from accord.audit_words as word
                    where word.entry = index and accord.audit_vector(word.value) @@ accord.audit_query(:text))""");

        private final String condition;

        Place(String condition) {
            this.condition = condition;
        }
    }

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();

    private AuditSearch() {}

    static AuditSearch of(AuditFilter filter, @Nullable Long after) {
        AuditSearch search = new AuditSearch();
        search.where("case_key = :caseKey", "caseKey", filter.caseKey());
        search.where("actor = :actor", "actor", filter.actor());
        search.where("role = :role", "role", filter.role());
        search.where("action = :action", "action", filter.action());
        search.where("state = :state", "state", filter.state());
        search.where("at >= :from", "from", utc(filter.from()));
        search.where("at < :to", "to", utc(filter.to()));
        search.where(
                "(at, index) < ((select last.at from accord.audit_entry as last where last.index = :after), :after)",
                "after",
                after);
        if (filter.text() != null) {
            search.parameters.put("text", filter.text());
        }
        return search;
    }

    private void where(String condition, String name, @Nullable Object value) {
        if (value != null) {
            conditions.add(condition);
            parameters.put(name, value);
        }
    }

    private static @Nullable Object utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    /** Without a text. */
    String sql(String columns) {
        String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        return "select " + columns + " from accord.audit_entry" + where + ORDER;
    }

    /** The newest of up to {@link #GATHERED} and one that hold the text there, and how many those are. */
    String gathered(Place place) {
        return "select index, count(*) over () as hits from (select index, at from accord.audit_entry" + where(place)
                + " limit " + (GATHERED + 1) + ") as hit" + ORDER;
    }

    /** The newest that hold the text there, looked for from the newest on: for a text that many hold. */
    String newest(Place place) {
        return "select index from accord.audit_entry" + where(place) + ORDER;
    }

    private String where(Place place) {
        return conditions.stream().map(condition -> condition + " and ").collect(joining("", " where ", ""))
                + place.condition;
    }
}
