package org.accord.seals;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.accord.core.Digest;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/**
 * A witness of C2SP tlog-witness for one log. It cosigns what is consistent with what it cosigned before, and remembers.
 */
final class SmallWitness implements AutoCloseable {

    private static final byte COSIGNATURE = 4;

    private final Ed25519PrivateKeyParameters key = new Ed25519PrivateKeyParameters(new SecureRandom());
    private final HttpServer server;
    private Checkpoint newest = new Checkpoint("", 0, new byte[0]);
    private String newestNote = "";
    private boolean refusing;
    private boolean lying;

    SmallWitness() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/add-checkpoint", this::answer);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    String key() {
        byte[] typed = typed();
        return "witness.test+" + HexFormat.of().formatHex(id(typed)) + "+"
                + Base64.getEncoder().encodeToString(typed);
    }

    void refuse(boolean refuse) {
        this.refusing = refuse;
    }

    void lie(boolean lie) {
        this.lying = lie;
    }

    Checkpoint newest() {
        return newest;
    }

    /** The checkpoint that it cosigned last, which it gives to whoever asks. */
    String newestNote() {
        return newestNote;
    }

    private byte[] typed() {
        byte[] raw = key.generatePublicKey().getEncoded();
        byte[] typed = new byte[1 + raw.length];
        typed[0] = COSIGNATURE;
        System.arraycopy(raw, 0, typed, 1, raw.length);
        return typed;
    }

    private static byte[] id(byte[] typed) {
        var sha256 = Digest.sha256();
        sha256.update("witness.test\n".getBytes(StandardCharsets.UTF_8));
        return Arrays.copyOf(sha256.digest(typed), 4);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        int end = body.indexOf("\n\n");
        List<String> head = body.substring(0, end).lines().toList();
        long older = Long.parseLong(head.get(0).substring("old ".length()));
        SignedNote note = SignedNote.parse(body.substring(end + 2));
        Checkpoint asked = Checkpoint.parse(note.text());
        if (refusing) {
            reply(exchange, 403, "");
        } else if (older != newest.size()) {
            reply(exchange, 409, newest.size() + "\n");
        } else if (!Consistency.holds(newest, asked, head.subList(1, head.size()))) {
            reply(exchange, 422, "");
        } else {
            newest = asked;
            newestNote = note.written();
            reply(exchange, 200, cosignature(lying ? note.text().replace("\n", "x\n") : note.text()));
        }
    }

    private String cosignature(String text) {
        long time = 1_800_000_000L;
        byte[] message = ("cosignature/v1\ntime " + time + "\n" + text).getBytes(StandardCharsets.UTF_8);
        Ed25519Signer signer = new Ed25519Signer();
        signer.init(true, key);
        signer.update(message, 0, message.length);
        byte[] signature = ByteBuffer.allocate(4 + 8 + 64)
                .put(id(typed()))
                .putLong(time)
                .put(signer.generateSignature())
                .array();
        return new SignedNote.Line("witness.test", signature).written();
    }

    private static void reply(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
