package org.accord.seals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Copies of checkpoints outside the database, one file for each, named by its size. Whoever restores an older database, or
 * rewrites it, is found out by what lies here.
 */
final class CheckpointFolder {

    private static final String NUMBERED = "%020d";

    private final Path folder;

    CheckpointFolder(Path folder) {
        this.folder = folder.resolve("checkpoints");
    }

    /** Keeps a copy; one that is there already is left. */
    void keep(long size, String note) {
        Path file = folder.resolve(String.format(NUMBERED, size));
        try {
            Files.createDirectories(folder);
            if (Files.notExists(file)) {
                Path incoming = Files.writeString(Files.createTempFile(folder, "incoming-", ""), note);
                Files.move(incoming, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** The note with the largest size. */
    Optional<String> newest() {
        try {
            List<Path> all = all();
            return all.isEmpty() ? Optional.empty() : Optional.of(Files.readString(all.get(all.size() - 1)));
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** The size of that note; 0 if there is none. */
    long newestSize() {
        return newest().map(
                        note -> Checkpoint.parse(SignedNote.parse(note).text()).size())
                .orElse(0L);
    }

    /** Of those that were written more than a day ago, keeps the last of each hour. */
    void thin(Instant now) {
        try {
            Map<Instant, Path> last = new HashMap<>();
            for (Path file : all()) {
                Instant written = Files.getLastModifiedTime(file).toInstant();
                if (written.isBefore(now.minus(1, ChronoUnit.DAYS))) {
                    Path smaller = last.put(written.truncatedTo(ChronoUnit.HOURS), file);
                    if (smaller != null) {
                        Files.deleteIfExists(smaller);
                    }
                }
            }
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** In the order of their sizes. */
    private List<Path> all() throws IOException {
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("[0-9]{20}"))
                    .sorted()
                    .toList();
        }
    }

    private SealingStopped unwritable(IOException e) {
        return new SealingStopped("folderUnwritable", folder, String.valueOf(e.getMessage()));
    }
}
