package org.accord.decisions;

import java.util.Set;
import org.accord.decisions.DecisionRow.Kind;

/**
 * What a reader may know of what others said (D8). National positions are for their own State, the political officer and the
 * Chair until they are released; what is said in a silence or in an open ballot is also for the others who decide in it; a
 * secret vote is for nobody.
 *
 * @param states the States in whose name the reader reads confidences
 * @param person the reader's user name
 * @param trusted whether the reader is trusted with every State's confidences
 */
record Disclosure(Set<String> states, String person, boolean trusted) {

    Disclosure {
        states = Set.copyOf(states);
    }

    boolean shows(DecisionRow row, Electorate electorate, Said said) {
        String sender = said.sender();
        if (sender == null) {
            return false;
        }
        return trusted
                || row.released()
                || isOwn(sender)
                || row.kind() != Kind.CLEARANCE
                        && decides(row, electorate)
                        && !said.effect().isOnlyKept();
    }

    /** Whether nothing that counts is kept from the reader, so that an empty place means that nothing was said. */
    boolean showsAll(DecisionRow row, Electorate electorate) {
        return trusted || row.released() || row.kind() != Kind.CLEARANCE && decides(row, electorate);
    }

    private boolean isOwn(String sender) {
        return sender.equals(person) || states.contains(sender);
    }

    /** Whether the reader is one of those who decide, or reads for one of them. */
    private boolean decides(DecisionRow row, Electorate electorate) {
        return row.terms().posts()
                ? electorate.isEntitled(person)
                : states.stream().anyMatch(electorate::isEntitled);
    }

    /** The numbers of a ballot are for everybody who sees the case, once it is closed. */
    boolean showsCount(DecisionRow row) {
        return !row.isOpen() && (row.kind() != Kind.CLEARANCE || trusted || row.released());
    }
}
