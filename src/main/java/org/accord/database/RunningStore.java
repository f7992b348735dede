package org.accord.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;

/** The embedded PostgreSQL that another Accord runs at this moment, for a program that only looks. */
record RunningStore(int port, String password) implements JdbcConnectionDetails {

    static Optional<RunningStore> in(String dataFolder) {
        try {
            Path home = Path.of(dataFolder).resolve("postgres").toRealPath();
            Path data = home.resolve("data");
            PostmasterFile file = PostmasterFile.in(data);
            Optional<Integer> port = file.server(data).isPresent() ? file.port() : Optional.empty();
            return port.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new RunningStore(
                            port.get(),
                            Files.readString(home.resolve("password")).strip()));
        } catch (IOException | InvalidPathException e) {
            return Optional.empty();
        }
    }

    @Override
    public String getJdbcUrl() {
        return EmbeddedPostgres.url(port, EmbeddedPostgres.APPLICATION);
    }

    @Override
    public String getUsername() {
        return Cluster.SUPERUSER;
    }

    @Override
    public String getPassword() {
        return password;
    }
}
