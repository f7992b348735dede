package org.accord.database;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/**
 * Where the store lives and how its server is tuned.
 *
 * @param binaries where the server's programs are unpacked
 * @param overrides server settings as {@code name=value}, applied after the durable defaults
 */
record StoreSettings(Path dataFolder, Path binaries, List<String> overrides) {

    private static final List<String> DURABLE = List.of("fsync=on", "synchronous_commit=on", "full_page_writes=on");

    private static final List<String> SMALL = List.of(
            "shared_buffers=64MB",
            "max_connections=40",
            "work_mem=4MB",
            "maintenance_work_mem=32MB",
            "effective_cache_size=256MB",
            "max_wal_size=512MB",
            "max_parallel_workers_per_gather=0",
            "autovacuum_max_workers=2",
            "huge_pages=off",
            "jit=off");

    private static final List<String> QUIET =
            List.of("timezone=UTC", "log_timezone=UTC", "logging_collector=off", "log_checkpoints=off");

    static StoreSettings durable(String dataFolder) {
        try {
            Path folder = Path.of(dataFolder);
            return new StoreSettings(folder, folder.resolve("postgres"), List.of());
        } catch (InvalidPathException e) {
            throw new StoreUnavailable(
                    "The data folder's name \"" + dataFolder + "\" cannot be used on this system: " + e.getReason()
                            + ".",
                    "Set accord.data-dir to another folder; for a name with national letters set a UTF-8 locale, "
                            + "for instance LC_ALL=C.UTF-8.",
                    e);
        }
    }

    List<String> serverOptions() {
        return List.of(DURABLE, SMALL, QUIET, overrides).stream()
                .flatMap(List::stream)
                .flatMap(option -> List.of("-c", option).stream())
                .toList();
    }

    boolean syncsToDisk() {
        return !overrides.contains("fsync=off");
    }
}
