package org.accord.documents;

import java.util.List;
import java.util.Map;
import org.accord.core.Refused;
import org.accord.core.Violation;
import org.accord.process.Processes;
import org.springframework.stereotype.Component;

/** Asks D8 what a kind of content comes to. */
@Component
class Classification {

    private static final String TABLE = "classification";

    private final Processes processes;

    Classification(Processes processes) {
        this.processes = processes;
    }

    /** The marking of a page or file (ST/SGB/2007/6). */
    enum Level {
        UNCLASSIFIED,
        CONFIDENTIAL,
        STRICTLY_CONFIDENTIAL;

        /** A word of the table; one that is not known is confidential. */
        static Level of(String word) {
            return switch (word) {
                case "unclassified" -> UNCLASSIFIED;
                case "strictlyConfidential" -> STRICTLY_CONFIDENTIAL;
                default -> CONFIDENTIAL;
            };
        }

        /** Whether pages and files that have it bear its mark. */
        public boolean isMarked() {
            return this != UNCLASSIFIED;
        }
    }

    record Marking(Level level, Readership readership) {}

    /** Refuses {@code pointerOnly} at the field {@code content} for what must not be stored. */
    Marking of(Content content) {
        List<Map<String, String>> rows = processes.collect(TABLE, Map.of("content", content.word()));
        Map<String, String> row = rows.isEmpty() ? Map.of() : rows.get(0);
        Readership readership = Readership.of(row.getOrDefault("readers", ""));
        if (readership == Readership.NOBODY) {
            throw Refused.invalid(Violation.of("content", "pointerOnly"));
        }
        return new Marking(Level.of(row.getOrDefault("classificationLevel", "")), readership);
    }
}
