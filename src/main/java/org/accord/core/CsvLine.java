package org.accord.core;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A line of a CSV file (RFC 4180).
 *
 * @param cells an absent one is written as an empty one
 */
public record CsvLine(List<@Nullable String> cells) {

    /** What a UTF-8 file of such lines begins with, so that spreadsheets know. */
    public static final String MARK = "\uFEFF";

    private static final String FORMULA = "=+-@\t\r";

    public static CsvLine of(@Nullable String... cells) {
        return new CsvLine(Arrays.asList(cells));
    }

    /** With its end. Each cell stands in quotes; one that a spreadsheet would compute begins with an apostrophe. */
    public String text() {
        return cells.stream().map(CsvLine::quoted).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String quoted(@Nullable String value) {
        String text = value == null ? "" : value;
        boolean formula = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
        return '"' + (formula ? "'" : "") + text.replace("\"", "\"\"") + '"';
    }
}
