package org.accord.texts;

import java.util.Set;
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

/**
 * Who may read and write the texts of a case. Until it is adopted a text is confided to the States of the case and the
 * secretariat; then everybody who sees the case reads it.
 */
@Component
class TextRights {

    private final Cases cases;
    private final Participants participants;
    private final Permissions permissions;
    private final Reach reach;

    TextRights(Cases cases, Participants participants, Permissions permissions, Reach reach) {
        this.cases = cases;
        this.participants = participants;
        this.permissions = permissions;
        this.reach = reach;
    }

    CaseFile see(Actor reader, String caseKey) {
        return cases.find(reader, caseKey);
    }

    boolean reads(Actor reader, TextVersion version) {
        return !version.isConfidential() || isPartner(reader, version.caseKey());
    }

    /** Whether the actor belongs to those among whom the text is negotiated. */
    private boolean isPartner(Actor reader, String caseKey) {
        Set<String> mine = reach.of(reader, cases.find(reader, caseKey).process());
        return Reach.audiencesAmong(participants.invited(caseKey)).stream().anyMatch(mine::contains);
    }

    Capacity requireDrafter(Actor actor, String caseKey) {
        CaseFile file = see(actor, caseKey);
        Capacity capacity = permissions.require(actor, Right.DRAFT_TEXTS, Scope.PROGRAMME);
        if (!file.isRunning()) {
            throw Refused.conflict("textOfEndedCase", caseKey);
        }
        return capacity;
    }
}
