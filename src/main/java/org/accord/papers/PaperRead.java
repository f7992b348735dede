package org.accord.papers;

import java.util.Map;
import org.accord.core.Actor;
import org.accord.core.DomainEvent;
import org.accord.core.Subject;

/** Somebody got a paper that names people. */
record PaperRead(Actor by, String caseKey, String paper, String language) implements DomainEvent {

    @Override
    public Subject about() {
        return new Subject("paper", caseKey + "/" + paper);
    }

    @Override
    public String action() {
        return "paper.read";
    }

    @Override
    public boolean confidential() {
        return true;
    }

    @Override
    public Map<String, ?> details() {
        return Map.of("paper", paper, "language", language);
    }
}
