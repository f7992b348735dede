package org.accord.documents;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.accord.access.Reach;
import org.accord.core.Scope;
import org.accord.process.Participants;

/** Who may read a document, as D8 says it in its column of readers. */
enum Readership {
    /** Nobody: it is not to be stored. */
    NOBODY,
    /** Everybody who sees the case. */
    CASE,
    /** The secretariat, until the originator decides. */
    SECRETARIAT,
    /** The State that it comes from, and those trusted with confidences. */
    OWN_STATE,
    /** The States that take part in the case, the secretariat, and those who draft. */
    STATES,
    /** The States that take part in the case, and those trusted with confidences. */
    PARTICIPANTS,
    /** Whoever arranges travel. */
    TRAVEL,
    /** Whoever evaluates. */
    EVALUATION,
    /** The head of mission and the political affairs officers. */
    HEAD;

    private static final Map<String, Readership> WORDS = Map.of(
            "none",
            NOBODY,
            "public",
            CASE,
            "core secretariat",
            SECRETARIAT,
            "own State, PAO, CHAIR",
            OWN_STATE,
            "participating States, core secretariat",
            STATES,
            "participating States",
            PARTICIPANTS,
            "PM, travel",
            TRAVEL,
            "ME",
            EVALUATION,
            "HOM, PAO",
            HEAD);

    private static final Set<String> AUDITORS = Set.of("reader:all");

    /** A word of the table; one that is not known keeps it to the secretariat. */
    static Readership of(String readers) {
        return WORDS.getOrDefault(readers, SECRETARIAT);
    }

    /** The names of audiences and roles that may read, of which a reader must bear one. */
    Set<String> names(Scope scope, String caseKey, Participants participants) {
        return switch (this) {
            case NOBODY -> AUDITORS;
            case CASE -> Reach.audiences(Scope.PROGRAMME, false, false);
            case SECRETARIAT -> Reach.audiences(Scope.PROGRAMME, false, true);
            case OWN_STATE -> Reach.audiences(scope, true, false);
            case STATES -> Reach.audiencesAmong(participants.participating(caseKey));
            case PARTICIPANTS -> Reach.audiencesOf(participants.participating(caseKey));
            case TRAVEL, EVALUATION, HEAD -> roles();
        };
    }

    /** The names of the roles that alone may read it, and of auditors; empty where audiences say who may. */
    Set<String> roles() {
        return switch (this) {
            case TRAVEL -> withAuditors(List.of("PM", "PAO"));
            case EVALUATION -> withAuditors(List.of("ME"));
            case HEAD -> withAuditors(List.of("HOM", "PAO"));
            default -> Set.of();
        };
    }

    private static Set<String> withAuditors(List<String> roles) {
        Set<String> names = new LinkedHashSet<>(AUDITORS);
        roles.forEach(role -> names.add(Scope.PROGRAMME.principal(role)));
        return names;
    }
}
