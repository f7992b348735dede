package org.accord.verification;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Walks once through the sealed entries of a database, in the order of their leaves, and compares. */
final class DatabaseCheck {

    private static final int AT_ONCE = 1_000;
    private static final int HASH = 32;
    private static final int TILE = 256;
    private static final int MOST_FAULTS = 100;

    private static final String ENTRIES = """
            select leaf.leaf, leaf.entry, entry.*,
                (select jsonb_object_agg(word.key, jsonb_build_object(
                        'salt', coalesce(encode(word.salt, 'hex'), ''), 'value', word.value))::text
                    from accord.audit_words as word where word.entry = entry.index) as words
            from accord.seal_leaf as leaf left join accord.audit_entry as entry on entry.index = leaf.entry
            order by leaf.leaf
            """;

    private final Connection connection;
    private final List<String> keys;
    private final TreeMap<Long, Head> outside = new TreeMap<>();
    private final TreeMap<Long, Head> inside = new TreeMap<>();
    private final List<Fault> faults = new ArrayList<>();
    private final Map<String, Set<String>> erased = new HashMap<>();
    private final GrowingRoot ofEntries = new GrowingRoot();
    private final GrowingRoot ofTiles = new GrowingRoot();
    private long suspect = -1;
    private boolean diagnosed;
    private long firstUnproved = -1;

    private DatabaseCheck(Connection connection, List<String> keys, Collection<Head> outside) {
        this.connection = connection;
        this.keys = List.copyOf(keys);
        outside.forEach(head -> this.outside.put(head.size(), head));
    }

    /**
     * @param connection in one transaction that sees one state of the database
     * @param keys the verifier keys of the log
     * @param outside checkpoints from elsewhere than this database
     */
    static Report run(Connection connection, List<String> keys, Collection<Head> outside) throws SQLException {
        return new DatabaseCheck(connection, keys, outside).report();
    }

    private Report report() throws SQLException {
        if (keys.isEmpty()) {
            found(Fault.of(Fault.Kind.UNREADABLE, "there are no verifier keys, so no checkpoint can be checked"));
        }
        readHeads();
        readErasures();
        compareEntries();
        compareHeads();
        faults.addAll(UpperTiles.faults(connection, ofEntries.size()));
        faults.addAll(Guards.faults(connection));
        long unsealed = Guards.unsealed(connection, faults);
        faults.sort(Comparator.comparingLong(DatabaseCheck::place).thenComparing(Fault::kind));
        return new Report(ofEntries.size(), unsealed, HexFormat.of().formatHex(ofEntries.root()), List.copyOf(faults));
    }

    private static long place(Fault fault) {
        return fault.entry() == null ? Long.MAX_VALUE : fault.entry();
    }

    private void found(Fault fault) {
        if (faults.size() < MOST_FAULTS) {
            faults.add(fault);
        }
    }

    private void readHeads() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("select size, note, root from accord.seal_checkpoint order by size")) {
            while (rows.next()) {
                long size = rows.getLong("size");
                Optional<Head> head = Head.parse(rows.getString("note"));
                if (head.isEmpty()
                        || head.get().size() != size
                        || !Arrays.equals(head.get().root(), rows.getBytes("root"))) {
                    found(Fault.of(Fault.Kind.CHECKPOINT_CHANGED, "the checkpoint of size " + size + " is not one"));
                } else if (!keys.isEmpty() && !head.get().isSignedBy(keys)) {
                    found(Fault.of(Fault.Kind.CHECKPOINT_NOT_SIGNED, "the checkpoint of size " + size));
                } else {
                    inside.put(size, head.get());
                }
            }
        }
    }

    /** What sealed entries say was erased. */
    private void readErasures() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select entry.subject_id, entry.body
                        from accord.audit_entry as entry join accord.seal_leaf as leaf on leaf.entry = entry.index
                        where entry.action = 'record.wordsErased' and entry.subject_type = 'entry'
                        """)) {
            while (rows.next()) {
                Set<String> keys = erased.computeIfAbsent(rows.getString("subject_id"), entry -> new HashSet<>());
                SealedRow.json(rows.getString("body")).at("/details/keys").forEach(key -> keys.add(key.asText()));
            }
        }
    }

    private void compareEntries() throws SQLException {
        try (Statement statement = connection.createStatement();
                Tiles tiles = new Tiles()) {
            statement.setFetchSize(AT_ONCE);
            ResultSet rows = statement.executeQuery(ENTRIES);
            for (long leaf = 0; rows.next(); leaf++) {
                if (rows.getLong("leaf") != leaf) {
                    found(Fault.at(
                            Fault.Kind.ENTRY_REMOVED, rows.getLong("entry"), "leaf " + leaf + " is missing before it"));
                    return;
                }
                compareOrTell(rows, tiles.hash(leaf));
            }
        }
    }

    /** What cannot be read is not what was sealed. */
    private void compareOrTell(ResultSet row, byte[] stored) throws SQLException {
        try {
            compare(row, stored);
        } catch (RuntimeException e) {
            found(Fault.at(Fault.Kind.ENTRY_CHANGED, row.getLong("entry"), "it cannot be read: " + e));
        }
    }

    private void compare(ResultSet row, byte[] stored) throws SQLException {
        long entry = row.getLong("entry");
        Optional<SealedRow> there = SealedRow.of(row);
        byte[] hash = there.isPresent() ? there.get().leafHash() : new byte[HASH];
        firstUnproved = firstUnproved < 0 ? entry : firstUnproved;
        ofEntries.add(hash);
        ofTiles.add(stored);
        if (there.isEmpty()) {
            found(Fault.at(Fault.Kind.ENTRY_REMOVED, entry, "the entry is gone"));
        } else {
            there.get()
                    .wrongColumn()
                    .ifPresent(column -> found(Fault.at(Fault.Kind.COLUMN_CHANGED, entry, "column " + column)));
            there.get()
                    .wrongWords(erased.getOrDefault(Long.toString(entry), Set.of()))
                    .ifPresent(key -> found(Fault.at(Fault.Kind.WORDS_CHANGED, entry, "words of " + key)));
        }
        if (suspect < 0 && !Arrays.equals(hash, stored)) {
            suspect = ofEntries.size() - 1;
        }
        compareWith(inside.get(ofEntries.size()), Fault.Kind.ENTRY_CHANGED, entry);
        compareWith(outside.get(ofEntries.size()), Fault.Kind.RECORD_REWRITTEN, entry);
    }

    private void compareWith(@Nullable Head head, Fault.Kind kind, long entry) throws SQLException {
        if (head == null) {
            return;
        }
        if (Arrays.equals(head.root(), ofEntries.root())) {
            firstUnproved = -1;
            if (suspect >= 0) {
                diagnose(Fault.of(Fault.Kind.TILE_CHANGED, "the hash of leaf " + suspect));
            }
        } else if (suspect >= 0 && Arrays.equals(head.root(), ofTiles.root())) {
            diagnose(new Diagnosis(connection).of(suspect));
        } else {
            diagnose(Fault.at(
                    kind,
                    firstUnproved,
                    "it, or one up to entry " + entry + ", since the tree of size " + head.size()
                            + " has another root"));
        }
    }

    /** What comes after the first fault in the tree follows from it. */
    private void diagnose(Fault fault) {
        if (!diagnosed) {
            found(fault);
            diagnosed = true;
        }
    }

    private void compareHeads() {
        long size = ofEntries.size();
        long newest = inside.isEmpty() ? 0 : inside.lastKey();
        if (size > newest) {
            found(Fault.of(
                    Fault.Kind.CHECKPOINT_CHANGED, "leaves " + newest + " to " + (size - 1) + " are in no checkpoint"));
        } else if (newest > size) {
            found(Fault.of(
                    Fault.Kind.ENTRY_REMOVED, "the newest checkpoint knows " + newest + " leaves, there are " + size));
        }
        outside.tailMap(size, false).values().stream()
                .findFirst()
                .ifPresent(head -> found(Fault.of(
                        Fault.Kind.RECORD_CUT,
                        "a checkpoint kept elsewhere knows " + head.size() + " leaves, there are " + size)));
        outside.values().stream()
                .filter(head -> !keys.isEmpty() && !head.isSignedBy(keys))
                .findFirst()
                .ifPresent(head -> found(Fault.of(
                        Fault.Kind.CHECKPOINT_NOT_SIGNED,
                        "the checkpoint of size " + head.size() + " kept elsewhere")));
    }

    /** The stored hashes of leaves, tile by tile. */
    private final class Tiles implements AutoCloseable {

        private final PreparedStatement statement =
                connection.prepareStatement("select hashes from accord.seal_tile where level = 0 and number = ?");
        private byte[] hashes = new byte[0];

        Tiles() throws SQLException {}

        /** Of zeros where none is stored. */
        byte[] hash(long leaf) throws SQLException {
            int place = (int) (leaf % TILE);
            if (place == 0) {
                statement.setLong(1, leaf / TILE);
                try (ResultSet row = statement.executeQuery()) {
                    hashes = row.next() ? row.getBytes(1) : new byte[0];
                }
            }
            return Arrays.copyOf(
                    hashes.length >= (place + 1) * HASH
                            ? Arrays.copyOfRange(hashes, place * HASH, (place + 1) * HASH)
                            : new byte[0],
                    HASH);
        }

        @Override
        public void close() throws SQLException {
            statement.close();
        }
    }
}
