package org.accord.core;

import java.security.SecureRandom;
import java.util.Base64;

/** Something that opens a door to whoever has it. A digest of it is enough to know it again. */
public record Secret(String text) {

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** 256 random bits as 43 letters, digits, {@code -} and {@code _}. */
    public static Secret fresh() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Not the secret: it shall not come into a log. */
    @Override
    public String toString() {
        return "Secret[…]";
    }
}
