package org.accord.exports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import org.accord.core.CsvLine;
import org.jspecify.annotations.Nullable;

/** One line for each entry; no cell is taken for a formula. */
final class CsvFile {

    private final Writer out;

    CsvFile(Writer out) throws IOException {
        this.out = out;
        out.write(CsvLine.MARK);
        line("entry", "at", "actor", "role", "on behalf of", "act", "subject", "case", "state", "details", "leaf hash");
    }

    void write(ExportedEntry entry) {
        try {
            line(
                    Long.toString(entry.entry()),
                    entry.at().toString(),
                    entry.actor().name(),
                    entry.actor().role(),
                    entry.actor().onBehalfOf(),
                    entry.action(),
                    entry.subject(),
                    entry.caseKey(),
                    entry.state(),
                    entry.details(),
                    entry.sealed().hash());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void line(@Nullable String... cells) throws IOException {
        out.write(CsvLine.of(cells).text());
    }
}
