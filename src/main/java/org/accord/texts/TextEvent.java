package org.accord.texts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.accord.core.Actor;
import org.accord.core.Capacity;
import org.accord.core.DomainEvent;
import org.accord.core.Subject;
import org.jspecify.annotations.Nullable;

/** What happens to the texts of cases. What a text says is never told, only its digest. */
public sealed interface TextEvent extends DomainEvent {

    /** The version that it happened to. */
    Named version();

    @Override
    default String caseKey() {
        return version().caseKey();
    }

    @Override
    default Subject about() {
        return new Subject("text", version().caseKey() + ":" + version().number());
    }

    @Override
    default Map<String, ?> details() {
        return version().named();
    }

    /** A version without its words. */
    record Named(String caseKey, int number, List<String> languages, String digest) {

        public Named {
            languages = List.copyOf(languages);
        }

        static Named of(TextVersion version) {
            return new Named(version.caseKey(), version.number(), version.languages(), version.digest());
        }

        Map<String, Object> named() {
            Map<String, Object> named = new LinkedHashMap<>();
            named.put("number", number);
            named.put("languages", languages);
            named.put("digest", digest);
            return named;
        }

        Map<String, Object> with(String name, String value) {
            Map<String, Object> named = named();
            named.put(name, value);
            return named;
        }
    }

    /** A new version was written. */
    record TextRevised(Actor by, @Nullable Capacity capacity, Named version) implements TextEvent {

        @Override
        public String action() {
            return "text.revised";
        }
    }

    /** The newest version was handed out in every language. */
    record TextReleased(Actor by, Named version) implements TextEvent {

        @Override
        public String action() {
            return "text.released";
        }
    }

    /** A decision runs on the newest version from now on. */
    record TextLocked(Actor by, Named version, String decision) implements TextEvent {

        @Override
        public String action() {
            return "text.locked";
        }

        @Override
        public Map<String, ?> details() {
            return version.with("decision", decision);
        }
    }

    /** The decision no longer runs; the text may be written on. */
    record TextUnlocked(Actor by, Named version, String decision) implements TextEvent {

        @Override
        public String action() {
            return "text.unlocked";
        }

        @Override
        public Map<String, ?> details() {
            return version.with("decision", decision);
        }
    }

    /** The newest version is final. */
    record TextAdopted(Actor by, Named version) implements TextEvent {

        @Override
        public String action() {
            return "text.adopted";
        }
    }

    /** Somebody tried to write on a text that may not be written on; nothing was changed. */
    record TextRefused(Actor by, @Nullable Capacity capacity, Named version, String refusal) implements TextEvent {

        @Override
        public String action() {
            return "text.refused";
        }

        @Override
        public Map<String, ?> details() {
            return version.with("refusal", refusal);
        }
    }
}
