package org.accord.verification;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * A checkpoint as it was published: a signed note with origin, size and root.
 *
 * @param signatures the lines below the text
 */
record Head(String origin, long size, byte[] root, String text, List<String> signatures) {

    private static final byte[] ED25519_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");
    private static final int ID = 4;

    /** Empty if it is no checkpoint. */
    static Optional<Head> parse(String note) {
        int end = note.indexOf("\n\n");
        if (end < 0) {
            return Optional.empty();
        }
        String text = note.substring(0, end + 1);
        List<String> lines = text.lines().toList();
        try {
            return lines.size() != 3 || !lines.get(1).matches("0|[1-9][0-9]{0,17}")
                    ? Optional.empty()
                    : Optional.of(new Head(
                            lines.get(0),
                            Long.parseLong(lines.get(1)),
                            Base64.getDecoder().decode(lines.get(2)),
                            text,
                            note.substring(end + 2).lines().toList()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** @throws IOException if the file cannot be read or is no checkpoint */
    static Head read(Path file) throws IOException {
        return parse(Files.readString(file)).orElseThrow(() -> new IOException(file + " is not a checkpoint"));
    }

    /**
     * Whether one of the keys signed it: {@code name+identifier+key}, and behind a blank the size up to which a key counts
     * that was exchanged.
     */
    boolean isSignedBy(Collection<String> keys) {
        return keys.stream().map(key -> key.strip().split(" ")).anyMatch(key -> isSignedBy(key[0], last(key)));
    }

    private static long last(String[] key) {
        if (key.length == 1) {
            return Long.MAX_VALUE;
        }
        return key[1].matches("[0-9]{1,18}") ? Long.parseLong(key[1]) : -1;
    }

    private boolean isSignedBy(String key, long last) {
        return size <= last && signatures.stream().anyMatch(line -> isSignature(line, key));
    }

    private boolean isSignature(String line, String key) {
        String[] named = key.strip().split("\\+", 3);
        String[] parts = line.split(" ");
        if (named.length != 3 || parts.length != 3 || !parts[1].equals(named[0]) || !origin.equals(named[0])) {
            return false;
        }
        try {
            byte[] typed = Base64.getDecoder().decode(named[2]);
            byte[] signature = Base64.getDecoder().decode(parts[2]);
            byte[] id = Arrays.copyOf(Hashes.sha256(Hashes.bytes(named[0] + "\n"), typed), ID);
            return typed.length == 33
                    && typed[0] == 1
                    && Arrays.equals(id, Arrays.copyOf(signature, ID))
                    && verifies(
                            Arrays.copyOfRange(typed, 1, typed.length),
                            Arrays.copyOfRange(signature, ID, signature.length));
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            return false;
        }
    }

    private boolean verifies(byte[] key, byte[] signature) throws GeneralSecurityException {
        byte[] encoded = Arrays.copyOf(ED25519_PREFIX, ED25519_PREFIX.length + key.length);
        System.arraycopy(key, 0, encoded, ED25519_PREFIX.length, key.length);
        PublicKey known = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
        Signature verifier = Signature.getInstance("Ed25519");
        verifier.initVerify(known);
        verifier.update(Hashes.bytes(text));
        return verifier.verify(signature);
    }
}
