package org.accord.documents;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.HexFormat;
import java.util.List;
import java.util.zip.Deflater;

/** Writes PDF 1.5 documents that keep their objects in a compressed object stream. */
final class HostileObjectStreams {

    static final List<String> VARIANTS =
            List.of("object-stream", "escaped-stream", "twice-compressed", "hexadecimal", "predictor");

    private HostileObjectStreams() {}

    /** A document with these objects, of which all but the streams are in the object stream. */
    static byte[] pdfOf(List<String> objects, String variant) {
        int container = objects.size() + 1;
        StringBuilder pdf = new StringBuilder("%PDF-1.5\n%\u00e2\u00e3\u00cf\u00d3\n");
        StringBuilder table = new StringBuilder(row(0, 0, 0xffff));
        StringBuilder index = new StringBuilder();
        StringBuilder packed = new StringBuilder();
        int count = 0;
        for (int i = 0; i < objects.size(); i++) {
            if (objects.get(i).endsWith("endstream")) {
                table.append(row(1, pdf.length(), 0));
                pdf.append(object(i + 1, objects.get(i)));
            } else {
                table.append(row(2, container, count++));
                index.append(i + 1).append(' ').append(packed.length()).append(' ');
                packed.append(objects.get(i)).append('\n');
            }
        }
        table.append(row(1, pdf.length(), 0));
        String counts = " /N " + count + " /First " + index.length() + " ";
        pdf.append(
                object(container, stream(variant, counts, index.append(packed).toString())));
        int start = pdf.length();
        table.append(row(1, start, 0));
        String dictionary = "/Type /XRef /W [1 4 2] /Root 1 0 R /Size " + (container + 2);
        pdf.append(object(container + 1, SoundFiles.pdfStream(dictionary, table.toString())));
        return pdf.append("startxref\n")
                .append(start)
                .append("\n%%EOF\n")
                .toString()
                .getBytes(ISO_8859_1);
    }

    private static String stream(String variant, String counts, String data) {
        String flate = deflated(data);
        String type = "/Type /ObjStm" + counts;
        return switch (variant) {
            case "escaped-stream" -> SoundFiles.pdfStream("/Type /Obj#53tm" + counts + "/Filter /Flat#65Decode", flate);
            case "twice-compressed" ->
                SoundFiles.pdfStream(type + "/Filter [/FlateDecode /FlateDecode]", deflated(flate));
            case "hexadecimal" ->
                SoundFiles.pdfStream(
                        type + "/Filter [/ASCIIHexDecode /FlateDecode]",
                        HexFormat.of().formatHex(flate.getBytes(ISO_8859_1)) + ">");
            case "predictor" ->
                SoundFiles.pdfStream(
                        type + "/Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 16 >>",
                        deflated(predicted(data)));
            default -> SoundFiles.pdfStream(type + "/Filter /FlateDecode", flate);
        };
    }

    /** Rows of 16 bytes, each as its difference from the row above. */
    private static String predicted(String data) {
        String padded = data + " ".repeat(15 - (data.length() + 15) % 16);
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < padded.length(); i++) {
            if (i % 16 == 0) {
                rows.append('\u0002');
            }
            int above = i < 16 ? 0 : padded.charAt(i - 16);
            rows.append((char) (padded.charAt(i) - above & 0xff));
        }
        return rows.toString();
    }

    private static String deflated(String data) {
        return new String(HostileEntry.deflate(data.getBytes(ISO_8859_1), false, Deflater.NO_FLUSH), ISO_8859_1);
    }

    private static String row(int type, int second, int third) {
        int[] bytes = {type, second >> 24, second >> 16, second >> 8, second, third >> 8, third};
        StringBuilder row = new StringBuilder();
        for (int value : bytes) {
            row.append((char) (value & 0xff));
        }
        return row.toString();
    }

    private static String object(int number, String content) {
        return number + " 0 obj\n" + content + "\nendobj\n";
    }
}
