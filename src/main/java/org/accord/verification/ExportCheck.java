package org.accord.verification;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/** Checks an export in JSON Lines: each entry by its own proof, or all of them by the tree that they make. */
final class ExportCheck {

    private static final String FORMAT = "accord-record-export/1";
    private static final String NAME = "record.jsonl";
    private static final HexFormat HEX = HexFormat.of();

    private final Head head;
    private final boolean whole;
    private final GrowingRoot root = new GrowingRoot();
    private final List<Fault> faults = new ArrayList<>();
    private long entries;

    private ExportCheck(Head head, boolean whole) {
        this.head = head;
        this.whole = whole;
    }

    /**
     * @param file the export, or the folder that has it as {@code record.jsonl}
     * @param kept checkpoints of the same log that somebody else kept
     */
    static Report run(Path file, List<Path> kept) throws IOException {
        Path export = Files.isDirectory(file) ? file.resolve(NAME) : file;
        try (BufferedReader lines = Files.newBufferedReader(export)) {
            JsonNode header = SealedRow.json(Objects.requireNonNullElse(lines.readLine(), ""));
            if (!FORMAT.equals(header.path("format").asText())) {
                throw new IOException(export + " is not an export of a record in JSON Lines");
            }
            Head head = Head.parse(header.path("checkpoint").asText())
                    .orElseThrow(() -> new IOException(export + " has no checkpoint"));
            ExportCheck check = new ExportCheck(head, header.path("whole").asBoolean());
            check.checkKeys(header.path("keys"));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                check.entry(SealedRow.json(line));
            }
            return check.report(kept);
        }
    }

    private void checkKeys(JsonNode named) {
        List<String> keys = new ArrayList<>();
        named.forEach(key -> keys.add(key.asText()));
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
            } else if (!isProved(line, hash)) {
                faults.add(Fault.at(Fault.Kind.ENTRY_CHANGED, number, "its proof does not lead to the checkpoint"));
            }
        } catch (IllegalArgumentException e) {
            faults.add(Fault.at(Fault.Kind.ENTRY_CHANGED, number, "its line cannot be read"));
        }
        SealedRow.wrongWords(line.path("body").asText(), line.path("words"), true)
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
    }

    private boolean isProved(JsonNode line, byte[] hash) {
        List<byte[]> path = new ArrayList<>();
        line.path("path").forEach(node -> path.add(bytes(node)));
        return ProofCheck.includes(hash, line.path("leaf").asLong(-1), head.size(), head.root(), path);
    }

    private static byte[] bytes(JsonNode hex) {
        return HEX.parseHex(hex.asText());
    }

    private Report report(List<Path> kept) throws IOException {
        if (whole && root.size() != head.size()) {
            faults.add(Fault.of(
                    Fault.Kind.ENTRY_REMOVED,
                    "the checkpoint knows " + head.size() + " leaves, the export has " + root.size()));
        } else if (whole && !Arrays.equals(root.root(), head.root())) {
            faults.add(Fault.of(Fault.Kind.ENTRY_CHANGED, "the entries do not make the tree of the checkpoint"));
        }
        for (Path file : kept) {
            Head.parse(Files.readString(file)).ifPresent(other -> compare(other, file));
        }
        return new Report(entries, 0, HEX.formatHex(head.root()), List.copyOf(faults));
    }

    private void compare(Head other, Path file) {
        if (other.size() > head.size()) {
            faults.add(Fault.of(
                    Fault.Kind.RECORD_CUT,
                    "the checkpoint in " + file + " knows " + other.size() + " leaves, that of the export "
                            + head.size()));
        } else if (other.size() == head.size() && !Arrays.equals(other.root(), head.root())) {
            faults.add(Fault.of(Fault.Kind.RECORD_REWRITTEN, "the checkpoint in " + file + " has another tree"));
        }
    }
}
