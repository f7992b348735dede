package org.accord.decisions;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.accord.access.Grant;
import org.accord.access.Permissions;
import org.accord.access.Reach;
import org.accord.access.Right;
import org.accord.core.Actor;
import org.accord.core.Refused;
import org.accord.core.Violation;
import org.accord.tasks.CaseDirectory;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who speaks for whom in a decision today, and who may read what. */
@Component
class Speakers {

    private final Permissions permissions;
    private final Reach reach;
    private final CaseDirectory cases;

    Speakers(Permissions permissions, Reach reach, CaseDirectory cases) {
        this.permissions = permissions;
        this.reach = reach;
        this.cases = cases;
    }

    /**
     * The actor as a speaker. Refuses {@code noVoice} for those who do not hold the role that speaks,
     * {@code speaksForAnotherState} for those who hold it elsewhere, and {@code oneOfSeveral} for those who speak for several
     * and do not say for whom.
     */
    Speaker require(Actor actor, DecisionRow row, @Nullable String wanted) {
        List<Speaker> voices = voices(actor, row);
        if (voices.isEmpty()) {
            throw Refused.notPermitted("noVoice", row.role());
        }
        String choice = voices.stream().map(Speaker::sender).collect(Collectors.joining(", "));
        if (wanted == null && voices.size() > 1) {
            throw Refused.invalid(Violation.of("state", "oneOfSeveral", choice));
        }
        return voices.stream()
                .filter(voice -> wanted == null || wanted.equals(voice.sender()))
                .findFirst()
                .orElseThrow(() -> Refused.notPermitted("speaksForAnotherState", "" + wanted, choice));
    }

    /** The actor once for each State or post for which they speak. */
    List<Speaker> voices(Actor actor, DecisionRow row) {
        Map<String, Speaker> voices = new LinkedHashMap<>();
        String process = process(row);
        for (Grant grant : permissions.grants(actor)) {
            String sender = sender(actor, row, grant);
            boolean speaks =
                    grant.role().equals(row.role()) && grant.rights().contains(Right.WORK) && grant.isFor(process);
            if (speaks && sender != null) {
                voices.putIfAbsent(sender, new Speaker(actor, grant.capacity(), sender));
            }
        }
        return List.copyOf(voices.values());
    }

    private static @Nullable String sender(Actor actor, DecisionRow row, Grant grant) {
        if (!row.terms().posts()) {
            return grant.scope().state();
        }
        return grant.onBehalfOf() == null ? actor.name() : grant.onBehalfOf();
    }

    private String process(DecisionRow row) {
        return cases.process(row.caseKey()).orElse("");
    }

    Disclosure disclosure(Actor reader, DecisionRow row) {
        String process = process(row);
        Set<String> states = permissions.grants(reader).stream()
                .filter(grant -> grant.rights().contains(Right.READ_CONFIDENTIAL) && grant.isFor(process))
                .map(grant -> grant.scope().state())
                .filter(state -> state != null)
                .collect(Collectors.toSet());
        return new Disclosure(states, reader.name(), reach.isTrusted(reader, process));
    }
}
