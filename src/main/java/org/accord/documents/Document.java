package org.accord.documents;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.accord.core.Digest;
import org.accord.core.Retention;
import org.accord.core.Scope;
import org.jspecify.annotations.Nullable;

/**
 * A document of a case, in editions.
 *
 * @param number within its case
 * @param state whose it is, where D8 keeps it to one State
 * @param hold why it may not be destroyed, if somebody said so
 * @param destroyedAt when its files were destroyed
 */
record Document(
        UUID id,
        String caseKey,
        int number,
        String title,
        Content content,
        Classification.Level level,
        Readership readership,
        @Nullable String state,
        String by,
        Instant at,
        @Nullable Hold hold,
        @Nullable Instant destroyedAt,
        List<Edition> editions) {

    Document {
        editions = List.copyOf(editions);
    }

    /** That it is kept whatever its retention says. */
    record Hold(String by, Instant at, String reason) {}

    /** What an edition is to the one before: three different things that are never mixed up. */
    enum Kind {
        FIRST(""),
        /** A new text that replaces the one before. */
        REVISION("Rev."),
        /** Puts an error right, and leaves the text as it is otherwise. */
        CORRIGENDUM("Corr."),
        /** Adds something. */
        ADDENDUM("Add.");

        private final String mark;

        Kind(String mark) {
            this.mark = mark;
        }
    }

    /** How the languages of an edition go together. */
    enum Parity {
        /** Only some of the languages of the programme are there. */
        INCOMPLETE,
        /** All are there, and nobody has certified that they say the same. */
        NOT_CERTIFIED,
        CERTIFIED
    }

    /**
     * An edition; its files never change.
     *
     * @param reason what was corrected, added or changed
     * @param taskId the task with which it was handed in
     * @param parityBy who certified that the languages say the same
     */
    record Edition(
            int number,
            Kind kind,
            @Nullable String reason,
            @Nullable String taskId,
            String by,
            Instant at,
            @Nullable String parityBy,
            List<StoredFile> files) {

        Edition {
            files = List.copyOf(files);
        }

        Edition with(List<StoredFile> others) {
            return new Edition(number, kind, reason, taskId, by, at, parityBy, others);
        }

        public Optional<StoredFile> in(String language) {
            return files.stream()
                    .filter(file -> file.language().equals(language))
                    .findFirst();
        }

        public Parity parity(List<String> languages) {
            if (parityBy != null) {
                return Parity.CERTIFIED;
            }
            boolean whole = languages.stream().allMatch(language -> in(language).isPresent());
            return whole ? Parity.NOT_CERTIFIED : Parity.INCOMPLETE;
        }
    }

    /** What a scanner said of a file. */
    enum Scan {
        CLEAN,
        /** A demonstration has no scanner. */
        NOT_SCANNED,
        /** No scanner answered; nobody gets the file before one does. */
        QUARANTINED,
        /** Found harmful after it was taken; nobody gets it. */
        INFECTED;

        public boolean isReadable() {
            return this == CLEAN || this == NOT_SCANNED;
        }
    }

    /** The file of one language. */
    record StoredFile(
            String language, Digest digest, FileType type, long size, String name, Scan scan, String by, Instant at) {}

    Document with(List<Edition> others) {
        return new Document(
                id, caseKey, number, title, content, level, readership, state, by, at, hold, destroyedAt, others);
    }

    Document marked(Classification.Level otherLevel, Readership otherReadership) {
        return new Document(
                id,
                caseKey,
                number,
                title,
                content,
                otherLevel,
                otherReadership,
                state,
                by,
                at,
                hold,
                destroyedAt,
                editions);
    }

    Document numbered(int assigned) {
        return new Document(
                id, caseKey, assigned, title, content, level, readership, state, by, at, hold, destroyedAt, editions);
    }

    public Scope scope() {
        return Scope.ofState(state);
    }

    public Retention retention() {
        return content.retention();
    }

    public Optional<Edition> edition(int edition) {
        return editions.stream().filter(one -> one.number() == edition).findFirst();
    }

    public Edition newest() {
        return editions.get(editions.size() - 1);
    }

    /** The newest text: the last revision, or the first edition if there is none. */
    public Edition inForce() {
        return editions.stream()
                .filter(edition -> edition.kind() == Kind.FIRST || edition.kind() == Kind.REVISION)
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    /** {@code WKS-2013-001/D2}, with what the edition is: {@code /Rev.1}, {@code /Corr.1}. */
    public String symbol(int edition) {
        Map<Kind, Integer> counts = new LinkedHashMap<>();
        for (Edition one : editions) {
            int count = counts.merge(one.kind(), 1, Integer::sum);
            if (one.number() == edition && one.kind() != Kind.FIRST) {
                return caseKey + "/D" + number + "/" + one.kind().mark + count;
            }
        }
        return number == 0 ? caseKey : caseKey + "/D" + number;
    }
}
