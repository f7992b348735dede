package org.accord.documents;

import fi.solita.clamav.ClamAVClient;
import java.io.IOException;
import java.io.InputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks ClamAV's daemon over the network. */
final class ClamScanner implements VirusScanner {

    private static final Logger LOG = LoggerFactory.getLogger(ClamScanner.class);

    private final ClamAVClient client;

    ClamScanner(String host, int port, int timeoutMillis) {
        this.client = new ClamAVClient(host, port, timeoutMillis);
    }

    @Override
    public Verdict scan(InputStream in) {
        try {
            byte[] reply = client.scan(in);
            return ClamAVClient.isCleanReply(reply) ? Verdict.CLEAN : Verdict.INFECTED;
        } catch (IOException e) {
            LOG.warn("the virus scanner does not answer: {}", e.getMessage());
            return Verdict.UNREACHABLE;
        }
    }
}
