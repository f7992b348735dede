package org.accord.documents;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The words of a document that was taken in, a paragraph to a line: only of formats that hold them as they are (DOCX, ODT). */
final class FileText {

    private static final int LONGEST = 400_000;
    private static final Map<FileType, String> BODIES =
            Map.of(FileType.DOCX, "word/document.xml", FileType.ODT, "content.xml");
    private static final Set<String> PARAGRAPHS = Set.of("p", "h");

    private FileText() {}

    static boolean isReadable(FileType type) {
        return BODIES.containsKey(type);
    }

    /** @throws Harmful {@code fileDamaged} if its XML cannot be read */
    static String of(Path file, FileType type) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            ZipEntry body = zip.getEntry(BODIES.get(type));
            if (body == null) {
                return "";
            }
            try (InputStream in = zip.getInputStream(body)) {
                return words(in);
            }
        } catch (XMLStreamException | NoSuchElementException e) {
            throw new Harmful("fileDamaged");
        }
    }

    private static String words(InputStream in) throws XMLStreamException {
        StringBuilder words = new StringBuilder();
        XMLStreamReader reader = XmlProlog.factory().createXMLStreamReader(in);
        int depth = 0;
        while (reader.hasNext() && words.length() < LONGEST) {
            int event = reader.next();
            boolean paragraph = (event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT)
                    && PARAGRAPHS.contains(reader.getLocalName());
            if (paragraph) {
                depth += event == XMLStreamConstants.START_ELEMENT ? 1 : -1;
                words.append(event == XMLStreamConstants.END_ELEMENT ? "\n" : "");
            } else if (event == XMLStreamConstants.CHARACTERS && depth > 0) {
                words.append(reader.getText());
            }
        }
        return words.toString();
    }
}
