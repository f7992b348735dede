package org.accord.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Accord's own PostgreSQL, from the moment it accepts connections until it is closed. The application connects as a
 * role that owns its database and nothing else, with a password that is new at each start.
 */
final class EmbeddedPostgres implements AutoCloseable {

    static final String APPLICATION = "accord";

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);

    private final DataFolder folder;
    private final Server server;
    private final String superuserPassword;
    private final String password = Password.random();

    private EmbeddedPostgres(DataFolder folder, Server server, String superuserPassword) {
        this.folder = folder;
        this.server = server;
        this.superuserPassword = superuserPassword;
    }

    static EmbeddedPostgres start(StoreSettings settings) {
        DataFolder folder = DataFolder.hold(settings.dataFolder());
        try {
            return start(folder, settings);
        } catch (IOException e) {
            folder.close();
            throw new StoreUnavailable(
                    "The embedded PostgreSQL in " + folder.root() + " cannot be set up: " + e,
                    "Check the space and the rights in that folder, or set accord.data-dir to another one.",
                    e);
        } catch (RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    private static EmbeddedPostgres start(DataFolder folder, StoreSettings settings) throws IOException {
        Path home = folder.root().resolve("postgres");
        if (!Files.isDirectory(home)) {
            Files.createDirectory(home, Password.ownerOnly("rwx------"));
        }
        Path programs = Binaries.unpackedIn(settings.binaries());
        Tools tools = Tools.of(programs, folder.ownedByRoot());
        Cluster cluster = new Cluster(home, tools);
        cluster.prepare(settings.syncsToDisk());
        Server server = Server.start(cluster, tools, settings.serverOptions());
        try {
            var postgres = new EmbeddedPostgres(folder, server, cluster.password());
            postgres.admitApplication();
            Binaries.removeOthers(programs);
            LOG.info("PostgreSQL is ready at {}:{}, its data in {}", Server.ADDRESS, server.port(), cluster.data());
            return postgres;
        } catch (IOException | RuntimeException e) {
            server.stop();
            throw e;
        }
    }

    private void admitApplication() {
        boolean known = exists("select 1 from pg_roles where rolname = ?", APPLICATION);
        execute((known ? "alter" : "create") + " role " + APPLICATION + " login password '" + password + "'");
        if (!exists("select 1 from pg_database where datname = ?", APPLICATION)) {
            createDatabase(APPLICATION);
        }
    }

    /** The name must be an SQL identifier: it is not quoted. */
    void createDatabase(String name) {
        execute("create database " + name + " owner " + APPLICATION);
    }

    void execute(String sql) {
        try (Connection connection = asSuperuser();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw refusedByServer(e);
        }
    }

    private boolean exists(String query, String name) {
        try (Connection connection = asSuperuser();
                PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            return statement.executeQuery().next();
        } catch (SQLException e) {
            throw refusedByServer(e);
        }
    }

    private Connection asSuperuser() throws SQLException {
        return DriverManager.getConnection(url("postgres"), Cluster.SUPERUSER, superuserPassword);
    }

    private StoreUnavailable refusedByServer(SQLException cause) {
        return new StoreUnavailable(
                "The embedded PostgreSQL in " + folder.root() + " runs, but answers: " + cause.getMessage(),
                "If it names the password, restore the file postgres/password from the backup these data came from.",
                cause);
    }

    String url(String database) {
        return url(server.port(), database);
    }

    static String url(int port, String database) {
        return "jdbc:postgresql://" + Server.ADDRESS + ":" + port + "/" + database + "?sslmode=disable";
    }

    String password() {
        return password;
    }

    long pid() {
        return server.pid();
    }

    @Override
    public void close() {
        try {
            server.stop();
        } finally {
            folder.close();
        }
    }
}
