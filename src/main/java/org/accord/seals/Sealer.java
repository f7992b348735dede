package org.accord.seals;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives committed entries their leaves, once a second, in one transaction with the tiles and the signed checkpoint; of
 * several nodes one does it. An entry is passed over only while a transaction that began before its own is running, so
 * that none can turn up behind the seal. Work never waits for it: what cannot be sealed is told by the health and the logs.
 */
@Component
class Sealer {

    private static final int BATCH = 4096;

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Logger LOG = LoggerFactory.getLogger(Sealer.class);

    private final SealStore store;
    private final TransactionTemplate transaction;
    private final KeyFile keys;
    private final CheckpointFolder folder;
    private final AtomicReference<@Nullable SealingStopped> trouble = new AtomicReference<>();
    private final AtomicLong nothingWaited = new AtomicLong(System.nanoTime());

    Sealer(SealStore store, TransactionTemplate transaction, KeyFile keys, CheckpointFolder folder) {
        this.store = store;
        this.transaction = transaction;
        this.keys = keys;
        this.folder = folder;
    }

    @Scheduled(initialDelayString = "PT1S", fixedDelayString = "PT1S")
    void run() {
        try {
            sealAll();
            tell(heldUp());
        } catch (SealingStopped stopped) {
            tell(stopped);
        } catch (RuntimeException e) {
            tell(new SealingStopped("failed", e.toString()));
        }
    }

    /** Whether entries have waited too long for a transaction that does not end. */
    private @Nullable SealingStopped heldUp() {
        long now = System.nanoTime();
        if (store.waiting(store.progress()) == 0) {
            nothingWaited.set(now);
        }
        return Duration.ofNanos(now - nothingWaited.get()).compareTo(PATIENCE) > 0
                ? new SealingStopped("heldUp", PATIENCE.toSeconds())
                : null;
    }

    private void tell(@Nullable SealingStopped now) {
        SealingStopped before = trouble.getAndSet(now);
        if (now != null && (before == null || !before.told().equals(now.told()))) {
            LOG.error("THE RECORD IS NOT SEALED any more: {}", now.told());
        } else if (now == null && before != null) {
            LOG.info("The record is sealed again");
        }
    }

    /** Why nothing is sealed, if nothing is. */
    Optional<SealingStopped> trouble() {
        return Optional.ofNullable(trouble.get());
    }

    /** Seals everything that is settled, by this node or by the one that is at it. */
    void sealAll() {
        int sealed = BATCH;
        while (sealed == BATCH) {
            sealed = Optional.ofNullable(transaction.execute(status -> seal())).orElse(0);
        }
        store.newest().ifPresent(newest -> folder.keep(newest.size(), newest.note()));
    }

    /** Drops checkpoints that others stand for by now, here and outside. */
    @Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT1H")
    void thin() {
        try {
            transaction.executeWithoutResult(status -> {
                if (store.lock()) {
                    store.thin();
                }
            });
            folder.thin(store.now());
        } catch (DataAccessException | SealingStopped e) {
            LOG.warn("Old checkpoints were not thinned out this time: {}", e.getMessage());
        }
    }

    private int seal() {
        if (!store.lock()) {
            return 0;
        }
        SealStore.Progress progress = store.progress();
        if (store.isFromAnotherCluster(progress)) {
            return adopt(progress);
        }
        List<SealStore.Unsealed> settled = store.settled(progress, BATCH);
        if (!settled.isEmpty()) {
            extend(settled);
            SealStore.Unsealed last = settled.get(settled.size() - 1);
            store.move(new SealStore.Progress(progress.floor(), last.txid(), last.entry()));
        }
        return settled.size();
    }

    /** After a dump was restored: what is left of the other cluster gets its leaves, and counting begins anew above it. */
    private int adopt(SealStore.Progress progress) {
        List<SealStore.Unsealed> left = store.restored();
        if (!left.isEmpty()) {
            extend(left);
        }
        long floor = left.stream().mapToLong(SealStore.Unsealed::entry).reduce(progress.entry(), Math::max);
        store.move(new SealStore.Progress(Math.max(floor, store.newestSealed()), "0", 0));
        LOG.warn("The database was restored from a dump; sealing goes on above entry {}", floor);
        return BATCH;
    }

    private void extend(List<SealStore.Unsealed> entries) {
        Optional<SealStore.Signed> newest = store.newest();
        if (newest.isEmpty() && folder.newest().isEmpty()) {
            keys.create();
        }
        LogKey key = keys.read();
        TreeEdge edge = edge(newest);
        long first = edge.size();
        keys.settle(first);
        entries.forEach(entry -> edge.append(entry.leaf().hash()));
        store.append(first, entries.stream().map(SealStore.Unsealed::entry).toList());
        edge.changed().forEach(store::keep);
        Checkpoint checkpoint = new Checkpoint(key.name(), edge.size(), edge.root());
        String text = checkpoint.text();
        store.keep(checkpoint, new SignedNote(text, List.of(key.sign(text))).written());
    }

    /** The edge of the tree as it was signed last; anything else in its place is not built upon. */
    private TreeEdge edge(Optional<SealStore.Signed> newest) {
        long size = newest.map(SealStore.Signed::size).orElse(0L);
        folder.newest()
                .map(note -> Checkpoint.parse(SignedNote.parse(note).text()))
                .filter(outside -> outside.size() > size)
                .ifPresent(outside -> {
                    throw new SealingStopped("databaseIsOlder", size, outside.size());
                });
        TreeEdge edge = TreeEdge.of(size, (level, number) -> store.tile(level, number)
                .filter(tile -> tile.width() >= Tile.widthAt(level, number, size))
                .orElseThrow(() -> new SealingStopped("tileMissing", level, number)));
        newest.ifPresent(signed -> requireSigned(signed, edge));
        return edge;
    }

    private void requireSigned(SealStore.Signed signed, TreeEdge edge) {
        SignedNote note = SignedNote.parse(signed.note());
        if (keys.verifiers().stream().noneMatch(key -> key.signed(note, signed.size()))) {
            throw new SealingStopped("checkpointNotOurs", signed.size(), keys.path());
        }
        String text = new Checkpoint(Checkpoint.parse(note.text()).origin(), edge.size(), edge.root()).text();
        if (!note.text().equals(text)) {
            throw new SealingStopped("treeIsNotAsSigned", signed.size());
        }
    }

    List<String> verifiers() {
        return keys.verifiers().stream().map(KnownKey::written).toList();
    }

    /** Those that can be read; none while the key cannot. */
    List<String> knownKeys() {
        try {
            return verifiers();
        } catch (SealingStopped e) {
            return List.of();
        }
    }
}
