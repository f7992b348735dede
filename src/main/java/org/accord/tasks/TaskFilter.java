package org.accord.tasks;

import java.time.Instant;
import java.util.Locale;
import org.accord.core.Refused;
import org.accord.core.Violation;
import org.jspecify.annotations.Nullable;

/** Which open tasks to list, and how. An absent part does not narrow. */
public record TaskFilter(
        View view,
        @Nullable String caseKey,
        @Nullable String process,
        @Nullable String state,
        @Nullable Instant dueFrom,
        @Nullable Instant dueBefore,
        @Nullable String text,
        Sort sort) {

    private static final int LONGEST_TEXT = 200;
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    public TaskFilter {
        if (text != null && text.length() > LONGEST_TEXT) {
            throw Refused.invalid(Violation.of("q", "maxLength", LONGEST_TEXT, LONGEST_TEXT, text.length()));
        }
        if (dueFrom != null) {
            requireStorable("due-from", dueFrom);
        }
        if (dueBefore != null) {
            requireStorable("due-before", dueBefore);
        }
    }

    /** Whose tasks. */
    public enum View {
        MINE,
        GROUP,
        ALL
    }

    /** In which order: the earliest due, the newest, the most important first. */
    public enum Sort {
        DUE("due_key", "asc", ">", "timestamptz"),
        CREATED("opened", "desc", "<", "timestamptz"),
        PRIORITY("priority", "desc", "<", "int");

        final String column;
        final String direction;
        final String beyond;
        final String type;

        Sort(String column, String direction, String beyond, String type) {
            this.column = column;
            this.direction = direction;
            this.beyond = beyond;
            this.type = type;
        }
    }

    public static TaskFilter of(View view) {
        return new TaskFilter(view, null, null, null, null, null, null, Sort.DUE);
    }

    /** Of a view, what is due from one moment on and before another. */
    public static TaskFilter due(View view, Instant from, Instant before) {
        return new TaskFilter(view, null, null, null, from, before, null, Sort.DUE);
    }

    public static TaskFilter ofCase(String caseKey) {
        return new TaskFilter(View.ALL, caseKey, null, null, null, null, null, Sort.DUE);
    }

    /** Refuses a moment that no task can have ({@code outOfRange}). */
    static void requireStorable(String field, Instant moment) {
        if (moment.isBefore(EARLIEST) || moment.isAfter(LATEST)) {
            throw Refused.invalid(
                    Violation.of(field, "outOfRange", EARLIEST.toString(), LATEST.toString(), moment.toString()));
        }
    }

    /** Reads one of the words of an enumeration; refuses others with {@code notAnOption}. */
    static <E extends Enum<E>> E word(String field, Class<E> words, String given) {
        try {
            return Enum.valueOf(words, given.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw Refused.invalid(Violation.of(field, "notAnOption", given));
        }
    }
}
