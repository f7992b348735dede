package org.accord.tasks;

import java.util.List;
import org.accord.core.Actor;

/** The documents that are handed in with a task; a module above keeps them. */
public interface Attachments {

    /**
     * One document.
     *
     * @param symbol what it is referred to by
     * @param address of its page
     * @param marking the level of its classification
     */
    record Attachment(String symbol, String title, String address, String marking) {}

    /** Those that were handed in with the task, as far as the reader may read them. */
    List<Attachment> of(Actor reader, String taskId);

    /** The kinds of content that one may be said to have. */
    List<String> contents();
}
