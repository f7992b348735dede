package org.accord.verification;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is known of the log besides the database: its keys and the checkpoints that were kept elsewhere.
 *
 * @param keys in the form {@code name+identifier+key}
 * @param heads those that are checkpoints
 */
record Trusted(List<String> keys, List<Head> heads) {

    private static final Logger LOG = LoggerFactory.getLogger(Trusted.class);
    private static final String KEYS = "verifier-keys";
    private static final String CHECKPOINTS = "checkpoints";

    /**
     * Reads the folder in which the sealer keeps what lies outside the database, and files with further checkpoints, such as
     * a witness gives out; a further one that is none is an error.
     */
    static Trusted in(Path folder, List<Path> further) throws IOException {
        List<Head> heads = new ArrayList<>();
        try (Stream<Path> files = listed(folder.resolve(CHECKPOINTS))) {
            for (Path file : files.filter(one -> one.getFileName().toString().matches("[0-9]+"))
                    .sorted()
                    .toList()) {
                add(heads, file);
            }
        }
        for (Path file : further) {
            heads.add(Head.read(file));
        }
        Path keys = folder.resolve(KEYS);
        return new Trusted(Files.exists(keys) ? Files.readAllLines(keys) : List.of(), List.copyOf(heads));
    }

    private static Stream<Path> listed(Path folder) throws IOException {
        return Files.isDirectory(folder) ? Files.list(folder) : Stream.empty();
    }

    private static void add(List<Head> heads, Path file) throws IOException {
        try {
            Optional<Head> head = Head.parse(Files.readString(file));
            head.ifPresentOrElse(heads::add, () -> LOG.warn("{} is not a checkpoint and was left out", file));
        } catch (NoSuchFileException e) {
            LOG.debug("{} was thinned out meanwhile", file);
        }
    }
}
