package org.accord.forms;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The versions of forms that were ever in use. */
@Component
class FormStore {

    private static final int ATTEMPTS = 5;

    private final JdbcClient jdbc;

    FormStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The version of exactly this form; the next number if it is new, also when two instances start at once. */
    int versionOf(FormSource source) {
        String digest = source.digest().hex();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<Integer> version = find(source.key(), digest);
            if (version.isPresent()) {
                return version.get();
            }
            add(source, digest);
        }
        throw new IllegalStateException("no version could be given to form " + source.key());
    }

    private Optional<Integer> find(String key, String digest) {
        return jdbc.sql("""
                        select version
                        from accord.form_version
                        where key = :key and digest = :digest
                        """)
                .param("key", key)
                .param("digest", digest)
                .query(Integer.class)
                .optional();
    }

    private void add(FormSource source, String digest) {
        jdbc.sql("""
                        insert into accord.form_version (key, version, digest, schema, translations)
                        select :key, coalesce(max(version), 0) + 1, :digest, :schema, :translations
                        from accord.form_version
                        where key = :key
                        on conflict do nothing
                        """)
                .param("key", source.key())
                .param("digest", digest)
                .param("schema", source.schema())
                .param("translations", source.translationsAsJson())
                .update();
    }

    Optional<FormSource> find(FormRef form) {
        return jdbc.sql("""
                        select key, schema, translations
                        from accord.form_version
                        where key = :key and version = :version
                        """)
                .param("key", form.key())
                .param("version", form.version())
                .query((row, number) -> source(row))
                .optional();
    }

    private static FormSource source(ResultSet row) throws SQLException {
        Map<String, String> translations = new TreeMap<>();
        JsonText.known(row.getString("translations"))
                .properties()
                .forEach(entry ->
                        translations.put(entry.getKey(), entry.getValue().toString()));
        return new FormSource(row.getString("key"), row.getString("schema"), translations);
    }
}
