package org.accord.substitutions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import org.accord.core.Scope;
import org.jspecify.annotations.Nullable;

/**
 * One post stands in for another, for a time.
 *
 * @param id {@code SUB-YEAR-NUMBER}
 * @param reach the part of the programme it concerns, for whoever approves it
 * @param remark what the one who refused it said, if anything
 */
record Substitution(
        String id,
        Terms terms,
        Scope reach,
        Status status,
        String proposedBy,
        Instant proposedAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String remark,
        @Nullable String closedBy,
        @Nullable Instant closedAt) {

    /** Where it is in its life. One that is approved is over after its last day, without anybody doing anything. */
    enum Status {
        PROPOSED,
        APPROVED,
        REFUSED,
        WITHDRAWN,
        ENDED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How it stands on a day. */
    enum Standing {
        PROPOSED,
        TO_COME,
        IN_FORCE,
        OVER,
        REFUSED,
        WITHDRAWN,
        ENDED
    }

    /**
     * What is agreed.
     *
     * @param principal who is away
     * @param substitute who stands in
     * @param from first day, in the zone of the programme
     * @param until last day
     * @param roles the roles of the principal that are used, at least one
     * @param state the State whose mandates alone are used, if it is narrowed to one
     * @param processes the processes in whose cases alone they are used; empty for all
     */
    record Terms(
            String principal,
            String substitute,
            LocalDate from,
            LocalDate until,
            Set<String> roles,
            @Nullable String state,
            Set<String> processes) {

        Terms {
            roles = Set.copyOf(roles);
            processes = Set.copyOf(processes);
        }

        boolean overlapsInTime(Terms other) {
            return !from.isAfter(other.until) && !other.from.isAfter(until);
        }

        /** Whether some work would be done by the substitutes of both. */
        boolean overlapsInScope(Terms other) {
            boolean sharedRole = roles.stream().anyMatch(other.roles::contains);
            boolean sharedState = state == null || other.state == null || state.equals(other.state);
            boolean sharedProcess = processes.isEmpty()
                    || other.processes.isEmpty()
                    || processes.stream().anyMatch(other.processes::contains);
            return sharedRole && sharedState && sharedProcess;
        }

        boolean lastsOn(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(until);
        }

        boolean concerns(String userName) {
            return principal.equals(userName) || substitute.equals(userName);
        }

        Terms of(String newPrincipal) {
            return new Terms(newPrincipal, substitute, from, until, roles, state, processes);
        }
    }

    Standing standing(LocalDate today) {
        if (status != Status.APPROVED) {
            return Standing.valueOf(status.name());
        }
        if (today.isBefore(terms.from())) {
            return Standing.TO_COME;
        }
        return terms.lastsOn(today) ? Standing.IN_FORCE : Standing.OVER;
    }

    boolean isProposed() {
        return status == Status.PROPOSED;
    }

    /** Whether it was approved and its last day is not past. */
    boolean isInForceOrToCome(LocalDate today) {
        return status == Status.APPROVED && !terms.until().isBefore(today);
    }

    /** Whether it keeps others from being agreed for the same time. */
    boolean counts() {
        return status == Status.PROPOSED || status == Status.APPROVED;
    }
}
