package org.accord.tasks;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.accord.core.Actor;

/** What people say to each other about cases; comments implement it. */
public interface Talk {

    /**
     * How much is said in a case, as far as a reader may know.
     *
     * @param unread by others, since the reader last looked
     */
    record Said(int comments, int unread) {

        public static final Said NOTHING = new Said(0, 0);
    }

    /**
     * Somebody calls upon the reader.
     *
     * @param number of the comment
     */
    record Mention(String caseKey, long number, String author, Instant at) {}

    /** By case key; a case in which nothing is said is left out. */
    Map<String, Said> of(Actor reader, Collection<String> caseKeys);

    /** What calls upon the reader and was written since they last looked there, the newest first; 20 at most. */
    List<Mention> mentions(Actor reader);
}
