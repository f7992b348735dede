package org.accord.programme;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.accord.core.Digest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class FileStore {

    private final JdbcClient jdbc;

    FileStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<ProgrammeFiles.Kept> inForce() {
        return jdbc.sql("select name, digest, text, loaded_at from accord.programme_file")
                .query((row, number) -> new ProgrammeFiles.Kept(
                        row.getString("name"),
                        new Digest(row.getString("digest")),
                        row.getString("text"),
                        row.getObject("loaded_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    Optional<Digest> digest() {
        return jdbc.sql("select digest from accord.programme_file")
                .query((row, number) -> new Digest(row.getString("digest")))
                .optional();
    }

    /** When each file came in force that ever was. */
    List<Instant> momentsInForce() {
        return jdbc.sql("""
                        select loaded_at from accord.programme_file
                        union select loaded_at from accord.programme_file_past
                        """)
                .query((row, number) ->
                        row.getObject("loaded_at", OffsetDateTime.class).toInstant())
                .list();
    }

    /** Whether this file is now the one kept; not so if another was there already. */
    boolean keep(ProgrammeFiles.Kept file) {
        return jdbc.sql("""
                        insert into accord.programme_file (name, digest, text, loaded_at)
                        values (:name, :digest, :text, :at)
                        on conflict (only_row) do nothing
                        """)
                        .param("name", file.name())
                        .param("digest", file.digest().hex())
                        .param("text", file.text())
                        .param("at", at(file.since()))
                        .update()
                == 1;
    }

    /** Puts the file in the place of the one in force, which is kept among those past. */
    void replace(ProgrammeFiles.Kept file) {
        jdbc.sql("""
                        insert into accord.programme_file_past (digest, name, text, loaded_at, replaced_at)
                        select digest, name, text, loaded_at, :at from accord.programme_file
                        """).param("at", at(file.since())).update();
        jdbc.sql("update accord.programme_file set name = :name, digest = :digest, text = :text, loaded_at = :at")
                .param("name", file.name())
                .param("digest", file.digest().hex())
                .param("text", file.text())
                .param("at", at(file.since()))
                .update();
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
