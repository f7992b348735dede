package org.accord.documents;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.accord.access.Grant;
import org.accord.access.Permissions;
import org.accord.access.Reach;
import org.accord.access.Right;
import org.accord.cases.CaseFile;
import org.accord.cases.Cases;
import org.accord.core.Actor;
import org.accord.core.Capacity;
import org.accord.core.Refused;
import org.accord.core.Scope;
import org.accord.core.Violation;
import org.accord.process.Participants;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who may read documents, add to them, and keep their files. */
@Component
class DocumentRights {

    private static final String REVISER = "REV";

    private final Cases cases;
    private final Participants participants;
    private final Permissions permissions;
    private final Reach reach;

    DocumentRights(Cases cases, Participants participants, Permissions permissions, Reach reach) {
        this.cases = cases;
        this.participants = participants;
        this.permissions = permissions;
        this.reach = reach;
    }

    /** Refuses {@code noSuchCase} for a case that the reader may not see. */
    CaseFile see(Actor reader, String caseKey) {
        return cases.find(reader, caseKey);
    }

    /** The documents as the reader knows them, each case looked at once; those that they may not know of are left out. */
    List<Document> known(Actor reader, List<Document> documents) {
        Map<String, Optional<Looking>> byCase = new HashMap<>();
        return documents.stream()
                .flatMap(document -> byCase
                        .computeIfAbsent(document.caseKey(), key -> looking(reader, key))
                        .flatMap(looking -> looking.known(reader, document, participants))
                        .stream())
                .toList();
    }

    /** Whether the reader may open the files of a document that they know of. */
    boolean reads(Actor reader, Document document) {
        return looking(reader, document.caseKey())
                .filter(looking -> looking.reads(reader, looking.effective(document), participants))
                .isPresent();
    }

    private Optional<Looking> looking(Actor reader, String caseKey) {
        if (!cases.isVisible(reader, caseKey)) {
            return Optional.empty();
        }
        CaseFile file = cases.find(reader, caseKey);
        boolean records = permissions
                .capacityForWork(reader, Permissions.RECORDS_OFFICER, Scope.PROGRAMME, file.process())
                .isPresent();
        return Optional.of(new Looking(file, reach.andRoles(reader, file.process()), records));
    }

    /** Somebody who looks at a case: under which names, and whether they keep its records, for which they need not read them. */
    private record Looking(CaseFile file, Set<String> names, boolean keepsRecords) {

        /** A draft is confided to the States until the plan is adopted; then it is unclassified (D8.3). */
        Document effective(Document document) {
            boolean released = document.content() == Content.DRAFT_TEXT && file.isAdoptedPlan();
            return released ? document.marked(Classification.Level.UNCLASSIFIED, Readership.CASE) : document;
        }

        Optional<Document> known(Actor reader, Document document, Participants participants) {
            Document effective = effective(document);
            return keepsRecords || reads(reader, effective, participants) ? Optional.of(effective) : Optional.empty();
        }

        boolean reads(Actor reader, Document document, Participants participants) {
            return reader.is(document.by())
                    || document.readership().names(document.scope(), file.key(), participants).stream()
                            .anyMatch(names::contains);
        }
    }

    /** The State that keeps a document to itself; {@code stateNeeded} where there is none. */
    static @Nullable String state(Readership readership, Capacity capacity, CaseFile file) {
        if (readership != Readership.OWN_STATE) {
            return null;
        }
        String state = capacity.scope().state() != null ? capacity.scope().state() : file.state();
        if (state == null) {
            throw Refused.invalid(Violation.of("content", "stateNeeded"));
        }
        return state;
    }

    /** Refuses {@code mayNotAddDocuments} for somebody who has no work in the case's process. */
    Capacity requireContributor(Actor actor, CaseFile file) {
        return permissions.grants(actor).stream()
                .filter(grant -> grant.rights().contains(Right.WORK) && grant.isFor(file.process()))
                .findFirst()
                .map(Grant::capacity)
                .orElseThrow(() -> Refused.notPermitted("mayNotAddDocuments"));
    }

    /** Whoever handed the document in, or drafts and translates texts; else {@code mayNotChangeDocument}. */
    Capacity requireEditor(Actor actor, Document document) {
        CaseFile file = see(actor, document.caseKey());
        if (actor.is(document.by())) {
            return requireContributor(actor, file);
        }
        return permissions.grants(actor).stream()
                .filter(grant -> grant.allows(Right.DRAFT_TEXTS, Scope.PROGRAMME) && grant.isFor(file.process()))
                .findFirst()
                .map(Grant::capacity)
                .filter(capacity -> reads(actor, document))
                .orElseThrow(() -> Refused.notPermitted("mayNotChangeDocument"));
    }

    boolean edits(Actor actor, Document document) {
        return actor.is(document.by()) && works(actor) || permissions.may(actor, Right.DRAFT_TEXTS, Scope.PROGRAMME);
    }

    boolean works(Actor actor) {
        return permissions.grants(actor).stream()
                .anyMatch(grant -> grant.rights().contains(Right.WORK));
    }

    /** A reviser who did not hand in any language of the edition (4.1: translator and reviser are two people). */
    Capacity requireReviser(Actor actor, Document document, Document.Edition edition) {
        Capacity capacity =
                as(actor, REVISER, document).orElseThrow(() -> Refused.notPermitted("onlyReviserCertifies"));
        Set<String> persons = capacity.persons(actor);
        if (edition.files().stream().anyMatch(file -> persons.contains(file.by()))) {
            throw Refused.notPermitted("reviserHandedItIn");
        }
        return capacity;
    }

    Capacity requireRecordsOfficer(Actor actor, Document document) {
        return as(actor, Permissions.RECORDS_OFFICER, document)
                .orElseThrow(() -> Refused.notPermitted("onlyRecordsOfficer"));
    }

    boolean keepsRecords(Actor actor, Document document) {
        return as(actor, Permissions.RECORDS_OFFICER, document).isPresent();
    }

    boolean revises(Actor actor, Document document) {
        return as(actor, REVISER, document).isPresent();
    }

    boolean classifies(Actor actor, Document document) {
        return actor.is(document.by()) && works(actor) || keepsRecords(actor, document) && !isClosedTo(actor, document);
    }

    private boolean isClosedTo(Actor actor, Document document) {
        return document.level() == Classification.Level.STRICTLY_CONFIDENTIAL && !reads(actor, document);
    }

    /**
     * The originator says what the content is (ST/SGB/2007/6), and the records officer; of what is strictly confidential
     * only whoever may read it ({@code onlyReadersReclassify}).
     */
    Capacity requireClassifier(Actor actor, Document document) {
        if (isClosedTo(actor, document)) {
            throw Refused.notPermitted("onlyReadersReclassify");
        }
        return actor.is(document.by())
                ? requireContributor(actor, see(actor, document.caseKey()))
                : requireRecordsOfficer(actor, document);
    }

    private Optional<Capacity> as(Actor actor, String role, Document document) {
        return permissions.capacityForWork(
                actor, role, Scope.PROGRAMME, see(actor, document.caseKey()).process());
    }
}
