package org.accord.process;

import java.util.List;

/** Who takes part in a case, by code and in the programme's order; asked anew each time, since lists change. */
public interface Participants {

    /** The States that take part and count for consensus now. */
    List<String> participating(String caseKey);

    /** The States that are invited: participating ones and observers of the region. */
    List<String> invited(String caseKey);

    /** How many States stand so in the case now: {@code PARTICIPATING}, {@code OBSERVER}, {@code DEFERRED}. */
    int standing(String caseKey, String standing);

    /** The agencies of a State that are heard. */
    List<String> agencies();

    /** The donors of the case. */
    List<String> donors(String caseKey);
}
