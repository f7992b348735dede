package org.accord.verification;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** The key of the log in the hands of somebody who should not have it. */
record Stolen(String origin, byte[] id, PrivateKey key) {

    static Stolen from(Path file) throws IOException {
        String[] parts = Files.readString(file).strip().split("\\+", 5);
        byte[] typed = Base64.getDecoder().decode(parts[4]);
        try {
            PrivateKey key = KeyFactory.getInstance("Ed25519")
                    .generatePrivate(new EdECPrivateKeySpec(
                            NamedParameterSpec.ED25519, Arrays.copyOfRange(typed, 1, typed.length)));
            return new Stolen(parts[2], HexFormat.of().parseHex(parts[3]), key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    String note(long size, byte[] root) {
        String text = origin + "\n" + size + "\n" + Base64.getEncoder().encodeToString(root) + "\n";
        try {
            Signature signer = Signature.getInstance("Ed25519");
            signer.initSign(key);
            signer.update(Hashes.bytes(text));
            byte[] signature = signer.sign();
            byte[] line = Arrays.copyOf(id, id.length + signature.length);
            System.arraycopy(signature, 0, line, id.length, signature.length);
            return text + "\n\u2014 " + origin + " " + Base64.getEncoder().encodeToString(line) + "\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
