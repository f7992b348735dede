package org.accord.audit;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.accord.core.Actor;
import org.accord.core.Capacity;
import org.accord.core.DomainEvent;
import org.accord.core.Subject;

/**
 * The words of an entry of the record were erased; whoever keeps the same words elsewhere has to let go of them too.
 *
 * @param of what the entry tells of
 * @param ground why, as a word
 */
public record WordsErased(
        Actor by, Capacity capacity, long entry, Subject of, List<String> keys, String ground, String reason)
        implements DomainEvent {

    public WordsErased {
        keys = List.copyOf(keys);
    }

    @Override
    public Subject about() {
        return new Subject("entry", Long.toString(entry));
    }

    @Override
    public String action() {
        return "record.wordsErased";
    }

    @Override
    public boolean confidential() {
        return true;
    }

    @Override
    public Map<String, ?> details() {
        return reason.isEmpty()
                ? Map.of("keys", keys, "ground", ground)
                : Map.of("keys", keys, "ground", ground, "reason", reason);
    }

    @Override
    public Set<String> words() {
        return reason.isEmpty() ? Set.of() : Set.of("reason");
    }
}
