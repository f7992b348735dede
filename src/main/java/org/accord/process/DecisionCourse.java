package org.accord.process;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How the decisions go that cases wait for; the newest of its topic is meant. */
public interface DecisionCourse {

    /** When it ends by itself; asked anew each time, since it may be extended. */
    Instant deadline(String caseKey, String topic);

    /** When it ends by itself, if there is one and it does. */
    Optional<Instant> end(String caseKey, String topic);

    /** When those who have not spoken are reminded; after the end if they are not. */
    Instant reminder(String caseKey, String topic);

    /** Whether nobody is to know who voted how. */
    boolean isSecret(String caseKey, String topic);

    /** Those who may vote and have not, in the order of the electorate. */
    List<String> voters(String caseKey, String topic);
}
