package org.accord.documents;

import fi.solita.clamav.ClamAVClient;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks ClamAV's daemon over the network. */
final class ClamScanner implements VirusScanner {

    private static final Logger LOG = LoggerFactory.getLogger(ClamScanner.class);

    private static final int CONNECT_MILLIS = 2000;

    private final ClamAVClient client;
    private final String host;
    private final int port;

    ClamScanner(String host, int port, int timeoutMillis) {
        this.host = host;
        this.port = port;
        this.client = new ClamAVClient(host, port, timeoutMillis);
    }

    @Override
    public Verdict scan(InputStream in) {
        try {
            requireListening();
            String reply = new String(client.scan(in), StandardCharsets.US_ASCII)
                    .strip()
                    .replace("\0", "");
            if (reply.endsWith("FOUND")) {
                return Verdict.INFECTED;
            }
            return reply.endsWith("OK") ? Verdict.CLEAN : unreachable(reply);
        } catch (IOException | RuntimeException e) {
            return unreachable("" + e.getMessage());
        }
    }

    /** The client itself would wait for minutes where nothing answers at all. */
    private void requireListening() throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), CONNECT_MILLIS);
        }
    }

    private static Verdict unreachable(String why) {
        LOG.warn("the virus scanner does not answer: {}", why);
        return Verdict.UNREACHABLE;
    }
}
