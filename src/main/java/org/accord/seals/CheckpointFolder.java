package org.accord.seals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
            throw new SealingStopped("folderUnwritable", folder, String.valueOf(e.getMessage()));
        }
    }

    /** The note with the largest size. */
    Optional<String> newest() {
        try (Stream<Path> files = Files.list(folder)) {
            Optional<Path> newest = files.filter(
                            file -> file.getFileName().toString().matches("[0-9]{20}"))
                    .max(Path::compareTo);
            return newest.isEmpty() ? Optional.empty() : Optional.of(Files.readString(newest.get()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new SealingStopped("folderUnwritable", folder, String.valueOf(e.getMessage()));
        }
    }
}
