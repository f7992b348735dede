package org.accord.documents;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.accord.audit.Holds;
import org.accord.cases.CaseFile;
import org.accord.core.Actor;
import org.accord.core.Capacity;
import org.accord.core.Refused;
import org.accord.forms.Forms;
import org.accord.programme.Programme;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is said and done about documents after they were handed in: parity, classification, hold, destruction. */
@Component
class DocumentCustody {

    private final Documents documents;
    private final DocumentStore store;
    private final DocumentRights rights;
    private final Classification classification;
    private final FileShelf shelf;
    private final Programme programme;
    private final Forms forms;
    private final Holds holds;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DocumentCustody(
            Documents documents,
            DocumentStore store,
            DocumentRights rights,
            Classification classification,
            FileShelf shelf,
            Programme programme,
            Forms forms,
            Holds holds,
            ApplicationEventPublisher events,
            Clock clock) {
        this.holds = holds;
        this.documents = documents;
        this.store = store;
        this.rights = rights;
        this.classification = classification;
        this.shelf = shelf;
        this.programme = programme;
        this.forms = forms;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Certifies that the languages of an edition say the same. Refuses {@code onlyReviserCertifies},
     * {@code reviserHandedItIn}, and {@code parityIncomplete} while a language is missing; does nothing if it is certified.
     */
    @Transactional
    public void certify(Actor actor, UUID id, int edition) {
        Document document = held(actor, id);
        Document.Edition certified = document.edition(edition)
                .orElseThrow(() -> Refused.notFound("noSuchDocument", document.symbol(edition)));
        Capacity capacity = rights.requireReviser(actor, document, certified);
        Document.Parity parity = certified.parity(programme.languages());
        if (parity == Document.Parity.INCOMPLETE) {
            throw Refused.conflict("parityIncomplete", String.join(", ", programme.languages()));
        }
        if (parity == Document.Parity.NOT_CERTIFIED) {
            store.certify(id, edition, actor.name(), clock.instant());
            events.publishEvent(
                    new DocumentEvent.ParityCertified(actor, capacity, DocumentEvent.Concerned.of(document, edition)));
        }
    }

    /** Says what the content is. Refuses {@code onlyRecordsOfficer}, {@code onlyReadersReclassify}, {@code pointerOnly}, and a reason that is missing. */
    @Transactional
    public void reclassify(Actor actor, UUID id, String content, String reason) {
        Document document = held(actor, id);
        Capacity capacity = rights.requireClassifier(actor, document);
        Content to = Content.of(content);
        Classification.Marking marking = classification.of(to);
        requireReason(reason);
        String state = document.state() != null && marking.readership() == Readership.OWN_STATE
                ? document.state()
                : DocumentRights.state(marking.readership(), capacity, rights.see(actor, document.caseKey()));
        store.classify(id, to, marking, state);
        Document marked = documents.asKept(id);
        events.publishEvent(new DocumentEvent.Reclassified(
                actor,
                capacity,
                DocumentEvent.Concerned.of(document, 1).orAs(DocumentEvent.Concerned.of(marked, 1)),
                document.content().word(),
                to.word(),
                reason.strip()));
    }

    /** Keeps it from being destroyed. Refuses {@code onlyRecordsOfficer}, {@code documentDestroyed}. */
    @Transactional
    public void hold(Actor actor, UUID id, String reason) {
        Document document = held(actor, id);
        Capacity capacity = rights.requireRecordsOfficer(actor, document);
        requireReason(reason);
        if (document.destroyedAt() != null) {
            throw Refused.conflict("documentDestroyed");
        }
        store.hold(id, new Document.Hold(actor.name(), clock.instant(), reason.strip()));
        events.publishEvent(new DocumentEvent.HoldChanged(
                actor, capacity, DocumentEvent.Concerned.of(document, 1), true, reason.strip()));
    }

    @Transactional
    public void release(Actor actor, UUID id, String reason) {
        Document document = held(actor, id);
        Capacity capacity = rights.requireRecordsOfficer(actor, document);
        requireReason(reason);
        if (document.hold() != null) {
            store.hold(id, null);
            events.publishEvent(new DocumentEvent.HoldChanged(
                    actor, capacity, DocumentEvent.Concerned.of(document, 1), false, reason.strip()));
        }
    }

    /** The first day on which the document may be destroyed; absent if never, or while its case runs. */
    Optional<LocalDate> destroyedFrom(Actor reader, Document document) {
        CaseFile file = rights.see(reader, document.caseKey());
        return Optional.ofNullable(file.ended()).map(programme::dayOf).flatMap(document.retention()::destroyedFrom);
    }

    /**
     * Destroys its files; what it was, and its digests, stay known. Refuses {@code onlyRecordsOfficer},
     * {@code documentHeld} while it or its case is held, and {@code retentionRuns} before its time.
     */
    @Transactional
    public void destroy(Actor actor, UUID id) {
        Document document = held(actor, id);
        Capacity capacity = rights.requireRecordsOfficer(actor, document);
        if (document.hold() != null) {
            throw Refused.conflict("documentHeld", document.hold().reason());
        }
        holds.requireNone(document.caseKey());
        boolean over = destroyedFrom(actor, document)
                .filter(day -> !programme.dayOf(clock.instant()).isBefore(day))
                .isPresent();
        if (!over) {
            throw Refused.conflict("retentionRuns");
        }
        if (document.destroyedAt() == null) {
            store.destroyed(id, actor.name(), clock.instant());
            document.editions().forEach(edition -> edition.files().forEach(file -> shelf.clear(file.digest())));
            events.publishEvent(new DocumentEvent.Destroyed(actor, capacity, DocumentEvent.Concerned.of(document, 1)));
        }
    }

    private Document held(Actor actor, UUID id) {
        store.lockCase(documents.find(actor, id).caseKey());
        return documents.find(actor, id);
    }

    private void requireReason(String reason) {
        forms.requireText("reason", reason, Documents.LONGEST_REASON);
    }
}
