package org.accord.seals;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import org.accord.audit.AuditLog;
import org.accord.core.Actor;
import org.accord.core.Refused;
import org.accord.core.Violation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The seals of the record, for reading: what proves an entry, and how far the record is sealed. */
@Component
public class Seals {

    private static final HexFormat HEX = HexFormat.of();
    private static final Logger LOG = LoggerFactory.getLogger(Seals.class);

    private final SealStore store;
    private final AuditLog log;
    private final Sealer sealer;
    private final SealsProperties properties;

    Seals(SealStore store, AuditLog log, Sealer sealer, SealsProperties properties) {
        this.properties = properties;
        this.store = store;
        this.log = log;
        this.sealer = sealer;
    }

    /**
     * The proof of an entry against the newest checkpoint that a witness cosigned, or else the newest. For whoever may read the entry ({@code noSuchEntry}); an entry is
     * sealed some seconds after it was written ({@code entryNotSealed} until then; {@code entryNotAsSealed} if what lies there does not lead to the checkpoint).
     */
    @Transactional
    public Proof proof(Actor reader, long entry) {
        log.entry(reader, entry);
        return proofOf(entry);
    }

    /** The same for whoever has read the entry already. */
    Proof proofOf(long entry) {
        SealStore.Sealed sealed =
                store.sealed(entry).orElseThrow(() -> Refused.notFound("noSuchEntry", Long.toString(entry)));
        long leaf = store.leafOf(entry).orElseThrow(() -> Refused.conflict("entryNotSealed", Long.toString(entry)));
        SealStore.Signed newest =
                checkpointFor(leaf).orElseThrow(() -> Refused.conflict("entryNotSealed", Long.toString(entry)));
        Leaf text = sealed.leaf();
        List<byte[]> path = path(entry, text, leaf, newest);
        return new Proof(
                entry,
                leaf,
                text.text(),
                HEX.formatHex(text.hash()),
                sealed.body(),
                HEX.formatHex(sealed.salt()),
                newest.size(),
                HEX.formatHex(newest.root()),
                hex(path),
                newest.published());
    }

    /** The newest that was witnessed, so that a proof says so while entries keep coming; else the newest. */
    private Optional<SealStore.Signed> checkpointFor(long leaf) {
        Optional<SealStore.Signed> witnessed =
                properties.witnesses().isEmpty() ? Optional.empty() : store.newestCosigned(leaf);
        return witnessed.or(store::newest);
    }

    private List<byte[]> path(long entry, Leaf text, long leaf, SealStore.Signed newest) {
        try {
            List<byte[]> path = tree().inclusion(leaf, newest.size());
            if (Arrays.equals(MerkleTree.lead(text.hash(), leaf, newest.size(), path), newest.root())) {
                return path;
            }
        } catch (SealingStopped | IllegalArgumentException | IndexOutOfBoundsException e) {
            LOG.error("The tree cannot be read for entry {}", entry, e);
        }
        throw Refused.conflict("entryNotAsSealed", Long.toString(entry));
    }

    /**
     * The hashes that show the tree of the older size to be the beginning of the newer one. Refuses sizes that the log does
     * not have, or in the wrong order ({@code outOfRange}).
     */
    @Transactional(readOnly = true)
    public List<String> consistency(long older, long newer) {
        long size = size();
        if (newer < 0 || newer > size) {
            throw Refused.invalid(Violation.of("to", "outOfRange", 0, size, newer));
        }
        if (older < 0 || older > newer) {
            throw Refused.invalid(Violation.of("from", "outOfRange", 0, newer, older));
        }
        return hex(tree().consistency(older, newer));
    }

    private long size() {
        return store.newest().map(SealStore.Signed::size).orElse(0L);
    }

    /** The hash of the leaf of an entry with that salt and sealed body, in hexadecimal. */
    public static String leafHash(long entry, byte[] salt, String body) {
        return HEX.formatHex(Leaf.of(entry, salt, body).hash());
    }

    /** The hash of the leaf that the entry is, or will be; what its actor may keep as a receipt. */
    Optional<String> leafHash(long entry) {
        return store.sealed(entry).map(found -> HEX.formatHex(found.leaf().hash()));
    }

    /**
     * Proofs of many entries against one checkpoint.
     *
     * @param keys the verifier keys of the log, the present one first
     */
    public record Proofs(String checkpoint, long treeSize, List<String> keys, LongFunction<List<String>> paths) {

        /** The path of a leaf below {@link #treeSize}. */
        public List<String> path(long leaf) {
            return paths.apply(leaf);
        }
    }

    /** Against the newest checkpoint; refuses {@code nothingSealed}. Read it and what it proves in one transaction. */
    public Proofs proofs() {
        SealStore.Signed newest = store.newest().orElseThrow(() -> Refused.notFound("nothingSealed"));
        MerkleTree tree = tree();
        return new Proofs(
                newest.published(),
                newest.size(),
                sealer.knownKeys(),
                leaf -> hex(tree.inclusion(leaf, newest.size())));
    }

    /** The names of known witnesses who signed the checkpoint. */
    List<String> witnesses(Proof proof) {
        SignedNote note = SignedNote.parse(proof.checkpoint());
        return properties.witnesses().stream()
                .map(witness -> VerifierKey.parse(witness.key()))
                .filter(key -> note.lines().stream().anyMatch(line -> key.verifies(note.text(), line)))
                .map(VerifierKey::name)
                .toList();
    }

    private MerkleTree tree() {
        return new MerkleTree(new StoredNodes(store));
    }

    private static List<String> hex(List<byte[]> hashes) {
        return hashes.stream().map(HEX::formatHex).toList();
    }
}
