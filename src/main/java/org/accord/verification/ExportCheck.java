package org.accord.verification;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** Checks an export in JSON Lines: each entry by its own proof, or all of them by the tree that they make. */
final class ExportCheck {

    private static final String FORMAT = "accord-record-export/1";
    private static final String NAME = "record.jsonl";
    private static final HexFormat HEX = HexFormat.of();

    private final Head head;
    private final boolean whole;
    private final Map<Long, Head> kept;
    private final GrowingRoot root = new GrowingRoot();
    private final List<Fault> faults = new ArrayList<>();
    private long entries;
    private long newest = -1;

    private ExportCheck(Head head, boolean whole, Map<Long, Head> kept) {
        this.head = head;
        this.whole = whole;
        this.kept = kept;
    }

    /**
     * @param file the export, or the folder that has it as {@code record.jsonl}
     * @param kept checkpoints of the same log that somebody else kept
     * @param keys verifier keys that are known; those that the export names, if none are
     */
    static Report run(Path file, List<Path> kept, List<String> keys) throws IOException {
        Path export = Files.isDirectory(file) ? file.resolve(NAME) : file;
        try (BufferedReader lines = Files.newBufferedReader(export)) {
            JsonNode header = SealedRow.json(Objects.requireNonNullElse(lines.readLine(), ""));
            if (!FORMAT.equals(header.path("format").asText())) {
                throw new IOException(export + " is not an export of a record in JSON Lines");
            }
            Head head = Head.parse(header.path("checkpoint").asText())
                    .orElseThrow(() -> new IOException(export + " has no checkpoint"));
            ExportCheck check = new ExportCheck(head, header.path("whole").asBoolean(), heads(kept));
            check.checkKeys(keys.isEmpty() ? texts(header.path("keys")) : keys);
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                check.entry(SealedRow.json(line));
            }
            return check.report();
        }
    }

    private static Map<Long, Head> heads(List<Path> kept) throws IOException {
        Map<Long, Head> heads = new TreeMap<>();
        for (Path file : kept) {
            Head one = Head.read(file);
            heads.put(one.size(), one);
        }
        return heads;
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private void checkKeys(List<String> keys) {
        if (!head.isSignedBy(keys)) {
            faults.add(Fault.of(Fault.Kind.CHECKPOINT_NOT_SIGNED, "the checkpoint of the export"));
        }
    }

    private void entry(JsonNode line) {
        long number = line.path("entry").asLong(-1);
        entries++;
        try {
            byte[] hash = SealedRow.leafHash(
                    number,
                    HEX.parseHex(line.path("salt").asText()),
                    line.path("body").asText());
            if (whole) {
                inOrder(line, number, hash);
            } else if (line.path("leaf").asLong(-1) <= newest) {
                faults.add(Fault.at(Fault.Kind.ENTRIES_REORDERED, number, "it stands behind a later one"));
            } else if (!isProved(line, hash)) {
                faults.add(Fault.at(Fault.Kind.ENTRY_CHANGED, number, "its proof does not lead to the checkpoint"));
            }
            newest = Math.max(newest, line.path("leaf").asLong(-1));
            words(line, number);
        } catch (IllegalArgumentException e) {
            faults.add(Fault.at(Fault.Kind.ENTRY_CHANGED, number, "its line cannot be read"));
        }
    }

    private void words(JsonNode line, long number) {
        Set<String> keys = new HashSet<>();
        line.path("words").properties().forEach(word -> keys.add(word.getKey()));
        SealedRow.wrongWords(line.path("body").asText(), line.path("words"), keys)
                .ifPresent(key -> faults.add(Fault.at(Fault.Kind.WORDS_CHANGED, number, "words of " + key)));
    }

    private void inOrder(JsonNode line, long number, byte[] hash) {
        if (line.path("leaf").asLong(-1) != root.size()) {
            faults.add(Fault.at(Fault.Kind.ENTRY_REMOVED, number, "leaf " + root.size() + " is missing before it"));
        }
        if (!Arrays.equals(hash, bytes(line.path("hash")))) {
            faults.add(Fault.at(Fault.Kind.ENTRY_CHANGED, number, "leaf " + root.size() + " is not what was sealed"));
        }
        root.add(hash);
        Head other = kept.get(root.size());
        if (other != null && !Arrays.equals(other.root(), root.root())) {
            faults.add(Fault.at(
                    Fault.Kind.RECORD_REWRITTEN,
                    number,
                    "a checkpoint that was kept has another tree of " + root.size()));
        }
    }

    private boolean isProved(JsonNode line, byte[] hash) {
        List<byte[]> path = new ArrayList<>();
        line.path("path").forEach(node -> path.add(bytes(node)));
        return ProofCheck.includes(hash, line.path("leaf").asLong(-1), head.size(), head.root(), path);
    }

    private static byte[] bytes(JsonNode hex) {
        return HEX.parseHex(hex.asText());
    }

    private Report report() {
        if (whole && root.size() != head.size()) {
            faults.add(Fault.of(
                    Fault.Kind.ENTRY_REMOVED,
                    "the checkpoint knows " + head.size() + " leaves, the export has " + root.size()));
        } else if (whole && !Arrays.equals(root.root(), head.root())) {
            faults.add(Fault.of(Fault.Kind.ENTRY_CHANGED, "the entries do not make the tree of the checkpoint"));
        }
        kept.values().forEach(this::compare);
        return new Report(entries, 0, HEX.formatHex(head.root()), List.copyOf(faults));
    }

    private void compare(Head other) {
        if (other.size() > head.size()) {
            faults.add(Fault.of(
                    Fault.Kind.RECORD_CUT,
                    "a checkpoint that was kept knows " + other.size() + " leaves, that of the export " + head.size()));
        } else if (other.size() == head.size() && !Arrays.equals(other.root(), head.root())) {
            faults.add(Fault.of(Fault.Kind.RECORD_REWRITTEN, "a checkpoint that was kept has another tree"));
        }
    }
}
