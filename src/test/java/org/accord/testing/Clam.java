package org.accord.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;

/**
 * ClamAV's daemon from Debian's package, with one signature of our own: that of the harmless EICAR test text. Where it is
 * missing, tests are skipped with the reason; on CI they fail.
 */
public final class Clam {

    /** In two halves, so that no scanner takes this file for it. */
    public static final String EICAR = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

    private static final Path PROGRAM = Path.of("/usr/sbin/clamd");
    private static final Duration LONGEST_START = Duration.ofSeconds(60);

    private final Process process;
    private final int port;

    private Clam(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    public static void requireInstalled() {
        boolean there = Files.isExecutable(PROGRAM);
        if (System.getenv("CI") == null) {
            Assumptions.assumeTrue(there, PROGRAM + " is missing: install Debian's clamav-daemon");
        } else if (!there) {
            throw new AssertionError(PROGRAM + " is missing: install Debian's clamav-daemon");
        }
    }

    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs while the daemon listens there. */
    public static void during(int port, Path folder, Runnable run) {
        Clam clam = startedAt(port, folder);
        try {
            run.run();
        } finally {
            clam.stop();
        }
    }

    private static Clam startedAt(int port, Path folder) {
        requireInstalled();
        try {
            Path signatures = Files.createDirectories(folder.resolve("signatures"));
            String signature = HexFormat.of().formatHex(EICAR.getBytes(StandardCharsets.US_ASCII));
            Files.writeString(signatures.resolve("test.ndb"), "Accord.Test:0:*:" + signature + "\n");
            Path settings = Files.writeString(folder.resolve("clamd.conf"), """
                    DatabaseDirectory %s
                    TCPSocket %d
                    TCPAddr 127.0.0.1
                    Foreground yes
                    LogFile %s
                    StreamMaxLength 12M
                    """.formatted(
                    signatures.toAbsolutePath(), port, folder.resolve("log").toAbsolutePath()));
            Process process = new ProcessBuilder(
                            PROGRAM.toString(), "-c", settings.toAbsolutePath().toString())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("out").toFile())
                    .start();
            Clam clam = new Clam(process, port);
            Awaitility.await().atMost(LONGEST_START).until(clam::listens);
            return clam;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean listens() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 200);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private void stop() {
        process.destroy();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
