package org.accord.verification;

import java.util.List;
import java.util.Random;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An administrator of the database at work. Each kind covers its traces as well as it can. */
final class Tampering {

    /** What is done, and what the verification says first: its kind, and where {@code #} stands the entry touched. */
    enum Kind {
        BIT_FLIPPED("ENTRY_CHANGED@#"),
        BODY_AND_COLUMN_REWRITTEN("ENTRY_CHANGED@#"),
        TIME_SHIFTED("ENTRY_CHANGED@#"),
        INDEX_CHANGED("ENTRY_CHANGED@#"),
        COLUMN_REWRITTEN("COLUMN_CHANGED@#"),
        AUDIENCE_WIDENED("COLUMN_CHANGED@#"),
        ENTRY_DELETED("ENTRY_REMOVED@#"),
        ENTRY_AND_LEAF_DELETED("ENTRY_REMOVED@.*"),
        LEAF_DELETED("ENTRY_INSERTED@#"),
        NEIGHBOURS_REORDERED("ENTRIES_REORDERED@.*"),
        FAR_ONES_REORDERED("ENTRY_CHANGED@.*"),
        INSERTED_WITH_A_LEAF("ENTRY_INSERTED@#"),
        INSERTED_BEHIND_THE_SEAL("ENTRY_INSERTED@#"),
        DUPLICATED_AT_THE_END("CHECKPOINT_CHANGED@null"),
        TAIL_CUT("RECORD_CUT@null"),
        BACKUP_RESTORED("RECORD_CUT@null"),
        TILE_EDITED("TILE_CHANGED@null"),
        UPPER_TILE_EDITED("TILE_CHANGED@null"),
        CHECKPOINT_EDITED("CHECKPOINT_(CHANGED|NOT_SIGNED)@null"),
        TRIGGER_LEFT_DISABLED("GUARD_DISABLED@null"),
        FORKED_WITH_THE_STOLEN_KEY("RECORD_REWRITTEN@.*"),
        REWRITTEN_WITH_THE_STOLEN_KEY("RECORD_REWRITTEN@.*"),
        WORDS_REWRITTEN("WORDS_CHANGED@#"),
        WORDS_DELETED("WORDS_CHANGED@#"),
        WORDS_ERASED_WITHOUT_A_RECORD("WORDS_CHANGED@#"),
        ENGINE_TASK_DELETED("ENGINE_DIFFERS@.*"),
        ENGINE_TIME_SHIFTED("ENGINE_DIFFERS@.*"),
        ENGINE_PROCESS_INVENTED("ENGINE_DIFFERS@null");

        private final String expected;

        Kind(String expected) {
            this.expected = expected;
        }

        String expected(long entry) {
            return expected.replace("#", Long.toString(entry));
        }

        boolean isInTheEngine() {
            return name().startsWith("ENGINE_");
        }
    }

    private final JdbcClient jdbc;
    private final Stolen key;

    Tampering(JdbcClient jdbc, Stolen key) {
        this.jdbc = jdbc;
        this.key = key;
    }

    /** Does it within the transaction; gives the entry that it was done to. */
    long with(Kind kind, Random random) {
        run("alter table accord.audit_entry disable trigger user");
        run("alter table accord.audit_words disable trigger user");
        run("alter table accord.audit_entry alter column index drop identity");
        long size = number("select count(*) from accord.seal_leaf");
        long leaf = 1 + random.nextInt((int) size - 3);
        long entry = number("select entry from accord.seal_leaf where leaf = " + leaf);
        long touched = act(kind, random, leaf, entry);
        run("alter table accord.audit_words enable trigger user");
        if (kind != Kind.TRIGGER_LEFT_DISABLED) {
            run("alter table accord.audit_entry enable trigger user");
        }
        return touched;
    }

    private long act(Kind kind, Random random, long leaf, long entry) {
        switch (kind) {
            case BIT_FLIPPED -> {
                int place = 1
                        + random.nextInt(
                                (int) number("select length(body) - 1 from accord.audit_entry where index = " + entry));
                run("update accord.audit_entry set body = overlay(body placing chr(ascii(substr(body, " + place
                        + ", 1)) # 1) from " + place + " for 1) where index = " + entry);
            }
            case BODY_AND_COLUMN_REWRITTEN ->
                run("update accord.audit_entry set actor = 'chair', body ="
                        + " regexp_replace(body, '\"name\":\"[^\"]*\"', '\"name\":\"chair\"') where index = " + entry);
            case TIME_SHIFTED ->
                run("update accord.audit_entry set at = '2001-01-01T00:00:00Z', body = regexp_replace("
                        + "body, '\"at\":\"[^\"]*\"', '\"at\":\"2001-01-01T00:00:00Z\"') where index = " + entry);
            case INDEX_CHANGED -> {
                long other = entry + 1_000_000;
                run("update accord.audit_entry set index = " + other + " where index = " + entry);
                run("update accord.audit_words set entry = " + other + " where entry = " + entry);
                run("update accord.seal_leaf set entry = " + other + " where entry = " + entry);
                return other;
            }
            case COLUMN_REWRITTEN ->
                run("update accord.audit_entry set "
                        + List.of("actor", "action", "subject_id", "case_key", "state", "on_behalf_of")
                                .get(random.nextInt(6))
                        + " = 'x' where index = " + entry);
            case AUDIENCE_WIDENED ->
                run("update accord.audit_entry set audiences = audiences || array['reader:x'] where index = " + entry);
            case ENTRY_DELETED -> run("delete from accord.audit_entry where index = " + entry);
            case ENTRY_AND_LEAF_DELETED -> {
                run("delete from accord.audit_words where entry = " + entry);
                run("delete from accord.audit_entry where index = " + entry);
                run("delete from accord.seal_leaf where leaf = " + leaf);
                shift(leaf, -1);
            }
            case LEAF_DELETED -> run("delete from accord.seal_leaf where leaf = " + leaf);
            case NEIGHBOURS_REORDERED -> swap(leaf, leaf + 1);
            case FAR_ONES_REORDERED -> swap(0, leaf + 2);
            case INSERTED_WITH_A_LEAF -> {
                long copy = copy(entry, "txid");
                shift(leaf - 1, 1);
                run("insert into accord.seal_leaf (leaf, entry) values (" + leaf + ", " + copy + ")");
                return copy;
            }
            case INSERTED_BEHIND_THE_SEAL -> {
                return copy(entry, "'1'::xid8");
            }
            case DUPLICATED_AT_THE_END ->
                run("insert into accord.seal_leaf (leaf, entry) select max(leaf) + 1, " + copy(entry, "txid")
                        + " from accord.seal_leaf");
            case TAIL_CUT -> cut(random);
            case BACKUP_RESTORED -> {
                cut(random);
                reseal(0, false);
            }
            case TILE_EDITED -> tile(0, random.nextInt(32 * 200), random);
            case UPPER_TILE_EDITED -> tile(1, random.nextInt(32), random);
            case CHECKPOINT_EDITED ->
                run("update accord.seal_checkpoint set note = replace(note, E'\\n' || size || E'\\n',"
                        + " E'\\n' || (size + 1) || E'\\n'), size = size + 1 where size = (select max(size) from"
                        + " accord.seal_checkpoint)");
            case TRIGGER_LEFT_DISABLED -> {}
            case FORKED_WITH_THE_STOLEN_KEY -> {
                run("update accord.audit_entry set body = replace(body, 'test.happened', 'test.omitted'), action ="
                        + " 'test.omitted' where index = (select max(entry) from accord.seal_leaf)");
                reseal(0, true);
            }
            case REWRITTEN_WITH_THE_STOLEN_KEY -> {
                run("update accord.audit_entry set body = replace(body, '\"chief\"', '\"chair\"'), actor ="
                        + " replace(actor, 'chief', 'chair')");
                reseal(0, true);
            }
            case WORDS_REWRITTEN -> {
                return words(random, "update accord.audit_words set value = '\"another reason\"'");
            }
            case WORDS_DELETED -> {
                return words(random, "delete from accord.audit_words");
            }
            case WORDS_ERASED_WITHOUT_A_RECORD -> {
                return words(random, "update accord.audit_words set value = null, salt = null, erased_at = now()");
            }
            case ENGINE_TASK_DELETED -> run("delete from act_hi_taskinst");
            case ENGINE_TIME_SHIFTED ->
                run("update act_hi_procinst set start_time_ = start_time_ - interval '" + (1 + random.nextInt(300))
                        + " days'");
            case ENGINE_PROCESS_INVENTED ->
                run("insert into act_hi_procinst (id_, proc_inst_id_, proc_def_id_, start_time_)"
                        + " select 'invented', 'invented', proc_def_id_, start_time_ from act_hi_procinst limit 1");
            default -> throw new IllegalArgumentException(kind.name());
        }
        return entry;
    }

    private void tile(int level, int place, Random random) {
        run("update accord.seal_tile set hashes = set_byte(hashes, " + place + ", get_byte(hashes, " + place + ") # "
                + (1 + random.nextInt(255)) + ") where number = 0 and level = " + level);
    }

    private long words(Random random, String statement) {
        long entry = number("select entry from accord.audit_words order by entry offset "
                + random.nextInt((int) number("select count(*) from accord.audit_words")) + " limit 1");
        run(statement + " where entry = " + entry);
        return entry;
    }

    private long copy(long entry, String txid) {
        long copy = number("select max(index) + 1 from accord.audit_entry");
        String columns = jdbc.sql("""
                        select string_agg(quote_ident(column_name), ', ') from information_schema.columns
                        where table_schema = 'accord' and table_name = 'audit_entry' and is_generated = 'NEVER'
                        """).query(String.class).single();
        run("insert into accord.audit_entry (" + columns + ") select " + columns
                + " from (select (jsonb_populate_record("
                + "original, jsonb_build_object('index', " + copy + ", 'txid', " + txid
                + "::text))).* from accord.audit_entry as original where index = " + entry + ") as copied");
        run("insert into accord.audit_words (entry, key, salt, value, erased_at, at) select " + copy
                + ", key, salt, value, erased_at, at from accord.audit_words where entry = " + entry);
        return copy;
    }

    private void swap(long one, long other) {
        long first = number("select entry from accord.seal_leaf where leaf = " + one);
        long second = number("select entry from accord.seal_leaf where leaf = " + other);
        run("update accord.seal_leaf set entry = -1 where leaf = " + one);
        run("update accord.seal_leaf set entry = " + first + " where leaf = " + other);
        run("update accord.seal_leaf set entry = " + second + " where leaf = " + one);
    }

    private void shift(long above, int by) {
        run("update accord.seal_leaf set leaf = -leaf where leaf > " + above);
        run("update accord.seal_leaf set leaf = -leaf + (" + by + ") where leaf < 0");
    }

    /** Back to an earlier checkpoint, with everything that came after it. */
    private void cut(Random random) {
        long earlier = number("select size from accord.seal_checkpoint where size < (select max(size) from"
                + " accord.seal_checkpoint) order by size offset "
                + random.nextInt((int) number("select count(*) - 1 from accord.seal_checkpoint")) + " limit 1");
        run("delete from accord.audit_words where entry in (select entry from accord.seal_leaf where leaf >= " + earlier
                + ")");
        run("delete from accord.audit_entry where index in (select entry from accord.seal_leaf where leaf >= " + earlier
                + ")");
        run("delete from accord.seal_leaf where leaf >= " + earlier);
        run("delete from accord.seal_checkpoint where size > " + earlier);
    }

    /** Makes the tiles anew, and if asked signs all checkpoints anew. */
    private void reseal(long from, boolean sign) {
        List<byte[]> hashes = jdbc.sql("""
                        select entry.index, entry.salt, entry.body
                        from accord.seal_leaf as leaf join accord.audit_entry as entry on entry.index = leaf.entry
                        order by leaf.leaf offset :from
                        """)
                .param("from", from)
                .query((row, number) ->
                        SealedRow.leafHash(row.getLong("index"), row.getBytes("salt"), row.getString("body")))
                .list();
        run("delete from accord.seal_tile");
        List<byte[]> level = hashes;
        for (int height = 0; !level.isEmpty(); height++) {
            level = Forged.tiles(jdbc, height, level);
        }
        if (sign) {
            ReferenceTree tree = new ReferenceTree(hashes);
            for (long size : jdbc.sql("select size from accord.seal_checkpoint")
                    .query(Long.class)
                    .list()) {
                byte[] root = tree.root((int) size);
                jdbc.sql("update accord.seal_checkpoint set root = :root, note = :note where size = :size")
                        .param("root", root)
                        .param("note", key.note(size, root))
                        .param("size", size)
                        .update();
            }
        }
    }

    private void run(String sql) {
        jdbc.sql(sql).update();
    }

    private long number(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
