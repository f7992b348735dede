package org.accord.access;

import java.time.LocalDate;
import org.accord.core.Actor;

/** Something that is kept by post, and goes to the next holder when a post is handed over. Several may exist. */
public interface Estate {

    /**
     * Passes it from one post to the other, within the caller's transaction. Whether that may be the caller has asked.
     *
     * @param day the first on which it is the second post's
     */
    void pass(Actor actor, String from, String to, LocalDate day);
}
