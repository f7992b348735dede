package org.accord.core;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened, told in the transaction in which it happened. The record keeps each of them, so an event
 * that cannot be recorded undoes what it tells of.
 */
public interface DomainEvent {

    Actor by();

    Subject about();

    /** What was done, as {@code noun.pastParticiple}: {@code task.completed}. */
    String action();

    /** The role and scope used, where a person used a right; absent for Accord's own acts. */
    default @Nullable Capacity capacity() {
        return null;
    }

    /** Key of the case it belongs to, if it belongs to one. */
    default @Nullable String caseKey() {
        return null;
    }

    /** What part of the programme it concerns; a State here keeps it from other States. */
    default Scope scope() {
        return Scope.PROGRAMME;
    }

    /** Whether only the State it concerns, and those trusted with confidences, may see it. */
    default boolean confidential() {
        return false;
    }

    /**
     * The names of audiences and roles, in place of those that scope and confidence give, of which a reader must bear one;
     * empty where scope and confidence say it.
     */
    default Set<String> confidedTo() {
        return Set.of();
    }

    /** Facts worth keeping, as text, numbers, booleans, lists and maps of these. */
    default Map<String, ?> details() {
        return Map.of();
    }

    /**
     * The keys of those details that people wrote, or that tell of a person. The record seals only a commitment to each, so
     * that it can be erased when its time has come and every proof still holds.
     */
    default Set<String> words() {
        return Set.of();
    }
}
