package org.accord.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.accord.core.CanonicalJson;
import org.accord.core.Digest;
import org.jspecify.annotations.Nullable;

/**
 * The details of an event in two parts: what is sealed, and the words that people wrote, for each of which only a
 * commitment is sealed. The commitment to a word is the SHA-256 of its salt followed by the canonical JSON object that has
 * the key and the word.
 */
record Words(Map<String, @Nullable Object> sealed, List<Word> words) {

    static final String COMMITMENT = "commitment";

    private static final int SALT = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** @param value as JSON */
    record Word(String key, byte[] salt, String value) {}

    static Words of(Map<String, ?> details, Set<String> keys, ObjectMapper json) {
        Map<String, @Nullable Object> sealed = PlainValues.of(details);
        List<Word> words = new ArrayList<>();
        for (String key : keys) {
            Object value = sealed.get(key);
            if (value != null) {
                byte[] salt = salt();
                String committed = CanonicalJson.of(Map.of(key, value));
                sealed.put(key, Map.of(COMMITMENT, commitment(salt, committed).hex()));
                words.add(new Word(key, salt, written(json, value)));
            }
        }
        return new Words(sealed, words);
    }

    private static String written(ObjectMapper json, Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("details of an event are plain values", e);
        }
    }

    static byte[] salt() {
        byte[] salt = new byte[SALT];
        RANDOM.nextBytes(salt);
        return salt;
    }

    /** Of the salt and the text after it. */
    static Digest commitment(byte[] salt, String text) {
        MessageDigest sha256 = Digest.sha256();
        sha256.update(salt);
        sha256.update(text.getBytes(StandardCharsets.UTF_8));
        return Digest.of(sha256);
    }
}
