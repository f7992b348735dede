package org.accord.exports;

import java.util.Locale;
import org.accord.core.Refused;
import org.accord.core.Violation;

/** In what an export can be had. */
enum Format {
    /** One JSON object a line, the checkpoint first, each entry with its proof. */
    JSONL("application/x-ndjson"),
    /** RFC 4180. */
    CSV("text/csv;charset=UTF-8"),
    /** IEEE 1849-2016, for process mining. */
    XES("application/xml"),
    /** To be read and filed; of one case. */
    PDF("application/pdf");

    private final String mediaType;

    Format(String mediaType) {
        this.mediaType = mediaType;
    }

    String mediaType() {
        return mediaType;
    }

    String extension() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Refuses {@code notAnOption}. */
    static Format of(String word) {
        for (Format format : values()) {
            if (format.extension().equals(word)) {
                return format;
            }
        }
        throw Refused.invalid(Violation.of("format", "notAnOption", word));
    }
}
