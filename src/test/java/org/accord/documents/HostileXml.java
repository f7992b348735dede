package org.accord.documents;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;

import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Packages with a document type declaration in one of their XML parts. */
final class HostileXml {

    static final String LAUGHS = laughs();

    private static final String FILE = "<!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>";
    private static final String URL = "http://127.0.0.1:9/annexe.dtd";

    private HostileXml() {}

    static List<HostileFile> all() {
        HostileList files = new HostileList();
        parts().forEach((extension, parts) -> parts.forEach(part -> {
            declarations().forEach((name, dtd) -> add(files, name, extension, part, xml -> encoded(xml, dtd, "UTF-8")));
            for (String encoding : List.of("UTF-16LE", "UTF-16BE", "UTF-16")) {
                add(files, encoding, extension, part, xml -> encoded(xml, FILE, encoding));
            }
        }));
        String part = "word/document.xml";
        add(files, "ebcdic", "docx", part, xml -> encoded(xml, FILE, "Cp037"));
        add(files, "utf32", "docx", part, xml -> encoded(xml, FILE, "UTF-32BE"));
        String comment = "<!--" + " ".repeat(100_000) + "-->";
        add(files, "late", "docx", part, xml -> encoded(xml, comment + FILE, "UTF-8"));
        add(files, "late", "odt", "content.xml", xml -> encoded(xml, comment + FILE, "UTF-8"));
        return files.toList();
    }

    /** Puts the declaration before the root element, and a use of the entity x at its end. */
    static String withDtd(String xml, String dtd) {
        int root = xml.indexOf("?>") + 2;
        String body = xml.substring(root);
        int end = body.lastIndexOf("</");
        String used =
                dtd.contains("ENTITY x") && end >= 0 ? body.substring(0, end) + "&x;" + body.substring(end) : body;
        return xml.substring(0, root) + dtd + used;
    }

    private static Map<String, List<String>> parts() {
        Map<String, List<String>> parts = new LinkedHashMap<>();
        parts.put(
                "docx",
                List.of(
                        "word/document.xml",
                        "[Content_Types].xml",
                        "_rels/.rels",
                        "word/_rels/document.xml.rels",
                        "word/settings.xml"));
        parts.put("xlsx", List.of("xl/workbook.xml", "xl/worksheets/sheet1.xml"));
        parts.put("pptx", List.of("ppt/presentation.xml", "ppt/slides/slide1.xml"));
        parts.put("odt", List.of("content.xml", "styles.xml", "META-INF/manifest.xml"));
        parts.put("ods", List.of("content.xml"));
        return parts;
    }

    private static Map<String, String> declarations() {
        Map<String, String> declarations = new LinkedHashMap<>();
        declarations.put("external-file", FILE);
        declarations.put("external-url", "<!DOCTYPE r [<!ENTITY x SYSTEM \"" + URL + "\">]>");
        declarations.put("external-subset", "<!DOCTYPE r SYSTEM \"" + URL + "\">");
        declarations.put("parameter-entity", "<!DOCTYPE r [<!ENTITY % p SYSTEM \"" + URL + "\"> %p;]>");
        declarations.put("laughs", LAUGHS);
        return declarations;
    }

    private static String laughs() {
        StringBuilder dtd = new StringBuilder("<!DOCTYPE r [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 10; i++) {
            String previous = "&a" + (i - 1) + ";";
            dtd.append("<!ENTITY a")
                    .append(i)
                    .append(" \"")
                    .append(previous.repeat(10))
                    .append("\">");
        }
        return dtd.append("<!ENTITY x \"&a9;\">]>").toString();
    }

    private static byte[] encoded(String xml, String dtd, String encoding) {
        String declared =
                switch (encoding) {
                    case "UTF-16LE", "UTF-16BE" -> "UTF-16";
                    case "UTF-32BE" -> "ISO-10646-UCS-4";
                    case "Cp037" -> "IBM037";
                    default -> encoding;
                };
        String text = withDtd(xml.replaceFirst("encoding=\"UTF-8\"", "encoding=\"" + declared + "\""), dtd);
        return switch (encoding) {
            case "UTF-16LE" -> ("\ufeff" + text).getBytes(UTF_16LE);
            case "UTF-16BE" -> ("\ufeff" + text).getBytes(UTF_16BE);
            case "UTF-16" -> text.getBytes(UTF_16BE);
            default -> text.getBytes(Charset.forName(encoding));
        };
    }

    private static void add(
            HostileList files, String attack, String extension, String part, Function<String, byte[]> change) {
        String where = part.replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-|-$", "");
        String name = attack + "-" + where + "." + extension;
        files.addZip("xxe", name, zip -> zip.put(part, change.apply(zip.text(part))));
    }
}
