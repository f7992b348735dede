package org.accord.exports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.accord.core.Actor.Kind;
import org.accord.seals.Seals;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** Entries one after the other; however many there are, few are in memory. */
@Component
class ExportStore {

    private static final int AT_ONCE = 500;

    private static final String COLUMNS = """
            select entry.index, entry.at, entry.actor_kind, entry.actor, entry.role, entry.on_behalf_of, entry.action,
                entry.subject_type, entry.subject_id, entry.case_key, entry.state, entry.salt, entry.body, leaf.leaf,
                (entry.details || coalesce((select jsonb_object_agg(word.key, word.value) from accord.audit_words as word
                    where word.entry = entry.index and word.value is not null
                        and jsonb_exists(entry.details -> word.key, 'commitment')), '{}'))::text as details,
                coalesce((select jsonb_object_agg(word.key, jsonb_build_object(
                        'salt', coalesce(encode(word.salt, 'hex'), ''), 'value', word.value))
                    from accord.audit_words as word where word.entry = entry.index), '{}')::text as words
            """;

    private static final String WHERE = """
            where (:caseKey::text is null or entry.case_key = :caseKey)
                and (:from::timestamptz is null or entry.at >= :from)
                and (:to::timestamptz is null or entry.at < :to)
                and (cardinality(:audiences::text[]) = 0 or entry.audiences && :audiences::text[])
            """;

    private final NamedParameterJdbcTemplate jdbc;

    ExportStore(DataSource dataSource) {
        JdbcTemplate template = new JdbcTemplate(dataSource);
        template.setFetchSize(AT_ONCE);
        this.jdbc = new NamedParameterJdbcTemplate(template);
    }

    /** Sealed ones, in the order of their leaves. */
    void byLeaf(Selection selection, long treeSize, Consumer<ExportedEntry> each) {
        String sql = COLUMNS
                + " from accord.seal_leaf as leaf join accord.audit_entry as entry on entry.index = leaf.entry " + WHERE
                + " and leaf.leaf < :treeSize order by leaf.leaf";
        jdbc.query(sql, parameters(selection).addValue("treeSize", treeSize), row(each));
    }

    /** All, in the order of the record. */
    void byNumber(Selection selection, Consumer<ExportedEntry> each) {
        stream(selection, " order by entry.index", each);
    }

    /** Those that belong to cases, case by case. */
    void byCase(Selection selection, Consumer<ExportedEntry> each) {
        stream(selection, " and entry.case_key is not null order by entry.case_key, entry.index", each);
    }

    private void stream(Selection selection, String order, Consumer<ExportedEntry> each) {
        String sql = COLUMNS
                + " from accord.audit_entry as entry left join accord.seal_leaf as leaf on leaf.entry = entry.index "
                + WHERE + order;
        jdbc.query(sql, parameters(selection), row(each));
    }

    private static MapSqlParameterSource parameters(Selection selection) {
        return new MapSqlParameterSource()
                .addValue("caseKey", selection.caseKey())
                .addValue("from", utc(selection.from()))
                .addValue("to", utc(selection.to()))
                .addValue("audiences", selection.audiences().toArray(String[]::new));
    }

    private static RowCallbackHandler row(Consumer<ExportedEntry> each) {
        return row -> each.accept(entry(row));
    }

    private static ExportedEntry entry(ResultSet row) throws SQLException {
        return new ExportedEntry(
                row.getLong("index"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                new ExportedEntry.Actor(
                        Kind.SYSTEM.name().equals(row.getString("actor_kind")),
                        row.getString("actor"),
                        row.getString("role"),
                        row.getString("on_behalf_of")),
                row.getString("action"),
                row.getString("subject_type") + ":" + row.getString("subject_id"),
                row.getString("case_key"),
                row.getString("state"),
                row.getString("details"),
                sealed(row));
    }

    private static ExportedEntry.Sealed sealed(ResultSet row) throws SQLException {
        byte[] salt = row.getBytes("salt");
        String body = row.getString("body");
        return new ExportedEntry.Sealed(
                row.getObject("leaf", Long.class),
                Seals.leafHash(row.getLong("index"), salt, body),
                HexFormat.of().formatHex(salt),
                body,
                row.getString("words"));
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
