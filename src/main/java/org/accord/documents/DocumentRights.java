package org.accord.documents;

import java.util.HashSet;
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
import org.accord.process.Participants;
import org.springframework.stereotype.Component;

/** Who may read documents, add to them, and keep their files. */
@Component
class DocumentRights {

    private static final String REVISER = "REV";
    private static final String RECORDS_OFFICER = "REC";

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

    /** Whoever sees the case and is among its readers; who handed it in, always. */
    boolean reads(Actor reader, Document document) {
        if (!cases.isVisible(reader, document.caseKey())) {
            return false;
        }
        CaseFile file = cases.find(reader, document.caseKey());
        Set<String> mine = new HashSet<>(reach.of(reader, file.process()));
        mine.addAll(Reach.within(permissions.principals(reader), file.process()));
        return reader.is(document.by())
                || readership(document, file).names(document.scope(), file.key(), participants).stream()
                        .anyMatch(mine::contains);
    }

    /** A draft is confided to the States until the plan is adopted; then everybody who sees the case reads it (D8.3). */
    private static Readership readership(Document document, CaseFile file) {
        boolean released = document.content() == Content.DRAFT_TEXT && file.isAdoptedPlan();
        return released ? Readership.CASE : document.readership();
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
        return permissions
                .capacity(actor, Right.DRAFT_TEXTS, Scope.PROGRAMME)
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
        return as(actor, RECORDS_OFFICER, document).orElseThrow(() -> Refused.notPermitted("onlyRecordsOfficer"));
    }

    boolean keepsRecords(Actor actor, Document document) {
        return as(actor, RECORDS_OFFICER, document).isPresent();
    }

    boolean revises(Actor actor, Document document) {
        return as(actor, REVISER, document).isPresent();
    }

    /** The originator says what the content is (ST/SGB/2007/6), and the records officer. */
    Capacity requireClassifier(Actor actor, Document document) {
        return actor.is(document.by())
                ? requireContributor(actor, see(actor, document.caseKey()))
                : requireRecordsOfficer(actor, document);
    }

    private Optional<Capacity> as(Actor actor, String role, Document document) {
        return permissions.capacityForWork(
                actor, role, Scope.PROGRAMME, see(actor, document.caseKey()).process());
    }
}
