package org.accord.tasks;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Separation of duties: whoever did an earlier step that a model names may not do this one, nor may somebody who stands in
 * for them, nor may they stand in for somebody else to do it (jpoa.md 4.1). Nobody gets round it by a substitution, since
 * both the one who acts and the one in whose name it is done are looked at, then and now.
 */
final class FourEyes {

    /**
     * A step that was done.
     *
     * @param onBehalfOf the post stood in for, if any
     */
    record Deed(String element, String actor, @Nullable String onBehalfOf) {

        boolean involves(String person) {
            return person.equals(actor) || person.equals(onBehalfOf);
        }
    }

    private FourEyes() {}

    /** The earlier step that keeps these persons, who are one actor and whom they stand in for, from acting now. */
    static Optional<Deed> conflict(Set<String> persons, Collection<Deed> before) {
        return before.stream()
                .filter(deed -> persons.stream().anyMatch(deed::involves))
                .findFirst();
    }

    /** All who may not act, each with the first step that keeps them from it. */
    static Map<String, String> barred(List<Deed> before) {
        Map<String, String> barred = new LinkedHashMap<>();
        for (Deed deed : before) {
            barred.putIfAbsent(deed.actor(), deed.element());
            if (deed.onBehalfOf() != null) {
                barred.putIfAbsent(deed.onBehalfOf(), deed.element());
            }
        }
        return barred;
    }
}
