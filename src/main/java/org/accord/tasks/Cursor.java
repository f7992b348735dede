package org.accord.tasks;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.accord.core.Refused;
import org.accord.core.Violation;

/** The place in a sorted list after which the next page begins: the order, the last row's sort key and its id. */
record Cursor(TaskFilter.Sort sort, String sortKey, String taskId) {

    private static final String SEPARATOR = "|";
    private static final int PARTS = 3;
    private static final int LONGEST = 200;
    private static final String NEVER = "infinity";

    String text() {
        String plain = String.join(SEPARATOR, sort.name().toLowerCase(Locale.ROOT), sortKey, taskId);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /** Refuses what is not a cursor of this order ({@code notACursor}). */
    static Cursor parse(String text, TaskFilter.Sort sort) {
        try {
            if (text.length() > LONGEST) {
                throw new IllegalArgumentException("longer than any cursor");
            }
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            List<String> parts = List.of(plain.split("[|]", PARTS));
            Cursor cursor = new Cursor(sort, parts.get(1), parts.get(2));
            cursor.requireOrder(parts.get(0));
            return cursor;
        } catch (IllegalArgumentException | IndexOutOfBoundsException | DateTimeException e) {
            throw Refused.invalid(Violation.of("after", "notACursor", text));
        }
    }

    private void requireOrder(String order) {
        boolean fits = order.equals(sort.name().toLowerCase(Locale.ROOT)) && taskId.matches("[\\w-]{1,64}");
        if (!fits) {
            throw new IllegalArgumentException("not a place in the order " + sort);
        }
        if (sort == TaskFilter.Sort.PRIORITY) {
            Integer.parseInt(sortKey);
        } else if (sort != TaskFilter.Sort.DUE || !sortKey.equals(NEVER)) {
            TaskFilter.requireStorable("after", Instant.parse(sortKey));
        }
    }

    static Cursor of(TaskRow row, TaskFilter.Sort sort) {
        String key =
                switch (sort) {
                    case DUE -> row.due() == null ? NEVER : row.due().toString();
                    case CREATED -> row.opened().toString();
                    case PRIORITY -> Integer.toString(row.priority());
                };
        return new Cursor(sort, key, row.id());
    }
}
