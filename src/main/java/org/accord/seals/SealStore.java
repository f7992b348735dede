package org.accord.seals;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tree in the database: which entry is which leaf, the tiles, the checkpoints. Reads the record's entries. */
@Component
class SealStore {

    private static final long LOCK = 0x5EA1_AC0DL;

    private final JdbcClient jdbc;

    SealStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Up to where entries have leaves: in the order of transactions, above the floor, up to this one.
     *
     * @param floor entries up to this one are not looked for any more; they are from before the database was restored
     */
    record Progress(long floor, String txid, long entry) {}

    record Unsealed(long entry, String txid, Leaf leaf) {}

    record Signed(long size, byte[] root, String note, String cosignatures, Instant signedAt) {

        String published() {
            return note + cosignatures;
        }
    }

    /** Whether this transaction may seal; it is the only one until it ends. */
    boolean lock() {
        return jdbc.sql("select pg_try_advisory_xact_lock(:key)")
                .param("key", LOCK)
                .query(Boolean.class)
                .single();
    }

    /** Waits until nobody seals; nobody does until this transaction ends. */
    void lockWaiting() {
        jdbc.sql("select pg_advisory_xact_lock(:key)::text")
                .param("key", LOCK)
                .query(String.class)
                .single();
    }

    Progress progress() {
        return jdbc.sql("select floor, txid::text as txid, entry from accord.seal_progress")
                .query(Progress.class)
                .single();
    }

    /** Whether the numbers of transactions began anew, as they do when a dump is restored. */
    boolean isFromAnotherCluster(Progress progress) {
        return jdbc.sql("select :txid::xid8 > pg_snapshot_xmax(pg_current_snapshot())")
                .param("txid", progress.txid())
                .query(Boolean.class)
                .single();
    }

    /** Entries of transactions before which none is still running, in the order of transactions. */
    List<Unsealed> settled(Progress after, int limit) {
        return jdbc.sql("""
                        select index, txid::text as transaction, salt, body from accord.audit_entry
                        where index > :floor and (txid, index) > (:txid::xid8, :entry)
                            and txid < pg_snapshot_xmin(pg_current_snapshot())
                        order by txid, index
                        limit :limit
                        """)
                .param("floor", after.floor())
                .param("txid", after.txid())
                .param("entry", after.entry())
                .param("limit", limit)
                .query(SealStore::unsealed)
                .list();
    }

    /** Entries without a leaf whose transaction has a number that this server has not given out yet. */
    List<Unsealed> restored() {
        return jdbc.sql("""
                        select index, txid::text as transaction, salt, body from accord.audit_entry as entry
                        where txid >= pg_snapshot_xmax(pg_current_snapshot())
                            and not exists (select 1 from accord.seal_leaf as leaf where leaf.entry = entry.index)
                        order by txid, index
                        """).query(SealStore::unsealed).list();
    }

    private static Unsealed unsealed(ResultSet row, int number) throws SQLException {
        long entry = row.getLong("index");
        return new Unsealed(
                entry, row.getString("transaction"), Leaf.of(entry, row.getBytes("salt"), row.getString("body")));
    }

    Optional<Signed> newest() {
        return jdbc.sql("""
                        select size, root, note, cosignatures, signed_at from accord.seal_checkpoint order by size desc limit 1
                        """).query(Signed.class).optional();
    }

    /** The newest that holds the leaf and that somebody cosigned. */
    Optional<Signed> newestCosigned(long leaf) {
        return jdbc.sql("""
                        select size, root, note, cosignatures, signed_at from accord.seal_checkpoint
                        where size > :leaf and cosignatures <> '' order by size desc limit 1
                        """).param("leaf", leaf).query(Signed.class).optional();
    }

    Optional<Tile> tile(int level, long number) {
        return jdbc.sql("select hashes from accord.seal_tile where level = :level and number = :number")
                .param("level", level)
                .param("number", number)
                .query((row, place) -> new Tile(level, number, row.getBytes("hashes")))
                .optional();
    }

    void append(long firstLeaf, List<Long> entries) {
        jdbc.sql("""
                        insert into accord.seal_leaf (leaf, entry)
                        select :first + number - 1, entry from unnest(:entries) with ordinality as sealed (entry, number)
                        """)
                .param("first", firstLeaf)
                .param("entries", entries.toArray(Long[]::new))
                .update();
    }

    void keep(Tile tile) {
        jdbc.sql("""
                        insert into accord.seal_tile (level, number, hashes) values (:level, :number, :hashes)
                        on conflict (level, number) do update set hashes = excluded.hashes
                        """)
                .param("level", tile.level())
                .param("number", tile.number())
                .param("hashes", tile.hashes())
                .update();
    }

    void keep(Checkpoint checkpoint, String note) {
        jdbc.sql("insert into accord.seal_checkpoint (size, root, note) values (:size, :root, :note)")
                .param("size", checkpoint.size())
                .param("root", checkpoint.root())
                .param("note", note)
                .update();
    }

    /** Of checkpoints older than a day that nobody cosigned, the last of each hour is enough: it stands for all before it. */
    void thin() {
        jdbc.sql("""
                        delete from accord.seal_checkpoint as old using (
                            select size, max(size) over (partition by date_trunc('hour', signed_at)) as last
                            from accord.seal_checkpoint
                            where signed_at < clock_timestamp() - interval '1 day' and cosignatures = '') as kept
                        where old.size = kept.size and kept.size < kept.last
                        """).update();
    }

    Instant now() {
        return jdbc.sql("select clock_timestamp()")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    void keepCosignature(long size, String line) {
        jdbc.sql("""
                        update accord.seal_checkpoint set cosignatures = cosignatures || :line
                        where size = :size and strpos(cosignatures, :line) = 0
                        """).param("size", size).param("line", line).update();
    }

    void move(Progress to) {
        jdbc.sql("update accord.seal_progress set floor = :floor, txid = :txid::xid8, entry = :entry")
                .param("floor", to.floor())
                .param("txid", to.txid())
                .param("entry", to.entry())
                .update();
    }

    long newestSealed() {
        return jdbc.sql("select coalesce(max(entry), 0) from accord.seal_leaf")
                .query(Long.class)
                .single();
    }

    /** Which leaf an entry is, if it is one. */
    Optional<Long> leafOf(long entry) {
        return jdbc.sql("select leaf from accord.seal_leaf where entry = :entry")
                .param("entry", entry)
                .query(Long.class)
                .optional();
    }

    /** An entry as it is sealed. */
    Optional<Sealed> sealed(long entry) {
        return jdbc.sql("select index, salt, body from accord.audit_entry where index = :entry")
                .param("entry", entry)
                .query((row, number) -> new Sealed(row.getLong("index"), row.getBytes("salt"), row.getString("body")))
                .optional();
    }

    record Sealed(long entry, byte[] salt, String body) {

        Leaf leaf() {
            return Leaf.of(entry, salt, body);
        }
    }

    /** The leaves from one on, in order. */
    List<byte[]> leaves(long from, int count) {
        return jdbc.sql("""
                        select entry.index, entry.salt, entry.body
                        from accord.seal_leaf as leaf join accord.audit_entry as entry on entry.index = leaf.entry
                        where leaf.leaf >= :from and leaf.leaf < :to
                        order by leaf.leaf
                        """)
                .param("from", from)
                .param("to", from + count)
                .query((row, number) -> Leaf.of(row.getLong("index"), row.getBytes("salt"), row.getString("body"))
                        .text()
                        .getBytes(StandardCharsets.UTF_8))
                .list();
    }

    /** How many entries wait for their leaf; counted to a hundred thousand. */
    long waiting(Progress progress) {
        return jdbc.sql("""
                        select count(*) from (select 1 from accord.audit_entry
                            where index > :floor and (txid, index) > (:txid::xid8, :entry) limit 100000) as waiting
                        """)
                .param("floor", progress.floor())
                .param("txid", progress.txid())
                .param("entry", progress.entry())
                .query(Long.class)
                .single();
    }
}
