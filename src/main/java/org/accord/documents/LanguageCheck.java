package org.accord.documents;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Whether a document that is said to be in a language is written in its letters. Only texts that can be read as they are (DOCX,
 * ODT), and only where there is enough of them to tell.
 */
final class LanguageCheck {

    private static final int ENOUGH = 200;
    private static final int LOOKED_AT = 20_000;
    private static final double MOST_OF_OTHER = 0.8;
    private static final Map<FileType, String> BODIES =
            Map.of(FileType.DOCX, "word/document.xml", FileType.ODT, "content.xml");
    private static final Map<String, Character.UnicodeScript> SCRIPTS =
            Map.of("ru", Character.UnicodeScript.CYRILLIC, "en", Character.UnicodeScript.LATIN);

    private LanguageCheck() {}

    /** @throws Harmful {@code fileLanguage} if it is written in the letters of another language */
    static void require(Path file, FileType type, String language) throws IOException {
        String body = BODIES.get(type);
        Character.UnicodeScript script = SCRIPTS.get(language.toLowerCase(Locale.ROOT));
        if (body == null || script == null) {
            return;
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            ZipEntry entry = zip.getEntry(body);
            int[] letters = entry == null ? new int[2] : letters(zip.getInputStream(entry), script);
            if (letters[0] >= ENOUGH && letters[1] > letters[0] * MOST_OF_OTHER) {
                throw new Harmful("fileLanguage");
            }
        } catch (XMLStreamException e) {
            throw new Harmful("fileDamaged");
        }
    }

    /** How many letters there are, and how many of them are not of that script. */
    private static int[] letters(InputStream in, Character.UnicodeScript script) throws XMLStreamException {
        int[] found = new int[2];
        XMLStreamReader reader = XmlProlog.factory().createXMLStreamReader(in);
        while (reader.hasNext() && found[0] < LOOKED_AT) {
            if (reader.next() == XMLStreamConstants.CHARACTERS) {
                reader.getText().codePoints().filter(Character::isLetter).forEach(letter -> {
                    found[0]++;
                    found[1] += Character.UnicodeScript.of(letter) == script ? 0 : 1;
                });
            }
        }
        return found;
    }
}
