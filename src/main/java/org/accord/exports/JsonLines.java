package org.accord.exports;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.accord.seals.Seals;

/** One JSON object a line: what is needed to check the checkpoint, then each entry as it was sealed, with its proof. */
final class JsonLines {

    static final String FORMAT = "accord-record-export/1";

    private final JsonGenerator json;
    private final boolean whole;
    private final Seals.Proofs proofs;

    /** @param whole whether every entry up to the checkpoint follows; then the tree itself proves them */
    JsonLines(OutputStream out, ObjectMapper mapper, boolean whole, Seals.Proofs proofs) throws IOException {
        this.json = mapper.getFactory().createGenerator(out).setRootValueSeparator(null);
        this.whole = whole;
        this.proofs = proofs;
        json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        begin();
    }

    private void begin() throws IOException {
        json.writeStartObject();
        json.writeStringField("format", FORMAT);
        json.writeBooleanField("whole", whole);
        json.writeStringField("checkpoint", proofs.checkpoint());
        json.writeArrayFieldStart("keys");
        for (String key : proofs.keys()) {
            json.writeString(key);
        }
        json.writeEndArray();
        end();
    }

    private void end() throws IOException {
        json.writeEndObject();
        json.writeRaw('\n');
    }

    void write(ExportedEntry entry) {
        try {
            ExportedEntry.Sealed sealed = entry.sealed();
            json.writeStartObject();
            json.writeNumberField("entry", entry.entry());
            Long leaf = sealed.leaf();
            if (leaf != null) {
                json.writeNumberField("leaf", leaf);
                json.writeStringField("hash", sealed.hash());
            }
            json.writeStringField("salt", sealed.salt());
            json.writeStringField("body", sealed.body());
            json.writeFieldName("words");
            json.writeRawValue(sealed.words());
            if (!whole && leaf != null) {
                path(leaf);
            }
            end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void path(long leaf) throws IOException {
        json.writeArrayFieldStart("path");
        for (String hash : proofs.path(leaf)) {
            json.writeString(hash);
        }
        json.writeEndArray();
    }

    void close() throws IOException {
        json.close();
    }
}
