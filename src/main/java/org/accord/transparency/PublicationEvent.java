package org.accord.transparency;

import java.util.Map;
import java.util.Set;
import org.accord.core.Actor;
import org.accord.core.Capacity;
import org.accord.core.DomainEvent;
import org.accord.core.Subject;

/** Somebody said whether an activity is published. */
record PublicationEvent(Actor by, Capacity capacity, String caseKey, boolean published, String reason)
        implements DomainEvent {

    @Override
    public Subject about() {
        return new Subject("activity", caseKey);
    }

    /** Why something is not published is not for those to whom it is not published. */
    @Override
    public boolean confidential() {
        return true;
    }

    @Override
    public String action() {
        return published ? "activity.published" : "activity.excluded";
    }

    @Override
    public Map<String, ?> details() {
        return Map.of("reason", reason);
    }

    @Override
    public Set<String> words() {
        return Set.of("reason");
    }
}
