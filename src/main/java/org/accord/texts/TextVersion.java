package org.accord.texts;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A text of a case as it stood once. Its words never change; only its status does.
 *
 * @param number counts the versions of the case from 1
 * @param bodies the text by language code, in the order of the programme; a language without a text is absent
 * @param digest SHA-256 of the bodies as canonical JSON, in lower-case hexadecimal
 * @param by the post that wrote it
 * @param lockedBy the decision that locks it; there if and only if it is locked
 */
public record TextVersion(
        String caseKey,
        int number,
        Map<String, String> bodies,
        Status status,
        String digest,
        String by,
        Instant at,
        @Nullable String lockedBy) {

    /** How far a version has come. Only the newest version of a case goes on. */
    public enum Status {
        /** Being written. */
        DRAFT,
        /** Handed out in every language of the programme. */
        RELEASED,
        /** A decision runs on it: no other version may be written. */
        LOCKED,
        /** Final. */
        ADOPTED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public TextVersion {
        bodies = Collections.unmodifiableMap(new LinkedHashMap<>(bodies));
    }

    /** How it is cited: the key of the case for the original, then {@code …/Rev.1}, {@code …/Rev.2}. */
    public String symbol() {
        return number == 1 ? caseKey : caseKey + "/Rev." + (number - 1);
    }

    public List<String> languages() {
        return List.copyOf(bodies.keySet());
    }

    /** Whether it is confided to those who negotiate it. */
    public boolean isConfidential() {
        return status != Status.ADOPTED;
    }

    /** The text in the language without its line breaks; no paragraphs if it does not exist in it. */
    public List<String> paragraphs(String language) {
        return TextComparison.paragraphs(body(language));
    }

    /** The text in the language; empty if it does not exist in it. */
    public String body(String language) {
        return bodies.getOrDefault(language, "");
    }
}
