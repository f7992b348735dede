package org.accord.documents;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The parts of an office document: they must make up the type that the name promises, and none may act. */
final class PackageParts {

    /** So much of each part is looked at; lists of parts and relationships must fit into it. */
    static final int HEAD = 512 * 1024;

    private static final String CONTENT_TYPES = "[Content_Types].xml";
    private static final String RELATIONSHIPS = "_rels/.rels";
    private static final String ODF_TYPE = "mimetype";
    private static final String ODF_CONTENT = "content.xml";
    private static final Map<FileType, String> MAIN = Map.of(
            FileType.DOCX,
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
            FileType.XLSX,
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
            FileType.PPTX,
            "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml");

    private final FileType named;
    private final List<String> contentTypes = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private @Nullable String odfType;
    private int read;

    PackageParts(FileType named) {
        this.named = named;
    }

    /** Takes note of a part, and refuses it if it is harmful. */
    void part(String name, byte[] head, long size, boolean stored) throws Harmful {
        String lower = name.toLowerCase(Locale.ROOT);
        if (isActive(lower)) {
            throw new Harmful("fileActive");
        }
        if (isArchive(head, head.length) && !isEmbedded(name)) {
            throw new Harmful("fileNested");
        }
        if (name.equals(ODF_TYPE) && read == 0 && stored) {
            odfType = new String(head, StandardCharsets.US_ASCII);
        }
        read++;
        names.add(name);
        if (isXml(name) && size > 0) {
            XmlProlog.requireNoDoctype(head, head.length);
        }
        boolean list = name.equals(CONTENT_TYPES) || lower.endsWith(".rels");
        if (list && size > HEAD) {
            throw new Harmful("fileUnpacksTooLarge");
        }
        if (name.equals(CONTENT_TYPES)) {
            attributes(head, "ContentType").forEach(contentTypes::add);
        } else if (lower.endsWith(".rels")) {
            requireInside(head);
        }
    }

    /** What makes up the type has been read by now. */
    void requireType() throws Harmful {
        if (contentTypes.stream().anyMatch(type -> type.toLowerCase(Locale.ROOT).contains("macroenabled"))) {
            throw new Harmful("fileActive");
        }
        String main = MAIN.get(named);
        boolean agrees = main != null
                ? odfType == null
                        && contentTypes.contains(main)
                        && names.containsAll(List.of(RELATIONSHIPS, mainPart()))
                : named.mediaType().equals(odfType) && names.contains(ODF_CONTENT);
        if (!agrees) {
            throw new Harmful("fileNotWhatItSays");
        }
    }

    private String mainPart() {
        return switch (named) {
            case DOCX -> "word/document.xml";
            case XLSX -> "xl/workbook.xml";
            default -> "ppt/presentation.xml";
        };
    }

    /** A part of an Open Document that can hold scripts, or say that others are encrypted. */
    boolean isOdfText(String name) {
        return !MAIN.containsKey(named)
                && (name.equals(ODF_CONTENT) || name.equals("styles.xml") || name.equals("META-INF/manifest.xml"));
    }

    boolean isEmbedded(String name) {
        return MAIN.containsKey(named)
                && name.contains("/embeddings/")
                && FileType.ofName(name).filter(MAIN::containsKey).isPresent();
    }

    /** Macros, controls and objects of other programs. */
    static boolean isActive(String lowerName) {
        return lowerName.contains("vbaproject")
                || lowerName.contains("vbadata")
                || lowerName.contains("activex")
                || lowerName.contains("macrosheets/")
                || lowerName.contains("/embeddings/") && lowerName.endsWith(".bin")
                || lowerName.contains("oleobject")
                || lowerName.startsWith("basic/")
                || lowerName.startsWith("scripts/")
                || lowerName.startsWith("dialogs/")
                || lowerName.matches(".*\\.(exe|dll|js|vbs|sh|bat|jar|class|hta|html?|svg|swf)");
    }

    static boolean isXml(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".xml") || lower.endsWith(".rels") || lower.endsWith(".rdf") || lower.endsWith(".vml");
    }

    static boolean isArchive(byte[] head, int length) {
        String begin = new String(head, 0, Math.min(length, 512), StandardCharsets.ISO_8859_1);
        return begin.startsWith("ustar", 257)
                || begin.startsWith("MSCF")
                || begin.startsWith("PK\3\4")
                || begin.startsWith("PK\5\6")
                || begin.startsWith("\u001f\u008b")
                || begin.startsWith("7z\u00bc\u00af")
                || begin.startsWith("Rar!")
                || begin.startsWith("BZh")
                || begin.startsWith("\u00fd7zXZ")
                || begin.startsWith("\u00d0\u00cf\u0011\u00e0")
                || begin.startsWith("MZ")
                || begin.startsWith("\u007fELF");
    }

    /** Relationships lead to other parts; only what somebody clicks may lead elsewhere. */
    private static void requireInside(byte[] relationships) throws Harmful {
        try {
            XMLStreamReader reader = XmlProlog.factory().createXMLStreamReader(new ByteArrayInputStream(relationships));
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT
                        && "External".equalsIgnoreCase(reader.getAttributeValue(null, "TargetMode"))
                        && !Objects.requireNonNullElse(reader.getAttributeValue(null, "Type"), "")
                                .endsWith("/hyperlink")) {
                    throw new Harmful("fileActive");
                }
            }
        } catch (XMLStreamException | NoSuchElementException e) {
            throw new Harmful("fileDamaged");
        }
    }

    private static List<String> attributes(byte[] xml, String attribute) throws Harmful {
        List<String> values = new ArrayList<>();
        try {
            XMLStreamReader reader = XmlProlog.factory().createXMLStreamReader(new ByteArrayInputStream(xml));
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT) {
                    String value = reader.getAttributeValue(null, attribute);
                    if (value != null) {
                        values.add(value);
                    }
                }
            }
            return values;
        } catch (XMLStreamException | NoSuchElementException e) {
            throw new Harmful("fileDamaged");
        }
    }
}
