package org.accord.documents;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.accord.core.Digest;

/** Documents from their rows, each of which is one file of one edition of one document. */
final class DocumentRows {

    private DocumentRows() {}

    record Line(Document document, Document.Edition edition, Document.StoredFile file) {}

    /** In the order of the rows. */
    static List<Document> documents(List<Line> lines) {
        Map<UUID, List<Line>> byDocument = new LinkedHashMap<>();
        lines.forEach(line -> byDocument
                .computeIfAbsent(line.document().id(), id -> new ArrayList<>())
                .add(line));
        return byDocument.values().stream().map(DocumentRows::document).toList();
    }

    private static Document document(List<Line> lines) {
        Map<Integer, List<Line>> byEdition = new LinkedHashMap<>();
        lines.forEach(line -> byEdition
                .computeIfAbsent(line.edition().number(), number -> new ArrayList<>())
                .add(line));
        return lines.get(0)
                .document()
                .with(byEdition.values().stream()
                        .map(files -> files.get(0)
                                .edition()
                                .with(files.stream().map(Line::file).toList()))
                        .toList());
    }

    static Line line(ResultSet row, int number) throws SQLException {
        return new Line(document(row), edition(row), file(row));
    }

    private static Document document(ResultSet row) throws SQLException {
        String heldBy = row.getString("held_by");
        return new Document(
                row.getObject("id", UUID.class),
                row.getString("case_key"),
                row.getInt("document_number"),
                row.getString("title"),
                Content.of(row.getString("content")),
                Classification.Level.valueOf(row.getString("level")),
                Readership.valueOf(row.getString("readership")),
                row.getString("state"),
                row.getString("document_by"),
                instant(row, "document_at"),
                heldBy == null
                        ? null
                        : new Document.Hold(heldBy, instant(row, "held_at"), row.getString("hold_reason")),
                row.getObject("destroyed_at") == null ? null : instant(row, "destroyed_at"),
                List.of());
    }

    private static Document.Edition edition(ResultSet row) throws SQLException {
        return new Document.Edition(
                row.getInt("edition"),
                Document.Kind.valueOf(row.getString("kind")),
                row.getString("reason"),
                row.getString("task_id"),
                row.getString("created_by"),
                instant(row, "created_at"),
                row.getString("parity_by"),
                List.of());
    }

    private static Document.StoredFile file(ResultSet row) throws SQLException {
        return new Document.StoredFile(
                row.getString("language"),
                new Digest(row.getString("digest")),
                FileType.ofMediaType(row.getString("media_type")).orElseThrow(),
                row.getLong("size"),
                row.getString("name"),
                Document.Scan.valueOf(row.getString("scan")),
                row.getString("uploaded_by"),
                instant(row, "uploaded_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
