package org.accord.mandates;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.accord.core.Digest;
import org.accord.mandates.ProgrammeChange.Status;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class ProgrammeChangeStore {

    private static final String COLUMNS =
            "number, file_name, digest, base_digest, reason, status, proposed_by, proposed_at, decided_by, decided_at ";

    private final JdbcClient jdbc;

    ProgrammeChangeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps a draft in the place of the one that its author had, and answers its number. */
    long keep(ProgrammeChange draft, String text) {
        drop(draft.proposedBy());
        return jdbc.sql("""
                        insert into accord.programme_change
                            (file_name, digest, text, base_digest, reason, status, proposed_by, proposed_at)
                        values (:name, :digest, :text, :base, '', 'DRAFT', :by, :at)
                        returning number
                        """)
                .param("name", draft.fileName())
                .param("digest", draft.digest().hex())
                .param("text", text)
                .param("base", draft.base().hex())
                .param("by", draft.proposedBy())
                .param("at", at(draft.proposedAt()))
                .query(Long.class)
                .single();
    }

    /** Forgets the draft of this author. */
    void drop(String author) {
        jdbc.sql("delete from accord.programme_change where proposed_by = :by and status = 'DRAFT'")
                .param("by", author)
                .update();
    }

    void propose(long number, String reason, Instant at) {
        jdbc.sql("""
                        update accord.programme_change set status = 'PROPOSED', reason = :reason, proposed_at = :at
                        where number = :number
                        """)
                .param("number", number)
                .param("reason", reason)
                .param("at", at(at))
                .update();
    }

    void decide(long number, Status status, String by, Instant at) {
        jdbc.sql("""
                        update accord.programme_change set status = :status, decided_by = :by, decided_at = :at
                        where number = :number
                        """)
                .param("number", number)
                .param("status", status.name())
                .param("by", by)
                .param("at", at(at))
                .update();
    }

    Optional<ProgrammeChange> find(long number) {
        return jdbc.sql("select " + COLUMNS + "from accord.programme_change where number = :number")
                .param("number", number)
                .query(ProgrammeChangeStore::change)
                .optional();
    }

    String text(long number) {
        return jdbc.sql("select text from accord.programme_change where number = :number")
                .param("number", number)
                .query(String.class)
                .single();
    }

    /** The newest first; drafts only of the reader. */
    List<ProgrammeChange> latest(String reader, int most) {
        return jdbc.sql("select " + COLUMNS + """
                        from accord.programme_change
                        where status <> 'DRAFT' or proposed_by = :reader
                        order by number desc limit :most
                        """)
                .param("reader", reader)
                .param("most", most)
                .query(ProgrammeChangeStore::change)
                .list();
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    private static ProgrammeChange change(ResultSet row, int index) throws SQLException {
        OffsetDateTime decided = row.getObject("decided_at", OffsetDateTime.class);
        return new ProgrammeChange(
                row.getLong("number"),
                row.getString("file_name"),
                new Digest(row.getString("digest")),
                new Digest(row.getString("base_digest")),
                row.getString("reason"),
                Status.valueOf(row.getString("status")),
                row.getString("proposed_by"),
                row.getObject("proposed_at", OffsetDateTime.class).toInstant(),
                row.getString("decided_by"),
                decided == null ? null : decided.toInstant());
    }
}
