package org.accord.tasks;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How somebody looks at the inbox, in the words of its address; an empty word does not narrow.
 *
 * @param view {@code mine}, {@code group} or {@code all}; empty for the first in which there is work
 * @param due {@code overdue} or {@code week}
 */
record Looking(String view, String q, String state, String due, String sort) {

    /** The words for when tasks are due. */
    enum Due {
        OVERDUE,
        WEEK;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final Duration WEEK = Duration.ofDays(7);
    private static final String USUAL = "due";

    Looking(
            @Nullable String view,
            @Nullable String q,
            @Nullable String state,
            @Nullable String due,
            @Nullable String sort) {
        this.view = word(view, "").toLowerCase(Locale.ROOT);
        this.q = word(q, "");
        this.state = word(state, "");
        this.due = word(due, "").toLowerCase(Locale.ROOT);
        this.sort = word(sort, USUAL).toLowerCase(Locale.ROOT);
    }

    private static String word(@Nullable String given, String usual) {
        String word = Objects.requireNonNullElse(given, "").strip();
        return word.isEmpty() ? usual : word;
    }

    Looking in(TaskFilter.View shown) {
        return new Looking(shown.name().toLowerCase(Locale.ROOT), q, state, due, sort);
    }

    /** Whether it looks for less than all of its view. */
    public boolean isNarrow() {
        return !(q.isEmpty() && state.isEmpty() && due.isEmpty());
    }

    TaskFilter.View shown() {
        return TaskFilter.word("view", TaskFilter.View.class, view);
    }

    /** Refuses words that a filter does not know ({@code notAnOption}) and a text that is too long ({@code maxLength}). */
    TaskFilter filter(Instant now) {
        Due asked = due.isEmpty() ? null : TaskFilter.word("due", Due.class, due);
        Instant before = asked == null ? null : asked == Due.OVERDUE ? now : now.plus(WEEK);
        return new TaskFilter(
                shown(),
                null,
                null,
                nullIfEmpty(state),
                asked == Due.WEEK ? now : null,
                before,
                nullIfEmpty(q),
                TaskFilter.word("sort", TaskFilter.Sort.class, sort));
    }

    private static @Nullable String nullIfEmpty(String word) {
        return word.isEmpty() ? null : word;
    }
}
