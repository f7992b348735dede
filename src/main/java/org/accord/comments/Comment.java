package org.accord.comments;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.accord.core.Capacity;
import org.accord.core.LocalText;
import org.jspecify.annotations.Nullable;

/**
 * A comment as one of its readers sees it.
 *
 * @param number in the order in which comments were written
 * @param task the id of the task it is about, if it is about one
 * @param taskName what that task is called
 * @param text absent once it is withdrawn
 * @param mentions the posts that it calls upon
 * @param unread whether it was written since the reader last looked, by somebody else
 * @param own whether the reader wrote it and may withdraw it
 */
record Comment(
        long number,
        UUID id,
        String caseKey,
        @Nullable String task,
        @Nullable LocalText taskName,
        String author,
        Capacity capacity,
        Audience audience,
        @Nullable String text,
        Set<String> mentions,
        Instant at,
        @Nullable Instant withdrawn,
        boolean unread,
        boolean own) {

    Comment {
        mentions = Set.copyOf(mentions);
    }

    /** The text with its mentions apart. */
    public List<CommentText.Piece> pieces() {
        return text == null ? List.of() : new CommentText(text).pieces(mentions);
    }
}
