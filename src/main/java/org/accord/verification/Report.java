package org.accord.verification;

import java.util.List;

/**
 * What a verification found.
 *
 * @param entries how many entries are sealed and were looked at
 * @param unsealed how many wait for their seal; they are not proved by anything yet
 * @param root of the tree over the entries, in hexadecimal
 * @param faults the first bad entry first; empty if all is as it was sealed
 */
public record Report(long entries, long unsealed, String root, List<Fault> faults) {

    /** What is told of a check that could not be carried out. */
    static Report unreadable(Exception cause) {
        return new Report(0, 0, "", List.of(Fault.of(Fault.Kind.UNREADABLE, String.valueOf(cause))));
    }

    public boolean isSound() {
        return faults.isEmpty();
    }
}
