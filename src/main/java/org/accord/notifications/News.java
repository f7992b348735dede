package org.accord.notifications;

import java.time.Instant;
import java.util.List;
import org.accord.core.Scope;
import org.jspecify.annotations.Nullable;

/**
 * Something that people are to be told of.
 *
 * @param subject the task, or the name of the notice
 * @param process of the case
 * @param element of the model, in that version of it, that has a name for it
 * @param detail the action of the table of escalations
 * @param addressees roles, or posts
 * @param by who did it, and so knows of it
 */
record News(
        long id,
        Wishes.Kind kind,
        String subject,
        String caseKey,
        String process,
        @Nullable String definition,
        @Nullable String element,
        @Nullable String detail,
        List<String> addressees,
        Scope scope,
        boolean confidential,
        String by,
        Instant at) {

    News {
        addressees = List.copyOf(addressees);
    }
}
