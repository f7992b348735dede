package org.accord.audit;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One search as a statement that holds only the conditions given, so that each runs along its own index. */
final class AuditSearch {

    /** For the transaction: a search that would take longer is given up, and planned for what it looks for. */
    static final String SETTINGS = """
            select set_config('statement_timeout', '5s', true), set_config('plan_cache_mode', 'force_custom_plan', true),
                set_config('jit', 'off', true)
            """;

    private static final String ORDER = " order by at desc, index desc limit :limit";

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();
    private final boolean forText;

    private AuditSearch(boolean forText) {
        this.forText = forText;
    }

    static AuditSearch of(AuditFilter filter, @Nullable Long after) {
        AuditSearch search = new AuditSearch(filter.text() != null);
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

    String sql(String columns) {
        return forText
                ? "select " + columns + " from accord.audit_entry where index in (" + withText() + ")" + ORDER
                : "select " + columns + " from accord.audit_entry" + where() + ORDER;
    }

    /** What is told openly, whom or what it is about, and what people wrote: each for itself, and the newest of all. */
    private String withText() {
        return String.join(
                " union ",
                newest("accord.audit_entry", "accord.audit_vector(details) @@ accord.audit_query(:text)"),
                newest("accord.audit_entry", "subject_id = :text"),
                newest(
                        "accord.audit_words join accord.audit_entry on index = entry",
                        "accord.audit_vector(value) @@ accord.audit_query(:text)"));
    }

    private String newest(String from, String condition) {
        List<String> all = new ArrayList<>(conditions);
        all.add(condition);
        return "(select index from " + from + " where " + String.join(" and ", all) + ORDER + ")";
    }

    private String where() {
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }
}
