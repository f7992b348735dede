package org.accord.notifications;

import java.time.Instant;
import java.util.List;
import org.accord.core.Scope;
import org.jspecify.annotations.Nullable;

/**
 * Something that people are to be told of.
 *
 * @param subject the task, or the name of the notice; the case itself if it is a meeting or workshop of which something changed
 * @param process of the case
 * @param model the process that issued the notice
 * @param element of that process that issued it, whose name stands in for words that the programme has not
 * @param addressees roles, or posts
 * @param by who did it, and so knows of it
 */
record News(
        long id,
        Wishes.Kind kind,
        String subject,
        String caseKey,
        String process,
        @Nullable String model,
        @Nullable String element,
        List<String> addressees,
        Scope scope,
        boolean confidential,
        String by,
        Instant at) {

    News {
        addressees = List.copyOf(addressees);
    }

    /** Whether it says that a meeting or workshop to which people were invited changed or is off. */
    boolean isOfGathering() {
        return kind == Wishes.Kind.NOTICE && subject.equals(caseKey);
    }
}
