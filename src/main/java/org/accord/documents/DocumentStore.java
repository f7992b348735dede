package org.accord.documents;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.accord.core.Digest;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class DocumentStore {

    private static final String EDITIONS = """
            select d.id, d.case_key, d.number as document_number, d.title, d.content, d.level, d.readership, d.state,
                d.created_by as document_by, d.created_at as document_at, d.held_by, d.held_at, d.hold_reason, d.destroyed_at,
                e.number as edition, e.kind, e.reason, e.task_id, e.created_by, e.created_at, e.parity_by,
                f.language, f.digest, f.media_type, f.size, f.name, f.scan, f.uploaded_by, f.uploaded_at
            from accord.document d
            join accord.document_edition e on e.document_id = d.id
            join accord.document_file f on f.document_id = e.document_id and f.edition = e.number
            """;
    private static final String ORDER = " order by d.case_key, d.number, e.number, f.language";

    private final JdbcClient jdbc;

    DocumentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Holds the case until the end of the transaction, as the commands on its tasks do. */
    void lockCase(String caseKey) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:caseKey, 0)) is null")
                .param("caseKey", caseKey)
                .query(Boolean.class)
                .single();
    }

    /** Holds the bytes with this digest until the end of the transaction. */
    void lockFile(Digest digest) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:digest, 1)) is null")
                .param("digest", digest.hex())
                .query(Boolean.class)
                .single();
    }

    List<Document> ofCase(String caseKey) {
        return documents("where d.case_key = :key", caseKey);
    }

    Optional<Document> find(UUID id) {
        return documents("where d.id = :key", id).stream().findFirst();
    }

    /** Those of which an edition was handed in with the task. */
    List<Document> ofTask(String taskId) {
        return documents(
                "where d.id in (select document_id from accord.document_edition where task_id = :key)", taskId);
    }

    /** Those of which a file waits for a scanner. */
    List<Document> quarantined() {
        return documents(
                "where d.id in (select document_id from accord.document_file where scan = :key)",
                Document.Scan.QUARANTINED.name());
    }

    /** The latest whose title holds the words, in any of their forms, or whose title or case holds the text; the newest first. */
    List<Document> search(String text, int most, int beyond) {
        List<Document> found = DocumentRows.documents(jdbc.sql(EDITIONS + """
                        where d.id in (
                            select id from accord.document
                            where :text = '' or accord.search_vector(title) @@ accord.search_query(:text)
                                or strpos(lower(title || ' ' || case_key), lower(:text)) > 0
                            order by created_at desc, id
                            limit :most offset :beyond)
                        """ + ORDER)
                .param("text", text)
                .param("most", most)
                .param("beyond", beyond)
                .query(DocumentRows::line)
                .list());
        return found.stream()
                .sorted(Comparator.comparing(Document::at).reversed())
                .toList();
    }

    private List<Document> documents(String condition, Object key) {
        return DocumentRows.documents(jdbc.sql(EDITIONS + condition + ORDER)
                .param("key", key)
                .query(DocumentRows::line)
                .list());
    }

    int nextNumber(String caseKey) {
        return jdbc.sql("select coalesce(max(number), 0) + 1 from accord.document where case_key = :caseKey")
                .param("caseKey", caseKey)
                .query(Integer.class)
                .single();
    }

    void insert(Document document) {
        jdbc.sql("""
                        insert into accord.document (id, case_key, number, title, content, level, readership, state,
                            created_by, created_at)
                        values (:id, :caseKey, :number, :title, :content, :level, :readership, :state, :by, :at)
                        """)
                .param("id", document.id())
                .param("caseKey", document.caseKey())
                .param("number", document.number())
                .param("title", document.title())
                .param("content", document.content().word())
                .param("level", document.level().name())
                .param("readership", document.readership().name())
                .param("state", document.state())
                .param("by", document.by())
                .param("at", utc(document.at()))
                .update();
        document.editions().forEach(edition -> insert(document.id(), edition));
    }

    void insert(UUID document, Document.Edition edition) {
        jdbc.sql("""
                        insert into accord.document_edition (document_id, number, kind, reason, task_id, created_by, created_at)
                        values (:document, :number, :kind, :reason, :taskId, :by, :at)
                        """)
                .param("document", document)
                .param("number", edition.number())
                .param("kind", edition.kind().name())
                .param("reason", edition.reason())
                .param("taskId", edition.taskId())
                .param("by", edition.by())
                .param("at", utc(edition.at()))
                .update();
        edition.files().forEach(file -> insert(document, edition.number(), file));
    }

    void insert(UUID document, int edition, Document.StoredFile file) {
        jdbc.sql("""
                        insert into accord.document_file (document_id, edition, language, digest, media_type, size, name,
                            scan, uploaded_by, uploaded_at)
                        values (:document, :edition, :language, :digest, :type, :size, :name, :scan, :by, :at)
                        """)
                .param("document", document)
                .param("edition", edition)
                .param("language", file.language())
                .param("digest", file.digest().hex())
                .param("type", file.type().mediaType())
                .param("size", file.size())
                .param("name", file.name())
                .param("scan", file.scan().name())
                .param("by", file.by())
                .param("at", utc(file.at()))
                .update();
    }

    void certify(UUID document, int edition, String by, Instant at) {
        jdbc.sql("""
                        update accord.document_edition set parity_by = :by, parity_at = :at
                        where document_id = :document and number = :edition
                        """)
                .param("document", document)
                .param("edition", edition)
                .param("by", by)
                .param("at", utc(at))
                .update();
    }

    /** The levels that documents of the case have. */
    List<Classification.Level> levels(String caseKey) {
        return jdbc.sql("select distinct level from accord.document where case_key = :caseKey")
                .param("caseKey", caseKey)
                .query((row, number) -> Classification.Level.valueOf(row.getString("level")))
                .list();
    }

    void classify(UUID document, Content content, Classification.Marking marking, @Nullable String state) {
        jdbc.sql("""
                        update accord.document
                        set content = :content, level = :level, readership = :readership, state = :state
                        where id = :document
                        """)
                .param("document", document)
                .param("content", content.word())
                .param("level", marking.level().name())
                .param("readership", marking.readership().name())
                .param("state", state)
                .update();
    }

    void hold(UUID document, Document.@Nullable Hold hold) {
        jdbc.sql("""
                        update accord.document set held_by = :by, held_at = :at, hold_reason = :reason
                        where id = :document
                        """)
                .param("document", document)
                .param("by", hold == null ? null : hold.by())
                .param("at", hold == null ? null : utc(hold.at()))
                .param("reason", hold == null ? null : hold.reason())
                .update();
    }

    void destroyed(UUID document, String by, Instant at) {
        jdbc.sql("update accord.document set destroyed_by = :by, destroyed_at = :at where id = :document")
                .param("document", document)
                .param("by", by)
                .param("at", utc(at))
                .update();
    }

    void scanned(Digest digest, Document.Scan scan) {
        jdbc.sql("update accord.document_file set scan = :scan where digest = :digest and scan = 'QUARANTINED'")
                .param("digest", digest.hex())
                .param("scan", scan.name())
                .update();
    }

    /** Whether a document that was not destroyed has this file. */
    boolean isNeeded(Digest digest) {
        return jdbc.sql("""
                        select exists (
                            select 1 from accord.document_file f join accord.document d on d.id = f.document_id
                            where f.digest = :digest and d.destroyed_at is null)
                        """).param("digest", digest.hex()).query(Boolean.class).single();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
