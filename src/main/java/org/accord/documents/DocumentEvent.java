package org.accord.documents;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.accord.core.Actor;
import org.accord.core.Capacity;
import org.accord.core.DomainEvent;
import org.accord.core.Scope;
import org.accord.core.Subject;
import org.jspecify.annotations.Nullable;

/** What happens to documents. What a file says is never told, only its digest. */
sealed interface DocumentEvent extends DomainEvent {

    /** The document that it happened to. */
    Concerned document();

    @Override
    default String caseKey() {
        return document().caseKey();
    }

    @Override
    default Scope scope() {
        return document().scope();
    }

    @Override
    default boolean confidential() {
        return document().confidential();
    }

    @Override
    default Set<String> confidedTo() {
        return document().confidedTo();
    }

    @Override
    default Subject about() {
        return new Subject("document", document().symbol());
    }

    @Override
    default Map<String, ?> details() {
        return document().named();
    }

    /** A document, and who may know of it. */
    record Concerned(String caseKey, String symbol, Scope scope, boolean confidential, Set<String> confidedTo) {

        static Concerned of(Document document, int edition) {
            return new Concerned(
                    document.caseKey(),
                    document.symbol(edition),
                    document.scope(),
                    document.level().isMarked(),
                    document.readership().roles());
        }

        /** For those only who may know of both; what was said when it was marked otherwise was said to fewer. */
        Concerned orAs(Concerned other) {
            return new Concerned(
                    caseKey,
                    symbol,
                    scope.state() == null ? other.scope : scope,
                    confidential || other.confidential,
                    confidedTo.isEmpty() ? other.confidedTo : confidedTo);
        }

        Map<String, Object> named() {
            Map<String, Object> named = new LinkedHashMap<>();
            named.put("symbol", symbol);
            return named;
        }

        Map<String, Object> with(String name, Object value) {
            Map<String, Object> named = named();
            named.put(name, value);
            return named;
        }
    }

    /** A file was taken in: a document, an edition of one, or a language of an edition. */
    record FileAdded(Actor by, Capacity capacity, Concerned document, String kind, Document.StoredFile file)
            implements DocumentEvent {

        @Override
        public String action() {
            return "document.added";
        }

        @Override
        public Map<String, ?> details() {
            Map<String, Object> details = document.with("kind", kind);
            details.put("language", file.language());
            details.put("digest", file.digest().hex());
            details.put("size", file.size());
            details.put("type", file.type().mediaType());
            details.put("scan", file.scan().name());
            return details;
        }
    }

    /** Somebody wanted to hand in a file that is not taken; nothing was kept. */
    record FileRefused(Actor by, Concerned document, String rule) implements DocumentEvent {

        @Override
        public String action() {
            return "document.refused";
        }

        @Override
        public Map<String, ?> details() {
            return document.with("rule", rule);
        }
    }

    /** Somebody got a confidential file. */
    record FileRead(Actor by, Concerned document, String digest) implements DocumentEvent {

        @Override
        public String action() {
            return "document.read";
        }

        @Override
        public Map<String, ?> details() {
            return document.with("digest", digest);
        }
    }

    /** A file is not what was taken in; nobody got it. */
    record FileTampered(Actor by, Concerned document, String digest) implements DocumentEvent {

        @Override
        public String action() {
            return "document.tampered";
        }

        @Override
        public Map<String, ?> details() {
            return document.with("digest", digest);
        }
    }

    /** A scanner looked at a file that waited for one. */
    record FileScanned(Actor by, Concerned document, String digest, String verdict) implements DocumentEvent {

        @Override
        public String action() {
            return "document.scanned";
        }

        @Override
        public Map<String, ?> details() {
            Map<String, Object> details = document.with("digest", digest);
            details.put("verdict", verdict);
            return details;
        }
    }

    /** A reviser certified that the languages of an edition say the same. */
    record ParityCertified(Actor by, Capacity capacity, Concerned document) implements DocumentEvent {

        @Override
        public String action() {
            return "document.certified";
        }
    }

    /** The originator or the records officer said what the content is. */
    record Reclassified(
            Actor by, @Nullable Capacity capacity, Concerned document, String from, String to, String reason)
            implements DocumentEvent {

        @Override
        public String action() {
            return "document.reclassified";
        }

        @Override
        public Map<String, ?> details() {
            Map<String, Object> details = document.with("from", from);
            details.put("to", to);
            details.put("reason", reason);
            return details;
        }

        @Override
        public Set<String> words() {
            return Set.of("reason");
        }
    }

    /** It may not be destroyed, or may again. */
    record HoldChanged(Actor by, Capacity capacity, Concerned document, boolean held, String reason)
            implements DocumentEvent {

        @Override
        public String action() {
            return held ? "document.held" : "document.released";
        }

        @Override
        public Map<String, ?> details() {
            return document.with("reason", reason);
        }

        @Override
        public Set<String> words() {
            return Set.of("reason");
        }
    }

    /** Its files were destroyed as its retention says; what it was stays known. */
    record Destroyed(Actor by, Capacity capacity, Concerned document) implements DocumentEvent {

        @Override
        public String action() {
            return "document.destroyed";
        }
    }
}
