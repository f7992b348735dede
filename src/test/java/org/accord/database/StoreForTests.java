package org.accord.database;

import java.nio.file.Path;
import java.util.List;

/** Opens the package-private store to {@code org.accord.testing}: the same server, without waiting for the disk. */
public final class StoreForTests implements AutoCloseable {

    private static final Path BINARIES = Path.of("target", "postgres");
    private static final List<String> FAST =
            List.of("fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=300");

    private static final String WAIT_FOR_CLIENTS = """
            do $$
            begin
                for tenth in 1..50 loop
                    perform pg_stat_clear_snapshot();
                    exit when not exists (select from pg_stat_activity where usename = 'accord');
                    perform pg_sleep(0.1);
                end loop;
            end $$""";

    private final EmbeddedPostgres postgres;

    private StoreForTests(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    /** Takes the first folder below {@code parent} that no other test JVM holds. */
    public static StoreForTests startBelow(Path parent) {
        for (int slot = 1; slot <= 16; slot++) {
            Path folder = parent.resolve("store-" + slot);
            try {
                return new StoreForTests(EmbeddedPostgres.start(settings(folder)));
            } catch (DataFolderInUse e) {
                continue;
            }
        }
        throw new IllegalStateException("every store below " + parent + " is in use");
    }

    static StoreSettings settings(Path folder) {
        return new StoreSettings(folder, BINARIES, FAST);
    }

    public void createDatabase(String name) {
        postgres.execute("drop database if exists " + name + " with (force)");
        postgres.createDatabase(name);
    }

    public String url(String database) {
        return postgres.url(database);
    }

    public String username() {
        return EmbeddedPostgres.APPLICATION;
    }

    public String password() {
        return postgres.password();
    }

    /** Waits up to five seconds for clients to leave: JVM shutdown hooks, Spring's among them, run side by side. */
    @Override
    public void close() {
        postgres.execute(WAIT_FOR_CLIENTS);
        postgres.close();
    }
}
