package org.accord.documents;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Small, well-formed files of every accepted type; the same call always gives the same bytes. */
public final class SoundFiles {

    static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    static final String RELATIONSHIP = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    static final String OOXML = "application/vnd.openxmlformats-officedocument.";

    private static final LocalDateTime ENTRY_TIME = LocalDateTime.of(2024, 1, 1, 0, 0);
    private static final String WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final String SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String ODF = "urn:oasis:names:tc:opendocument:xmlns:";
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 \n";

    private SoundFiles() {}

    public static byte[] pdf(String text) {
        return pdfOf(pdfObjects(text), "");
    }

    /** A sound PDF of that many bytes; a byte more or less where a length gains a digit. */
    static byte[] pdfOfSize(int bytes) {
        int padding = Math.max(0, bytes - paddedPdf(0).length);
        byte[] pdf = paddedPdf(padding);
        int excess = Math.min(padding, pdf.length - bytes);
        return excess > 0 ? paddedPdf(padding - excess) : pdf;
    }

    /** The objects of a one-page document, in order: catalog, pages, page, contents, font. */
    static List<String> pdfObjects(String text) {
        String escaped = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)");
        String page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
                + " /Resources << /Font << /F1 5 0 R >> >> >>";
        return List.of(
                "<< /Type /Catalog /Pages 2 0 R >>",
                "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                page,
                pdfStream("", "BT /F1 12 Tf 72 770 Td (" + escaped + ") Tj ET"),
                "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
    }

    static String pdfStream(String dictionary, String data) {
        return "<< " + dictionary + " /Length " + data.length() + " >>\nstream\n" + data + "\nendstream";
    }

    /** A PDF with these objects, the first of them the catalog, each character one byte. */
    static byte[] pdfOf(List<String> objects, String moreTrailer) {
        StringBuilder pdf = new StringBuilder("%PDF-1.4\n%\u00e2\u00e3\u00cf\u00d3\n");
        StringBuilder table = new StringBuilder("0000000000 65535 f \n");
        for (int i = 0; i < objects.size(); i++) {
            table.append(String.format(Locale.ROOT, "%010d 00000 n \n", pdf.length()));
            pdf.append(i + 1).append(" 0 obj\n").append(objects.get(i)).append("\nendobj\n");
        }
        int size = objects.size() + 1;
        int start = pdf.length();
        pdf.append("xref\n0 ").append(size).append('\n').append(table);
        pdf.append("trailer\n<< /Size ").append(size).append(" /Root 1 0 R ").append(moreTrailer);
        pdf.append(" >>\nstartxref\n").append(start).append("\n%%EOF\n");
        return pdf.toString().getBytes(ISO_8859_1);
    }

    static byte[] docx(String... paragraphs) {
        return zip(docxParts(paragraphs));
    }

    static byte[] docxWith(Map<String, byte[]> moreEntries) {
        Map<String, byte[]> parts = docxParts("Document");
        parts.putAll(moreEntries);
        return zip(parts);
    }

    static byte[] xlsx(String cell) {
        String workbook = XML + "<workbook xmlns=\"" + SHEET + "\" xmlns:r=\"" + namespace(RELATIONSHIP)
                + "\"><sheets><sheet name=\"Sheet1\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>";
        String sheet = XML + "<worksheet xmlns=\"" + SHEET + "\"><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\">"
                + "<is><t>" + escape(cell) + "</t></is></c></row></sheetData></worksheet>";
        Map<String, byte[]> parts = new LinkedHashMap<>();
        put(
                parts,
                "[Content_Types].xml",
                contentTypes(
                        "/xl/workbook.xml",
                        OOXML + "spreadsheetml.sheet.main+xml",
                        "/xl/worksheets/sheet1.xml",
                        OOXML + "spreadsheetml.worksheet+xml"));
        put(parts, "_rels/.rels", relationships("officeDocument", "xl/workbook.xml"));
        put(parts, "xl/workbook.xml", workbook);
        put(parts, "xl/_rels/workbook.xml.rels", relationships("worksheet", "worksheets/sheet1.xml"));
        put(parts, "xl/worksheets/sheet1.xml", sheet);
        return zip(parts);
    }

    static byte[] pptx(String title) {
        return zip(SoundSlides.parts(title));
    }

    static byte[] pptxWithChart() {
        return zip(SoundSlides.partsWithChart());
    }

    static byte[] odt(String... paragraphs) {
        String body = Arrays.stream(paragraphs)
                .map(paragraph -> "<text:p>" + escape(paragraph) + "</text:p>")
                .collect(Collectors.joining());
        return odf("text", "<office:text>" + body + "</office:text>");
    }

    static byte[] ods(String cell) {
        String body = "<office:spreadsheet><table:table table:name=\"Sheet1\"><table:table-row>"
                + "<table:table-cell office:value-type=\"string\"><text:p>" + escape(cell)
                + "</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet>";
        return odf("spreadsheet", body);
    }

    static byte[] png(int width, int height) {
        return image("png", width, height);
    }

    static byte[] jpeg(int width, int height) {
        return image("jpeg", width, height);
    }

    static String contentTypes(String... partsAndTypes) {
        StringBuilder types = new StringBuilder(XML)
                .append("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">")
                .append("<Default Extension=\"rels\"")
                .append(" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>")
                .append("<Default Extension=\"xml\" ContentType=\"application/xml\"/>")
                .append("<Default Extension=\"png\" ContentType=\"image/png\"/>")
                .append("<Default Extension=\"jpeg\" ContentType=\"image/jpeg\"/>")
                .append("<Default Extension=\"xlsx\" ContentType=\"" + OOXML + "spreadsheetml.sheet\"/>");
        for (int i = 0; i < partsAndTypes.length; i += 2) {
            types.append("<Override PartName=\"").append(partsAndTypes[i]);
            types.append("\" ContentType=\"").append(partsAndTypes[i + 1]).append("\"/>");
        }
        return types.append("</Types>").toString();
    }

    /** Relationships rId1, rId2 and so on, from pairs of a short type and a target. */
    static String relationships(String... typesAndTargets) {
        StringBuilder relationships = new StringBuilder(XML)
                .append("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">");
        for (int i = 0; i < typesAndTargets.length; i += 2) {
            relationships.append("<Relationship Id=\"rId").append(i / 2 + 1);
            relationships.append("\" Type=\"").append(RELATIONSHIP).append(typesAndTargets[i]);
            relationships.append("\" Target=\"").append(typesAndTargets[i + 1]).append("\"/>");
        }
        return relationships.append("</Relationships>").toString();
    }

    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    static String namespace(String prefix) {
        return prefix.substring(0, prefix.length() - 1);
    }

    static void put(Map<String, byte[]> parts, String name, String content) {
        parts.put(name, content.getBytes(UTF_8));
    }

    private static byte[] paddedPdf(int padding) {
        Random random = new Random(42);
        StringBuilder filler = new StringBuilder(padding);
        for (int i = 0; i < padding; i++) {
            filler.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        List<String> objects = new ArrayList<>(pdfObjects("Padded"));
        objects.add(pdfStream("", filler.toString()));
        return pdfOf(objects, "");
    }

    private static Map<String, byte[]> docxParts(String... paragraphs) {
        String body = Arrays.stream(paragraphs)
                .map(paragraph -> "<w:p><w:r><w:t xml:space=\"preserve\">" + escape(paragraph) + "</w:t></w:r></w:p>")
                .collect(Collectors.joining());
        String page = "<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/></w:sectPr>";
        Map<String, byte[]> parts = new LinkedHashMap<>();
        put(
                parts,
                "[Content_Types].xml",
                contentTypes(
                        "/word/document.xml",
                        OOXML + "wordprocessingml.document.main+xml",
                        "/word/settings.xml",
                        OOXML + "wordprocessingml.settings+xml"));
        put(parts, "_rels/.rels", relationships("officeDocument", "word/document.xml"));
        put(
                parts,
                "word/document.xml",
                XML + "<w:document xmlns:w=\"" + WORD + "\"><w:body>" + body + page + "</w:body></w:document>");
        put(parts, "word/_rels/document.xml.rels", relationships("settings", "settings.xml"));
        put(parts, "word/settings.xml", XML + "<w:settings xmlns:w=\"" + WORD + "\"/>");
        return parts;
    }

    private static byte[] odf(String type, String body) {
        String mimetype = "application/vnd.oasis.opendocument." + type;
        String declarations = " xmlns:office=\"" + ODF + "office:1.0\" xmlns:text=\"" + ODF
                + "text:1.0\" xmlns:table=\"" + ODF + "table:1.0\" office:version=\"1.2\"";
        Map<String, byte[]> parts = new LinkedHashMap<>();
        put(parts, "mimetype", mimetype);
        put(
                parts,
                "content.xml",
                XML + "<office:document-content" + declarations + "><office:body>" + body
                        + "</office:body></office:document-content>");
        put(parts, "styles.xml", XML + "<office:document-styles" + declarations + "/>");
        put(
                parts,
                "META-INF/manifest.xml",
                XML + "<manifest:manifest xmlns:manifest=\"" + ODF + "manifest:1.0\" manifest:version=\"1.2\">"
                        + manifestEntry("/", mimetype)
                        + manifestEntry("content.xml", "text/xml")
                        + manifestEntry("styles.xml", "text/xml")
                        + "</manifest:manifest>");
        return zip(parts);
    }

    private static String manifestEntry(String path, String type) {
        return "<manifest:file-entry manifest:full-path=\"" + path + "\" manifest:media-type=\"" + type + "\"/>";
    }

    private static byte[] zip(Map<String, byte[]> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(entry(part.getKey(), part.getValue()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static ZipEntry entry(String name, byte[] content) {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(ENTRY_TIME);
        if (name.equals("mimetype")) {
            CRC32 crc = new CRC32();
            crc.update(content);
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(content.length);
            entry.setCrc(crc.getValue());
        }
        return entry;
    }

    private static byte[] image(String format, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < height; y++) {
                image.setRGB(x, y, (x * 5 & 0xff) << 16 | (y * 3 & 0xff) << 8 | (x + y & 0xff));
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream output = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(image, format, output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
