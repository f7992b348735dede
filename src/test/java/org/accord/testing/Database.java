package org.accord.testing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.accord.database.StoreForTests;
import org.springframework.test.context.DynamicPropertyRegistry;

/** One real PostgreSQL for the test JVM, started when first asked for; every call gets an empty database of its own. */
public final class Database {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final Deque<HikariDataSource> POOLS = new ConcurrentLinkedDeque<>();

    private Database() {}

    /** A pool on a new, empty database, closed with the JVM. */
    public static DataSource freshDatabase() {
        var config = new HikariConfig();
        config.setJdbcUrl(freshUrl());
        config.setUsername(username());
        config.setPassword(password());
        config.setMinimumIdle(0);
        config.setMaximumPoolSize(8);
        config.setIdleTimeout(10_000);
        var pool = new HikariDataSource(config);
        POOLS.add(pool);
        return pool;
    }

    /** The JDBC address of a new, empty database. */
    public static String freshUrl() {
        String name = "test_" + COUNT.incrementAndGet();
        Running.STORE.createDatabase(name);
        return Running.STORE.url(name);
    }

    /** The JDBC address behind a data source that {@link #freshDatabase()} gave. */
    public static String url(DataSource database) {
        return ((HikariDataSource) database).getJdbcUrl();
    }

    /** A new, empty folder for what an application under test keeps outside its database. */
    public static Path freshFolder() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target", "folders")), "of-test-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String username() {
        return Running.STORE.username();
    }

    public static String password() {
        return Running.STORE.password();
    }

    /** Gives a Spring test a new, empty database: call it from a {@code @DynamicPropertySource} method. */
    public static void properties(DynamicPropertyRegistry registry) {
        String url = freshUrl();
        registry.add("spring.datasource.url", () -> url);
        registry.add("spring.datasource.username", Database::username);
        registry.add("spring.datasource.password", Database::password);
        Path folder = freshFolder();
        registry.add("accord.seals.folder", () -> folder);
    }

    private static final class Running {

        static final StoreForTests STORE = StoreForTests.startBelow(Path.of("target", "databases"));

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(Running::stop, "test-database-stop"));
        }

        private static void stop() {
            POOLS.forEach(HikariDataSource::close);
            STORE.close();
        }
    }
}
