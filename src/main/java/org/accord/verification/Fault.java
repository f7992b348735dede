package org.accord.verification;

import org.jspecify.annotations.Nullable;

/**
 * Something that is not as it was sealed.
 *
 * @param entry the number of the entry in the record, where one is concerned
 * @param detail what exactly, in English: a column, a checkpoint's size
 */
public record Fault(Kind kind, @Nullable Long entry, String detail) {

    /** What was done to the record; those that concern entries come first. */
    public enum Kind {
        /** An entry is not what was sealed. */
        ENTRY_CHANGED,
        /** A sealed entry is gone. */
        ENTRY_REMOVED,
        /** An entry stands where none was sealed. */
        ENTRY_INSERTED,
        /** Entries stand in another order than they were sealed in. */
        ENTRIES_REORDERED,
        /** What is searched and shown of an entry is not what is sealed of it. */
        COLUMN_CHANGED,
        /** The words of an entry are not those that were sealed, or are gone without having been erased. */
        WORDS_CHANGED,
        /** A checkpoint does not belong to the entries, or is not as it was signed. */
        CHECKPOINT_CHANGED,
        /** A checkpoint is not signed by a key of the log. */
        CHECKPOINT_NOT_SIGNED,
        /** A checkpoint kept elsewhere knows of more entries: the end was cut off, or an old copy was restored. */
        RECORD_CUT,
        /** A checkpoint kept elsewhere has another tree: the history was written anew. */
        RECORD_REWRITTEN,
        /** The stored tree is not that of the entries. */
        TILE_CHANGED,
        /** What keeps the database from changing entries is switched off. */
        GUARD_DISABLED,
        /** What the engine remembers and what the record says differ. */
        ENGINE_DIFFERS,
        /** It could not be checked; that is not to be taken for sound. */
        UNREADABLE
    }

    static Fault at(Kind kind, long entry, String detail) {
        return new Fault(kind, entry, detail);
    }

    static Fault of(Kind kind, String detail) {
        return new Fault(kind, null, detail);
    }

    @Override
    public String toString() {
        return kind + (entry == null ? "" : " at entry " + entry) + ": " + detail;
    }
}
