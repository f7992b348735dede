package org.accord.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The part of the programme that a right or a piece of work concerns; an absent coordinate means all of it.
 *
 * @param state code of a State of the programme
 * @param organisation code of an organisation, or of an agency within the State
 * @param pillar code of a pillar
 */
public record Scope(
        @Nullable String state,
        @Nullable String organisation,
        @Nullable String pillar) {

    public static final Scope PROGRAMME = new Scope(null, null, null);

    public static Scope ofState(@Nullable String state) {
        return new Scope(state, null, null);
    }

    /** Whether a right with this scope reaches work with the other one. */
    public boolean covers(Scope other) {
        return covers(state, other.state) && covers(organisation, other.organisation) && covers(pillar, other.pillar);
    }

    private static boolean covers(@Nullable String mine, @Nullable String theirs) {
        return mine == null || mine.equals(theirs);
    }

    /** The one name under which a holder of the role with exactly this scope is known: {@code NFP/state=KZ}. */
    public String principal(String role) {
        StringBuilder name = new StringBuilder(role);
        coordinates()
                .forEach(
                        (key, value) -> name.append('/').append(key).append('=').append(value));
        return name.toString();
    }

    /** The names of all holders of the role whose scope covers this one, the narrowest first. */
    public List<String> principalsCovering(String role) {
        List<String> names = new ArrayList<>();
        for (String aState : alternatives(state)) {
            for (String anOrganisation : alternatives(organisation)) {
                for (String aPillar : alternatives(pillar)) {
                    names.add(new Scope(blankToNull(aState), blankToNull(anOrganisation), blankToNull(aPillar))
                            .principal(role));
                }
            }
        }
        return names;
    }

    private Map<String, String> coordinates() {
        Map<String, String> coordinates = new TreeMap<>();
        put(coordinates, "state", state);
        put(coordinates, "organisation", organisation);
        put(coordinates, "pillar", pillar);
        return coordinates;
    }

    private static void put(Map<String, String> coordinates, String key, @Nullable String value) {
        if (value != null) {
            coordinates.put(key, value);
        }
    }

    private static List<String> alternatives(@Nullable String value) {
        return value == null ? List.of("") : List.of(value, "");
    }

    private static @Nullable String blankToNull(String value) {
        return value.isEmpty() ? null : value;
    }
}
