package org.accord.seals;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.accord.core.Digest;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/** The Ed25519 key that signs checkpoints; its name is the origin of the log. Written as Go's note keys are. */
final class LogKey {

    private static final byte ED25519 = 1;
    private static final String PREFIX = "PRIVATE+KEY+";
    private static final int SEED = 32;

    private final String name;
    private final Ed25519PrivateKeyParameters secret;

    private LogKey(String name, Ed25519PrivateKeyParameters secret) {
        this.name = name;
        this.secret = secret;
    }

    static LogKey random(String name) {
        return new LogKey(name, new Ed25519PrivateKeyParameters(new SecureRandom()));
    }

    /** @throws IllegalArgumentException if it is not a key as {@link #written} gives it */
    static LogKey parse(String written) {
        String[] parts = written.strip().split("\\+", 5);
        if (!written.startsWith(PREFIX) || parts.length != 5) {
            throw new IllegalArgumentException("not a private key of a note");
        }
        byte[] key = Base64.getDecoder().decode(parts[4]);
        if (key.length != 1 + SEED || key[0] != ED25519) {
            throw new IllegalArgumentException("not an Ed25519 key");
        }
        LogKey parsed = new LogKey(parts[2], new Ed25519PrivateKeyParameters(key, 1));
        if (!HexFormat.of().formatHex(parsed.id()).equals(parts[3])) {
            throw new IllegalArgumentException("the key does not have the identifier it names");
        }
        return parsed;
    }

    String name() {
        return name;
    }

    String written() {
        return PREFIX + named(secret.getEncoded()) + "\n";
    }

    /** The key for those who verify, in the form {@code name+identifier+key}. */
    String verifier() {
        return named(secret.generatePublicKey().getEncoded());
    }

    private String named(byte[] key) {
        return name + "+" + HexFormat.of().formatHex(id()) + "+"
                + Base64.getEncoder().encodeToString(typed(key));
    }

    private static byte[] typed(byte[] key) {
        byte[] typed = new byte[1 + key.length];
        typed[0] = ED25519;
        System.arraycopy(key, 0, typed, 1, key.length);
        return typed;
    }

    private byte[] id() {
        MessageDigest sha256 = Digest.sha256();
        sha256.update((name + "\n").getBytes(StandardCharsets.UTF_8));
        sha256.update(typed(secret.generatePublicKey().getEncoded()));
        return Arrays.copyOf(sha256.digest(), SignedNote.KEY_ID);
    }

    SignedNote.Line sign(String text) {
        byte[] message = text.getBytes(StandardCharsets.UTF_8);
        Ed25519Signer signer = new Ed25519Signer();
        signer.init(true, secret);
        signer.update(message, 0, message.length);
        byte[] signature = signer.generateSignature();
        byte[] line = Arrays.copyOf(id(), SignedNote.KEY_ID + signature.length);
        System.arraycopy(signature, 0, line, SignedNote.KEY_ID, signature.length);
        return new SignedNote.Line(name, line);
    }
}
