package org.accord.documents;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Whether a document that is said to be in a language is written in its letters. Only texts that can be read as they are (DOCX,
 * ODT), and only where there is enough of them to tell.
 */
final class LanguageCheck {

    private static final int ENOUGH = 200;
    private static final double MOST_OF_OTHER = 0.8;
    private static final Map<String, Character.UnicodeScript> SCRIPTS =
            Map.of("ru", Character.UnicodeScript.CYRILLIC, "en", Character.UnicodeScript.LATIN);

    private LanguageCheck() {}

    /** @throws Harmful {@code fileLanguage} if it is written in the letters of another language */
    static void require(Path file, FileType type, String language) throws IOException {
        Character.UnicodeScript script = SCRIPTS.get(language.toLowerCase(Locale.ROOT));
        if (script == null || !FileText.isReadable(type)) {
            return;
        }
        int[] letters =
                FileText.of(file, type).codePoints().filter(Character::isLetter).toArray();
        long others = IntStream.of(letters)
                .filter(letter -> Character.UnicodeScript.of(letter) != script)
                .count();
        if (letters.length >= ENOUGH && others > letters.length * MOST_OF_OTHER) {
            throw new Harmful("fileLanguage");
        }
    }
}
