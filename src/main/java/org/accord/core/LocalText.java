package org.accord.core;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The same words in several languages, keyed by language code ({@code en}, {@code ru}).
 *
 * @param byLanguage at least one language
 */
public record LocalText(Map<String, String> byLanguage) {

    public LocalText {
        if (byLanguage.isEmpty()) {
            throw new IllegalArgumentException("a text has at least one language");
        }
        byLanguage = Map.copyOf(byLanguage);
    }

    /** The United Nations write dates in the British way, with a 24-hour clock. */
    public static Locale custom(Locale locale) {
        return locale.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? Locale.UK : locale;
    }

    public static LocalText english(String text) {
        return new LocalText(Map.of("en", text));
    }

    /** The field of a form that holds in one language what others hold in theirs: {@code objective} in {@code en} is {@code objectiveEn}. */
    public static String field(String stem, String language) {
        return stem + language.substring(0, 1).toUpperCase(Locale.ROOT) + language.substring(1);
    }

    /** The text in the reader's language; in English, or failing that the first language there is, if it has none. */
    public String in(Locale locale) {
        String text = byLanguage.get(locale.getLanguage());
        if (text == null) {
            text = byLanguage.get("en");
        }
        return text != null
                ? text
                : new TreeMap<>(byLanguage).values().iterator().next();
    }
}
