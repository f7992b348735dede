package org.accord.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** One run of the PostgreSQL server on the loopback address. */
final class Server {

    static final String ADDRESS = "127.0.0.1";

    private static final Duration RECOVERY_AT_MOST = Duration.ofMinutes(5);
    private static final int PORTS_TO_TRY = 3;
    private static final int LINES_TO_SHOW = 12;

    private final Cluster cluster;
    private final Process process;
    private final int port;
    private final Path log;

    private Server(Cluster cluster, Process process, int port, Path log) {
        this.cluster = cluster;
        this.process = process;
        this.port = port;
        this.log = log;
    }

    /** Answers when the server accepts connections. */
    static Server start(Cluster cluster, Tools tools, List<String> options) throws IOException {
        Path log = cluster.data().resolveSibling("server.log");
        for (int attempt = 1; ; attempt++) {
            Server server = launch(cluster, tools, options, log);
            if (server.becomesReady()) {
                return server;
            }
            if (attempt == PORTS_TO_TRY || !server.lostItsPort()) {
                throw server.didNotStart();
            }
        }
    }

    private static Server launch(Cluster cluster, Tools tools, List<String> options, Path log) throws IOException {
        if (Files.exists(log)) {
            Files.move(log, log.resolveSibling("server.previous.log"), StandardCopyOption.REPLACE_EXISTING);
        }
        int port = freePort();
        Stream<String> place = Stream.of("-D", cluster.data().toString(), "-p", String.valueOf(port));
        Stream<String> network = Stream.of("-c", "listen_addresses=" + ADDRESS, "-c", "unix_socket_directories=");
        List<String> arguments = Stream.of(place, network, options.stream())
                .flatMap(part -> part)
                .toList();
        return new Server(cluster, tools.serve(log, arguments), port, log);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(ADDRESS))) {
            return socket.getLocalPort();
        }
    }

    private boolean becomesReady() {
        long start = System.nanoTime();
        try {
            while (!cluster.postmaster().saysReady(process.pid())) {
                if (process.waitFor(20, TimeUnit.MILLISECONDS)) {
                    return false;
                }
                if (System.nanoTime() - start > RECOVERY_AT_MOST.toNanos()) {
                    cluster.stop();
                    return false;
                }
            }
            return true;
        } catch (InterruptedException e) {
            process.destroy();
            throw Tools.interrupted(e);
        }
    }

    private boolean lostItsPort() throws IOException {
        return lastLines().contains("could not bind");
    }

    private StoreUnavailable didNotStart() throws IOException {
        return new StoreUnavailable(
                "The embedded PostgreSQL on " + cluster.data() + " did not start. The end of " + log + ":\n"
                        + lastLines(),
                "Put right what the log says, or restore the folder from a backup.");
    }

    private String lastLines() throws IOException {
        List<String> lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                .lines()
                .toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES_TO_SHOW), lines.size()));
    }

    /** Ends open connections and returns when the server is gone. */
    void stop() {
        if (process.isAlive()) {
            cluster.stop();
        }
    }

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }
}
