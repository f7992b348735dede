package org.accord.exports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** RFC 4180, in UTF-8 with a mark so that spreadsheets know; no cell is taken for a formula. */
final class CsvFile {

    private static final String MARK = "\uFEFF";
    private static final String FORMULA = "=+-@\t\r";

    private final Writer out;

    CsvFile(Writer out) throws IOException {
        this.out = out;
        out.write(MARK);
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
        out.write(Arrays.stream(cells).map(CsvFile::cell).collect(Collectors.joining(",", "", "\r\n")));
    }

    /** In quotes; a cell that a spreadsheet would compute begins with an apostrophe. */
    static String cell(@Nullable String value) {
        String text = value == null ? "" : value;
        boolean formula = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
        return '"' + (formula ? "'" : "") + text.replace("\"", "\"\"") + '"';
    }
}
