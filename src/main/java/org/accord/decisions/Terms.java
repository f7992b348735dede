package org.accord.decisions;

import java.util.Set;
import org.accord.decisions.BallotRule.Majority;
import org.jspecify.annotations.Nullable;

/**
 * The rules under which a decision was opened, as they are stored: they do not change while it runs.
 *
 * @param documentType what is under silence
 * @param workingDays how long the silence was to last; 0 if counted in hours
 * @param hours how long it was to last; 0 if counted in working days
 * @param posts whether posts decide, each for itself, and not States
 * @param extensionDays by how many working days it can be extended; 0 if it cannot
 */
record Terms(
        @Nullable String documentType,
        int workingDays,
        int hours,
        int extensionDays,
        @Nullable String majority,
        @Nullable String threshold,
        @Nullable String quorum,
        @Nullable Set<String> vetoes,
        boolean secret,
        boolean posts) {

    static final Terms NONE = new Terms(null, 0, 0, 0, null, null, null, null, false, false);

    static Terms silence(String documentType, int workingDays, int hours, int extensionDays) {
        return new Terms(documentType, workingDays, hours, extensionDays, null, null, null, null, false, false);
    }

    static Terms ballot(BallotRule rule, boolean posts) {
        return new Terms(
                null,
                0,
                0,
                0,
                rule.majority().name(),
                rule.threshold().toString(),
                rule.quorum().toString(),
                rule.vetoes(),
                rule.secret(),
                posts);
    }

    BallotRule ballot() {
        return new BallotRule(
                majority == null ? Majority.CONSENSUS : Majority.valueOf(majority),
                share(threshold),
                share(quorum),
                vetoes == null ? Set.of() : vetoes,
                secret);
    }

    private static Share share(@Nullable String text) {
        return text == null ? Share.NONE : Share.find(text).orElse(Share.NONE);
    }
}
