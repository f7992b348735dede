package org.accord.exports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.accord.access.Permissions;
import org.accord.access.Reach;
import org.accord.access.Right;
import org.accord.cases.CaseFile;
import org.accord.cases.Cases;
import org.accord.core.Actor;
import org.accord.core.DomainEvent;
import org.accord.core.Scope;
import org.accord.core.Subject;
import org.accord.seals.Seals;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Takes entries out of the record for somebody, as far as they may see them; that it was done is itself recorded. */
@Component
class Exports {

    private final ExportStore store;
    private final Seals seals;
    private final Cases cases;
    private final Permissions permissions;
    private final Reach reach;
    private final ObjectMapper json;
    private final ApplicationEventPublisher events;

    Exports(
            ExportStore store,
            Seals seals,
            Cases cases,
            Permissions permissions,
            Reach reach,
            ObjectMapper json,
            ApplicationEventPublisher events) {
        this.store = store;
        this.seals = seals;
        this.cases = cases;
        this.permissions = permissions;
        this.reach = reach;
        this.json = json;
        this.events = events;
    }

    private record Exported(Actor by, String format, Selection selection) implements DomainEvent {

        @Override
        public Subject about() {
            return new Subject("record", "accord");
        }

        @Override
        public String action() {
            return "record.exported";
        }

        @Override
        public @Nullable String caseKey() {
            return selection.caseKey();
        }

        @Override
        public boolean confidential() {
            return true;
        }

        @Override
        public Map<String, ?> details() {
            return Map.of(
                    "format",
                    format,
                    "from",
                    selection.from() == null ? "" : selection.from().toString(),
                    "to",
                    selection.to() == null ? "" : selection.to().toString());
        }
    }

    /** What the reader may take along of a case; refuses {@code noSuchCase}. Recorded. */
    @Transactional
    public Selection ofCase(Actor reader, String caseKey, Format format) {
        CaseFile file = cases.find(reader, caseKey);
        Selection selection = Selection.ofCase(caseKey, reach.andRoles(reader, file.process()));
        events.publishEvent(new Exported(reader, format.extension(), selection));
        return selection;
    }

    /** For readers of everything ({@code notPermitted}). Recorded. */
    @Transactional
    public Selection ofPeriod(Actor reader, Selection selection, Format format) {
        permissions.require(reader, Right.READ_ALL, Scope.PROGRAMME);
        events.publishEvent(new Exported(reader, format.extension(), selection));
        return selection;
    }

    /** Writes all but PDF. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public void write(Selection selection, Format format, OutputStream out) throws IOException {
        switch (format) {
            case JSONL -> jsonLines(selection, out);
            case CSV -> csv(selection, out);
            case XES -> xes(selection, out);
            default -> throw new IllegalArgumentException(format.name());
        }
    }

    private void jsonLines(Selection selection, OutputStream out) throws IOException {
        Seals.Proofs proofs = seals.proofs();
        JsonLines lines = new JsonLines(out, json, selection.isWhole(), proofs);
        store.byLeaf(selection, proofs.treeSize(), lines::write);
        lines.close();
    }

    private void csv(Selection selection, OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        CsvFile file = new CsvFile(writer);
        store.byNumber(selection, file::write);
        writer.flush();
    }

    private void xes(Selection selection, OutputStream out) throws IOException {
        try {
            XesFile file = new XesFile(out);
            store.byCase(selection, entry -> file.write(entry, step(entry)));
            file.close();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private String step(ExportedEntry entry) {
        try {
            String element = json.readTree(entry.details()).path("element").asText();
            return element.isEmpty() ? entry.action() : element;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the record holds JSON", e);
        }
    }
}
