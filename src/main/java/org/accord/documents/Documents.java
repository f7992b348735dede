package org.accord.documents;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.accord.cases.CaseFile;
import org.accord.core.Actor;
import org.accord.core.Capacity;
import org.accord.core.Refused;
import org.accord.core.Uuid7;
import org.accord.core.Violation;
import org.accord.forms.Forms;
import org.accord.programme.Programme;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The documents of cases. A document that the reader may not read does not exist for them ({@code noSuchDocument}), and a
 * case that they may not see neither ({@code noSuchCase}).
 */
@Component
class Documents {

    static final int LONGEST_REASON = 1000;

    private static final int LONGEST_TITLE = 200;
    private static final int SEARCHED = 200;
    private static final int PAGES = 20;
    private static final int SHOWN = 50;

    private final DocumentStore store;
    private final DocumentRights rights;
    private final Classification classification;
    private final Intake intake;
    private final FileVault vault;
    private final FileShelf shelf;
    private final Programme programme;
    private final Forms forms;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Documents(
            DocumentStore store,
            DocumentRights rights,
            Classification classification,
            Intake intake,
            FileVault vault,
            FileShelf shelf,
            Programme programme,
            Forms forms,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.rights = rights;
        this.classification = classification;
        this.intake = intake;
        this.vault = vault;
        this.shelf = shelf;
        this.programme = programme;
        this.forms = forms;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What the first edition of a document is called and holds. */
    record Heading(String title, String content, @Nullable String taskId) {}

    /** A file that its reader gets. */
    record Opened(Path path, Document document, int edition, Document.StoredFile file) {}

    List<Document> ofCase(Actor reader, String caseKey) {
        rights.see(reader, caseKey);
        return rights.known(reader, store.ofCase(caseKey));
    }

    List<Document> ofTask(Actor reader, String taskId) {
        return rights.known(reader, store.ofTask(taskId));
    }

    /** The newest 50 that fit the text. */
    List<Document> search(Actor reader, String text) {
        List<Document> found = new ArrayList<>();
        List<Document> some = List.of();
        for (int page = 0; found.size() < SHOWN && page < PAGES && (page == 0 || !some.isEmpty()); page++) {
            some = store.search(text.strip(), SEARCHED, page * SEARCHED);
            found.addAll(rights.known(reader, some));
        }
        return found.subList(0, Math.min(SHOWN, found.size()));
    }

    /** A document that the reader may read, or whose records they keep; its files are another matter, see {@link #open}. */
    Document find(Actor reader, UUID id) {
        return store.find(id).map(List::of).map(one -> rights.known(reader, one)).orElse(List.of()).stream()
                .findFirst()
                .orElseThrow(() -> Refused.notFound("noSuchDocument", id.toString()));
    }

    /** As it is kept, whoever may know of it. */
    Document asKept(UUID id) {
        return store.find(id).orElseThrow();
    }

    /**
     * Adds a document to a case. Refuses {@code mayNotAddDocuments}, what {@link Intake} refuses at {@code file}, and as
     * violations a title or language that is missing or wrong, {@code pointerOnly}, {@code stateNeeded} for what belongs
     * to one State and comes from none, {@code fileKnown} for a file that the case has already.
     */
    Document add(Actor actor, String caseKey, Heading heading, Upload upload) {
        CaseFile file = rights.see(actor, caseKey);
        Capacity capacity = rights.requireContributor(actor, file);
        Content content = Content.of(heading.content());
        Classification.Marking marking = classification.of(content);
        forms.requireText("title", heading.title(), LONGEST_TITLE);
        String state = DocumentRights.state(marking.readership(), capacity, file);
        Document draft = new Document(
                Uuid7.at(clock.instant()),
                caseKey,
                0,
                heading.title().strip(),
                content,
                marking.level(),
                marking.readership(),
                state,
                actor.name(),
                clock.instant(),
                null,
                null,
                List.of());
        return takeIn(actor, draft, upload, taken -> {
            Document.StoredFile stored = stored(actor, upload, taken);
            Document document = draft.numbered(store.nextNumber(caseKey))
                    .with(List.of(edition(1, Document.Kind.FIRST, null, heading.taskId(), actor, stored)));
            store.insert(document);
            events.publishEvent(new DocumentEvent.FileAdded(
                    actor, capacity, DocumentEvent.Concerned.of(document, 1), Document.Kind.FIRST.name(), stored));
            return document.id();
        });
    }

    /**
     * Adds a revision, a corrigendum or an addendum. Refuses {@code mayNotChangeDocument}, {@code documentDestroyed}, a kind or
     * reason that is missing, and what {@link #add} refuses of the file.
     */
    Document addEdition(Actor actor, UUID id, Document.Kind kind, String reason, Upload upload) {
        Document seen = find(actor, id);
        Capacity capacity = rights.requireEditor(actor, seen);
        if (kind == Document.Kind.FIRST) {
            throw Refused.invalid(Violation.of("kind", "notAnOption", "REVISION, CORRIGENDUM, ADDENDUM", kind));
        }
        forms.requireText("reason", reason, LONGEST_REASON);
        return takeIn(actor, seen, upload, taken -> {
            Document.StoredFile stored = stored(actor, upload, taken);
            Document document = there(id);
            int number = document.newest().number() + 1;
            Document.Edition edition = edition(number, kind, reason.strip(), null, actor, stored);
            store.insert(id, edition);
            events.publishEvent(new DocumentEvent.FileAdded(
                    actor,
                    capacity,
                    DocumentEvent.Concerned.of(store.find(id).orElseThrow(), number),
                    kind.name(),
                    stored));
            return id;
        });
    }

    /** Adds a language to an edition; refuses {@code languageThere} for one that it has, since files never change. */
    Document addLanguage(Actor actor, UUID id, int edition, Upload upload) {
        Document seen = find(actor, id);
        Capacity capacity = rights.requireEditor(actor, seen);
        return takeIn(actor, seen, upload, taken -> {
            Document document = there(id);
            Document.Edition to = editionOf(document, edition);
            if (to.in(upload.language()).isPresent()) {
                throw Refused.invalid(Violation.of("language", "languageThere", upload.language()));
            }
            Document.StoredFile stored = stored(actor, upload, taken);
            store.insert(id, edition, stored);
            events.publishEvent(new DocumentEvent.FileAdded(
                    actor, capacity, DocumentEvent.Concerned.of(document, edition), "LANGUAGE", stored));
            return id;
        });
    }

    /** The document as it is under the lock of its case. */
    private Document there(UUID id) {
        Document document = store.find(id).orElseThrow();
        requireThere(document);
        return document;
    }

    /** What is done with a file once it has been found to be sound. */
    private interface Keeping {
        UUID keep(Intake.Taken taken);
    }

    private Document takeIn(Actor actor, Document document, Upload upload, Keeping keeping) {
        requireLanguage(upload.language());
        requireThere(document);
        try (Intake.Taken taken =
                recorded(actor, document, () -> intake.take(upload.in(), upload.name(), upload.language()))) {
            UUID id = transaction.execute(status -> {
                store.lockCase(document.caseKey());
                requireNew(actor, document.caseKey(), taken);
                UUID kept = keeping.keep(taken);
                shelf.keep(taken.incoming());
                return kept;
            });
            return find(actor, Objects.requireNonNull(id));
        }
    }

    /** A file that is not taken is an attempt worth recording, unless it is empty or too large. */
    private Intake.Taken recorded(Actor actor, Document document, Supplier<Intake.Taken> taking) {
        try {
            return taking.get();
        } catch (Refused refused) {
            String rule = refused.violations().isEmpty()
                    ? refused.code()
                    : refused.violations().get(0).code();
            if (!List.of("fileEmpty", "fileTooLarge").contains(rule)) {
                transaction.executeWithoutResult(status -> events.publishEvent(
                        new DocumentEvent.FileRefused(actor, DocumentEvent.Concerned.of(document, 1), rule)));
            }
            throw refused;
        }
    }

    private void requireNew(Actor actor, String caseKey, Intake.Taken taken) {
        for (Document known : rights.known(actor, store.ofCase(caseKey))) {
            for (Document.Edition edition : known.editions()) {
                boolean same = edition.files().stream()
                        .anyMatch(file -> file.digest().equals(taken.incoming().digest()));
                if (same && known.destroyedAt() == null) {
                    throw Refused.invalid(
                            Violation.of("file", "fileKnown", known.symbol(edition.number()), known.title()));
                }
            }
        }
    }

    private Document.Edition edition(
            int number,
            Document.Kind kind,
            @Nullable String reason,
            @Nullable String taskId,
            Actor actor,
            Document.StoredFile file) {
        return new Document.Edition(number, kind, reason, taskId, actor.name(), clock.instant(), null, List.of(file));
    }

    private Document.StoredFile stored(Actor actor, Upload upload, Intake.Taken taken) {
        return new Document.StoredFile(
                upload.language(),
                taken.incoming().digest(),
                taken.type(),
                taken.incoming().size(),
                taken.name(),
                taken.scan(),
                actor.name(),
                clock.instant());
    }

    private void requireLanguage(String language) {
        if (language.isBlank()) {
            throw Refused.invalid(Violation.of("language", "required"));
        }
        if (!programme.languages().contains(language)) {
            throw Refused.invalid(Violation.of(
                    "language", "unknownLanguage", Intake.shown(language), String.join(", ", programme.languages())));
        }
    }

    private static void requireThere(Document document) {
        if (document.destroyedAt() != null) {
            throw Refused.conflict("documentDestroyed");
        }
    }

    private static Document.Edition editionOf(Document document, int edition) {
        return document.edition(edition)
                .orElseThrow(() -> Refused.notFound("noSuchDocument", document.symbol(edition)));
    }

    /**
     * A file for its reader. Refuses {@code documentDestroyed}, {@code fileQuarantined}, {@code fileInfected}, and
     * {@code fileTampered} where its bytes are not what was taken in; to get a confidential one is recorded, and so is that.
     */
    Opened open(Actor reader, UUID id, int edition, String language) {
        Document document = find(reader, id);
        if (!rights.reads(reader, document)) {
            throw Refused.notFound("noSuchDocument", id.toString());
        }
        Document.StoredFile file = editionOf(document, edition)
                .in(language)
                .orElseThrow(() -> Refused.notFound("noSuchDocument", document.symbol(edition)));
        requireThere(document);
        if (file.scan() == Document.Scan.INFECTED) {
            throw Refused.conflict("fileInfected");
        }
        if (!file.scan().isReadable()) {
            throw Refused.conflict("fileQuarantined");
        }
        DocumentEvent.Concerned concerned = DocumentEvent.Concerned.of(document, edition);
        try {
            Path path = vault.open(file.digest());
            if (concerned.confidential()) {
                tell(new DocumentEvent.FileRead(reader, concerned, file.digest().hex()));
            }
            return new Opened(path, document, edition, file);
        } catch (IOException e) {
            tell(new DocumentEvent.FileTampered(reader, concerned, file.digest().hex()));
            throw Refused.conflict("fileTampered");
        }
    }

    private void tell(DocumentEvent event) {
        transaction.executeWithoutResult(status -> events.publishEvent(event));
    }
}
