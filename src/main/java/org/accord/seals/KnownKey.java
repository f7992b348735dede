package org.accord.seals;

import org.jspecify.annotations.Nullable;

/**
 * A key of the log for those who verify, and up to which size it signed.
 *
 * @param last the size of the tree at which another key took its place; absent for the present one
 */
record KnownKey(String verifier, @Nullable Long last) {

    /** @throws IllegalArgumentException if it is not as {@link #written} gives it */
    static KnownKey parse(String line) {
        String[] parts = line.strip().split(" ", 2);
        return new KnownKey(parts[0], parts.length == 2 ? Long.valueOf(parts[1].strip()) : null);
    }

    /** {@code name+identifier+key}, and behind a blank the last size, if it has one. */
    String written() {
        return last == null ? verifier : verifier + " " + last;
    }

    boolean is(LogKey key) {
        return verifier.equals(key.verifier());
    }

    KnownKey until(long size) {
        return last == null ? new KnownKey(verifier, size) : this;
    }

    /** Whether it signed the note of a tree of that size when it was the key of the log. */
    boolean signed(SignedNote note, long size) {
        VerifierKey key = VerifierKey.parse(verifier);
        return (last == null || size <= last)
                && note.lines().stream().anyMatch(line -> key.verifies(note.text(), line));
    }
}
