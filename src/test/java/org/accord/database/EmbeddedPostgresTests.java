package org.accord.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class EmbeddedPostgresTests {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgresTests.class);

    @TempDir
    Path parent;

    @Test
    void aFirstStartMakesTheStoreAndASecondKeepsItsData() throws SQLException, IOException {
        var settings = StoreSettings.durable(parent.resolve("data").toString());
        long begin = System.nanoTime();
        try (var postgres = EmbeddedPostgres.start(settings)) {
            report("first start, with unpacking, initdb and fsync", begin);
            run(postgres, "create table kept (word text)");
            run(postgres, "insert into kept values ('Согласие')");
        }
        long again = System.nanoTime();
        try (var postgres = EmbeddedPostgres.start(settings)) {
            report("second start", again);
            assertThat(ask(postgres, "select word from kept")).isEqualTo("Согласие");
        }
    }

    @Test
    void theStoreIsDurableSmallAndSharedWithNobody() throws SQLException, IOException {
        Path folder = parent.resolve("data");
        var settings = new StoreSettings(folder, StoreForTests.settings(folder).binaries(), List.of());
        try (var postgres = EmbeddedPostgres.start(settings)) {
            assertThat(show(postgres, "fsync", "synchronous_commit", "full_page_writes", "data_checksums"))
                    .containsOnly("on");
            assertThat(show(postgres, "shared_buffers", "max_connections", "listen_addresses", "server_encoding"))
                    .containsExactly("64MB", "40", "127.0.0.1", "UTF8");
            assertThat(show(postgres, "password_encryption")).containsExactly("scram-sha-256");
            assertThat(Files.readAllLines(folder.resolve("postgres/data/postmaster.pid"))
                            .get(4))
                    .as("the folder of the Unix socket")
                    .isEmpty();
            assertThat(ask(
                            postgres,
                            "select datlocprovider::text || datlocale from pg_database where datname = 'accord'"))
                    .isEqualTo("bC.UTF-8");
            assertThat(ask(
                            postgres,
                            "select rolsuper or rolcreatedb or rolcreaterole from pg_roles where rolname = user"))
                    .isEqualTo("f");
            assertThat(permissions(folder.resolve("postgres"))).isEqualTo("rwx------");
            assertThat(permissions(folder.resolve("postgres/password"))).isEqualTo("rw-------");
            assertThatThrownBy(() -> DriverManager.getConnection(postgres.url("accord"), "accord", "guess"))
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void aFolderInUseIsRefusedWithTheProcessThatHasIt() throws IOException, InterruptedException {
        Path folder = parent.resolve("data");
        Process holder = holderOf(folder);
        try {
            serverOf(holder);
            assertThatThrownBy(() -> start(folder))
                    .isInstanceOf(DataFolderInUse.class)
                    .hasMessageContaining("in use by process " + holder.pid())
                    .hasMessageContaining(folder.toRealPath().toString());
        } finally {
            kill(holder);
            start(folder).close();
        }
    }

    @Test
    void aFolderInUseByThisProcessIsRefusedAndStaysHeld() {
        try (var folder = DataFolder.hold(parent)) {
            assertThatThrownBy(() -> DataFolder.hold(parent)).hasMessageContaining("this one");
            assertThatThrownBy(() -> DataFolder.hold(parent)).isInstanceOf(DataFolderInUse.class);
            assertThat(folder.root()).isEqualTo(parent.toAbsolutePath());
        }
        DataFolder.hold(parent).close();
    }

    @Test
    void afterTheApplicationWasKilledItsServerIsStoppedAndWorkGoesOn() throws Exception {
        Path folder = parent.resolve("with spaces, $HOME and 'quotes'");
        try (var first = start(folder)) {
            run(first, "create table kept as select 42 as answer");
        }
        Process holder = holderOf(folder);
        ProcessHandle orphan = ProcessHandle.of(serverOf(holder)).orElseThrow();
        kill(holder);
        assertThat(orphan.isAlive()).isTrue();
        try (var second = start(folder)) {
            assertThat(second.pid()).isNotEqualTo(orphan.pid());
            assertThat(ask(second, "select answer from kept")).isEqualTo("42");
            orphan.onExit().get(5, TimeUnit.SECONDS);
        }
    }

    @Test
    void aLeftPidFileIsRemovedAndWhoeverHasThatPidNowIsLeftAlone() throws Exception {
        Path folder = parent.resolve("data");
        start(folder).close();
        Process stranger = new ProcessBuilder("cat").start();
        try {
            for (long pid : List.of(stranger.pid(), ProcessHandle.current().pid(), 4_194_304L)) {
                Files.writeString(folder.resolve("postgres/data/postmaster.pid"), pid + "\n/elsewhere\n0\n5432\n\n");
                start(folder).close();
                assertThat(stranger.isAlive()).isTrue();
            }
        } finally {
            kill(stranger);
        }
    }

    @Test
    void dataOfAnotherMajorVersionAreRefusedUntouched() throws IOException {
        Path folder = parent.resolve("data");
        Path version = Files.createDirectories(folder.resolve("postgres/data")).resolve("PG_VERSION");
        Files.writeString(version, "15\n");
        assertThatThrownBy(() -> start(folder))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageContaining("were made by PostgreSQL 15; this Accord carries PostgreSQL 17");
        assertThat(Files.readString(version)).isEqualTo("15\n");
    }

    @Test
    void aLostPasswordIsRefusedByName() throws IOException {
        Path folder = parent.resolve("data");
        start(folder).close();
        Path file = folder.toRealPath().resolve("postgres/password");
        Files.writeString(file, "another");
        assertThatThrownBy(() -> start(folder)).hasMessageContaining("password authentication failed");
        Files.delete(file);
        assertThatThrownBy(() -> start(folder)).hasMessageContaining(file.toString());
    }

    @Test
    void aDataFolderThatIsAFileIsRefused() throws IOException {
        Path file = Files.createFile(parent.resolve("data"));
        assertThatThrownBy(() -> start(file)).hasMessageContaining("is a file, not a folder");
        assertThatThrownBy(() -> start(file.resolve("below"))).hasMessageContaining("cannot be made or written");
    }

    @Test
    void aDataFolderThatCannotBeWrittenIsRefused() {
        assertThatThrownBy(() -> start(Path.of("/proc/accord")))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageContaining("/proc/accord cannot be made or written");
        assertThatThrownBy(() -> start(Path.of("/proc/self"))).hasMessageContaining("cannot be made or written");
    }

    @Test
    void anEmptiedProgramFileIsUnpackedAnew() throws IOException {
        Path programs = Binaries.unpackedIn(parent);
        Path initdb = programs.resolve("bin/initdb");
        long size = Files.size(initdb);
        Files.write(initdb, new byte[0]);
        Path older = Files.createDirectory(parent.resolve("bin-16.4"));
        assertThat(Binaries.unpackedIn(parent)).isEqualTo(programs);
        assertThat(Files.size(initdb)).isEqualTo(size);
        Binaries.removeOthers(programs);
        assertThat(older).doesNotExist();
        assertThat(programs.getFileName()).hasToString("bin-17.11.0");
    }

    private static EmbeddedPostgres start(Path folder) {
        return EmbeddedPostgres.start(StoreForTests.settings(folder));
    }

    private static Process holderOf(Path folder) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        StoreHolder.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
    }

    private static long serverOf(Process holder) throws IOException {
        BufferedReader output = holder.inputReader(StandardCharsets.UTF_8);
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            LOG.debug("holder: {}", line);
            if (line.startsWith("server ")) {
                return Long.parseLong(line.substring("server ".length()));
            }
        }
        throw new IllegalStateException(
                "the holder ended with " + holder.onExit().join().exitValue());
    }

    private static void kill(Process process) throws InterruptedException {
        assertThat(process.destroyForcibly().waitFor(5, TimeUnit.SECONDS)).isTrue();
    }

    private static void run(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (Connection connection = connect(postgres);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(EmbeddedPostgres postgres, String query) throws SQLException {
        try (Connection connection = connect(postgres);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }

    private static List<String> show(EmbeddedPostgres postgres, String... settings) throws SQLException {
        var values = new ArrayList<String>();
        for (String setting : settings) {
            values.add(ask(postgres, "select current_setting('" + setting + "')"));
        }
        return values;
    }

    private static Connection connect(EmbeddedPostgres postgres) throws SQLException {
        return DriverManager.getConnection(postgres.url("accord"), "accord", postgres.password());
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static void report(String what, long since) {
        LOG.info("{}: {} ms", what, Duration.ofNanos(System.nanoTime() - since).toMillis());
    }
}
