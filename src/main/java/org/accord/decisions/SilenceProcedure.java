package org.accord.decisions;

import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A silence procedure at one moment (jpoa.md 3.4). What a word comes to is told by the table D3; what time it is comes from
 * outside. Received <em>before</em> the expiry counts, at the expiry does not. Once broken it stays broken, once over it is
 * over: nothing said afterwards changes it.
 *
 * @param expiry the moment at which it ends unless it is broken
 * @param extensionsAsked how often more time was asked for
 * @param entitled the States that can break it
 * @param spoken those of them that have stated a position that stands
 * @param broken whether an objection or amendment has arrived in time
 */
record SilenceProcedure(Instant expiry, int extensionsAsked, Set<String> entitled, Set<String> spoken, boolean broken) {

    /** The table D3. */
    @FunctionalInterface
    interface Table {

        Effect effect(boolean participating, @Nullable Position position, boolean beforeExpiry, int extensionsAsked);
    }

    /** What it comes to. */
    enum Outcome {
        RUNNING,
        BROKEN,
        ADOPTED,
        /** Nobody is left who could have broken it: the silence of nobody adopts nothing. */
        LAPSED
    }

    /** An effect, and the procedure after it. */
    record Heard(Effect effect, SilenceProcedure after) {}

    SilenceProcedure {
        entitled = Set.copyOf(entitled);
        spoken = Set.copyOf(spoken);
    }

    static SilenceProcedure begin(Instant expiry, Set<String> entitled) {
        return new SilenceProcedure(expiry, 0, entitled, Set.of(), false);
    }

    boolean isOver(Instant now) {
        return broken || !now.isBefore(expiry);
    }

    /** Whether this would be a second position of the same State in this round. */
    boolean isRepeated(String sender, Position position) {
        return position.isPosition() && entitled.contains(sender) && spoken.contains(sender);
    }

    /** What something comes to that was received at that moment; the expiry is moved by {@link #extendedTo}. */
    Heard hear(String sender, Position position, Instant received, Table table) {
        boolean participating = entitled.contains(sender);
        Effect effect = table.effect(participating, position, !isOver(received), extensionsAsked);
        if (effect.isOnlyKept() || effect == Effect.REFUSED) {
            return new Heard(effect, this);
        }
        int asked = position == Position.EXTEND ? extensionsAsked + 1 : extensionsAsked;
        Set<String> heard = position.isPosition() ? with(spoken, sender) : spoken;
        return new Heard(effect, new SilenceProcedure(expiry, asked, entitled, heard, effect.breaks()));
    }

    /** With a later expiry; the same if it is over, or if that were earlier: time that was given is never taken back. */
    SilenceProcedure extendedTo(Instant later, Instant now) {
        return isOver(now) || !later.isAfter(expiry)
                ? this
                : new SilenceProcedure(later, extensionsAsked, entitled, spoken, broken);
    }

    /** Without a position that was taken back; nothing that came to an end can be taken back. */
    SilenceProcedure withdrawn(String sender, Instant now) {
        return isOver(now)
                ? this
                : new SilenceProcedure(expiry, extensionsAsked, entitled, without(spoken, sender), broken);
    }

    /** Without a State that takes part no longer. A silence that it has broken stays broken. */
    SilenceProcedure left(String state, Instant now) {
        return isOver(now)
                ? this
                : new SilenceProcedure(
                        expiry, extensionsAsked, without(entitled, state), without(spoken, state), broken);
    }

    Outcome outcome(Instant now) {
        if (broken) {
            return Outcome.BROKEN;
        }
        if (!isOver(now)) {
            return Outcome.RUNNING;
        }
        return entitled.isEmpty() ? Outcome.LAPSED : Outcome.ADOPTED;
    }

    private static Set<String> with(Set<String> states, String state) {
        Set<String> more = new TreeSet<>(states);
        more.add(state);
        return more;
    }

    private static Set<String> without(Set<String> states, String state) {
        Set<String> fewer = new TreeSet<>(states);
        fewer.remove(state);
        return fewer;
    }
}
