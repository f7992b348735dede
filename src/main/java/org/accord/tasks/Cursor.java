package org.accord.tasks;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.accord.core.Refused;
import org.accord.core.Violation;

/** The place in a sorted list after which the next page begins: the last row's sort key and id. */
record Cursor(String sortKey, String taskId) {

    private static final String SEPARATOR = "|";

    String text() {
        byte[] bytes = (sortKey + SEPARATOR + taskId).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Refuses what is not a cursor of this order ({@code notACursor}). */
    static Cursor parse(String text, TaskFilter.Sort sort) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            int at = plain.indexOf(SEPARATOR);
            Cursor cursor = new Cursor(plain.substring(0, at), plain.substring(at + 1));
            if (!cursor.fits(sort)) {
                throw new IllegalArgumentException("not a key of " + sort);
            }
            return cursor;
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw Refused.invalid(Violation.of("after", "notACursor", text));
        }
    }

    private boolean fits(TaskFilter.Sort sort) {
        String pattern = sort == TaskFilter.Sort.PRIORITY ? "\\d{1,4}" : "infinity|\\d{4}-\\d{2}-\\d{2}T[0-9:.]+Z";
        return sortKey.matches(pattern) && taskId.matches("[\\w-]{1,64}");
    }

    static Cursor of(TaskRow row, TaskFilter.Sort sort) {
        String key =
                switch (sort) {
                    case DUE -> row.due() == null ? "infinity" : row.due().toString();
                    case CREATED -> row.opened().toString();
                    case PRIORITY -> Integer.toString(row.priority());
                };
        return new Cursor(key, row.id());
    }
}
