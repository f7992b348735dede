package org.accord.seals;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.accord.core.Digest;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/** A public Ed25519 key by name: the log's own, an earlier one of it, or a witness's. */
final class VerifierKey {

    static final byte ED25519 = 1;
    static final byte COSIGNATURE = 4;

    private static final int KEY = 32;
    private static final int SIGNATURE = 64;

    private final String name;
    private final byte kind;
    private final byte[] id;
    private final Ed25519PublicKeyParameters key;

    private VerifierKey(String name, byte kind, byte[] id, Ed25519PublicKeyParameters key) {
        this.name = name;
        this.kind = kind;
        this.id = id;
        this.key = key;
    }

    /** @throws IllegalArgumentException if it is not of the form {@code name+identifier+key} */
    static VerifierKey parse(String written) {
        String[] parts = written.strip().split("\\+", 3);
        byte[] typed = parts.length == 3 ? Base64.getDecoder().decode(parts[2]) : new byte[0];
        if (typed.length != 1 + KEY || typed[0] != ED25519 && typed[0] != COSIGNATURE) {
            throw new IllegalArgumentException("not a verifier key");
        }
        byte[] id = id(parts[0], typed);
        if (!HexFormat.of().formatHex(id).equals(parts[1])) {
            throw new IllegalArgumentException("the key does not have the identifier it names");
        }
        return new VerifierKey(parts[0], typed[0], id, new Ed25519PublicKeyParameters(typed, 1));
    }

    private static byte[] id(String name, byte[] typed) {
        MessageDigest sha256 = Digest.sha256();
        sha256.update((name + "\n").getBytes(StandardCharsets.UTF_8));
        return Arrays.copyOf(sha256.digest(typed), SignedNote.KEY_ID);
    }

    String name() {
        return name;
    }

    boolean isOf(SignedNote.Line line) {
        return line.name().equals(name) && Arrays.equals(line.keyId(), id);
    }

    /** Whether the line is this key's signature of the text; a cosignature has its time before the signature. */
    boolean verifies(String text, SignedNote.Line line) {
        if (!isOf(line)) {
            return false;
        }
        byte[] bytes = line.bytes();
        if (kind == ED25519) {
            return bytes.length == SIGNATURE && signed(text, bytes);
        }
        return bytes.length == Long.BYTES + SIGNATURE
                && signed(
                        "cosignature/v1\ntime " + ByteBuffer.wrap(bytes).getLong() + "\n" + text,
                        Arrays.copyOfRange(bytes, Long.BYTES, bytes.length));
    }

    private boolean signed(String text, byte[] signature) {
        byte[] message = text.getBytes(StandardCharsets.UTF_8);
        Ed25519Signer verifier = new Ed25519Signer();
        verifier.init(false, key);
        verifier.update(message, 0, message.length);
        return verifier.verifySignature(signature);
    }
}
