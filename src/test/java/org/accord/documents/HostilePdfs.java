package org.accord.documents;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.accord.documents.HostileFile.join;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.zip.Deflater;

/** PDF documents with active content, in the open or hidden, and PDF documents that are damaged. */
final class HostilePdfs {

    private static final String ACTIVE = "pdf active content";
    private static final Pattern ACTIVE_NAMES = Pattern.compile(
            "/(JavaScript|JS|Launch|EmbeddedFiles?|FileAttachment|RichMedia|XFA|SubmitForm|ImportData|GoToE|EF)\\b");
    private static final String SCRIPT = "<< /S /JavaScript /JS (app.alert\\(1\\)) >>";
    private static final String LINK = "<< /Type /Annot /Subtype /Link /Rect [0 0 595 842] /A ";
    private static final String FILE = "<< /Type /Filespec /F (annexe.exe) /EF << /F 7 0 R >> >>";
    private static final String FILE_DATA = SoundFiles.pdfStream("/Type /EmbeddedFile", "MZ");

    private HostilePdfs() {}

    static List<HostileFile> all() {
        HostileList files = new HostileList();
        documents().forEach((name, objects) -> {
            add(files, ACTIVE, name, () -> SoundFiles.pdfOf(objects, ""));
            add(files, ACTIVE, name + "-escaped", () -> SoundFiles.pdfOf(escaped(objects, false), ""));
            add(files, ACTIVE, name + "-all-escaped", () -> SoundFiles.pdfOf(escaped(objects, true), ""));
            HostileObjectStreams.VARIANTS.forEach(variant ->
                    add(files, ACTIVE, name + "-" + variant, () -> HostileObjectStreams.pdfOf(objects, variant)));
            List<String> escaped = escaped(objects, false);
            add(files, ACTIVE, name + "-both", () -> HostileObjectStreams.pdfOf(escaped, "object-stream"));
        });
        add(files, ACTIVE, "in-update", HostilePdfs::updated);
        addEncrypted(files);
        addBombs(files);
        addDamaged(files);
        return files.toList();
    }

    private static Map<String, List<String>> documents() {
        Map<String, List<String>> documents = new LinkedHashMap<>();
        addScripts(documents);
        addActions(documents);
        addFiles(documents);
        return documents;
    }

    private static void addScripts(Map<String, List<String>> documents) {
        String stream = SoundFiles.pdfStream("", "app.alert(1)");
        documents.put("javascript", document("/OpenAction " + SCRIPT, ""));
        documents.put("javascript-name", document("/Names << /JavaScript << /Names [(a) 6 0 R] >> >>", "", SCRIPT));
        documents.put("javascript-event", document("/AA << /WC " + SCRIPT + " >>", ""));
        documents.put("javascript-page-event", document("", "/AA << /O " + SCRIPT + " >>"));
        documents.put("javascript-link", document("", "/Annots [6 0 R]", LINK + SCRIPT + " >>"));
        documents.put("javascript-stream", document("/OpenAction << /S /JavaScript /JS 6 0 R >>", "", stream));
    }

    private static void addActions(Map<String, List<String>> documents) {
        String launch = LINK + "<< /S /Launch /Win << /F (cmd.exe) /P (/c calc) >> >> >>";
        String submit = "<< /S /SubmitForm /F << /FS /URL /F (http://127.0.0.1:9/) >> >>";
        String form = SoundFiles.pdfStream("", "<xdp/>");
        documents.put("launch", document("/OpenAction << /S /Launch /F (cmd.exe) >>", ""));
        documents.put("launch-link", document("", "/Annots [6 0 R]", launch));
        documents.put("submit-form", document("/OpenAction " + submit, ""));
        documents.put("import-data", document("/OpenAction << /S /ImportData /F (annexe.fdf) >>", ""));
        documents.put("go-to-embedded", document("/OpenAction << /S /GoToE /T << /R /C /N (a) >> /D [0 /Fit] >>", ""));
        documents.put("xfa", document("/AcroForm << /Fields [] /XFA 6 0 R >>", "", form));
    }

    private static void addFiles(Map<String, List<String>> documents) {
        String names = "/Names << /EmbeddedFiles << /Names [(a) 6 0 R] >> >>";
        String attachment = "<< /Type /Annot /Subtype /FileAttachment /Rect [0 0 9 9] /FS 6 0 R >>";
        String media = "<< /Type /Annot /Subtype /RichMedia /Rect [0 0 9 9] /RichMediaContent"
                + " << /Assets << /Names [(a) 6 0 R] >> >> >>";
        documents.put("embedded-file", document(names, "", FILE, FILE_DATA));
        documents.put("file-annotation", document("", "/Annots [8 0 R]", FILE, FILE_DATA, attachment));
        documents.put("rich-media", document("", "/Annots [8 0 R]", FILE, FILE_DATA, media));
    }

    /** The objects of a sound document, with more in its catalog and its page, and more objects from 6 on. */
    private static List<String> document(String moreCatalog, String morePage, String... moreObjects) {
        List<String> objects = new ArrayList<>(SoundFiles.pdfObjects("Annexe"));
        objects.set(0, objects.get(0).replaceFirst(">>$", moreCatalog + " >>"));
        objects.set(2, objects.get(2).replaceFirst(">>$", morePage + " >>"));
        objects.addAll(List.of(moreObjects));
        return objects;
    }

    private static List<String> escaped(List<String> objects, boolean everyLetter) {
        return objects.stream()
                .map(object ->
                        ACTIVE_NAMES.matcher(object).replaceAll(name -> "/" + escaped(name.group(1), everyLetter)))
                .toList();
    }

    private static String escaped(String name, boolean everyLetter) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            boolean plain = !everyLetter && i != 1;
            escaped.append(
                    plain ? name.substring(i, i + 1) : String.format(Locale.ROOT, "#%02x", (int) name.charAt(i)));
        }
        return escaped.toString();
    }

    private static byte[] updated() {
        String pdf = new String(SoundFiles.pdf("Annexe"), ISO_8859_1);
        String catalog = "1 0 obj\n<< /Type /Catalog /Pages 2 0 R /OpenAction " + SCRIPT + " >>\nendobj\n";
        String previous = pdf.substring(pdf.indexOf("startxref\n") + 10, pdf.indexOf("\n%%EOF"));
        int start = pdf.length() + catalog.length();
        String table =
                String.format(Locale.ROOT, "xref\n0 1\n0000000000 65535 f \n1 1\n%010d 00000 n \n", pdf.length());
        String trailer = "trailer\n<< /Size 6 /Root 1 0 R /Prev " + previous + " >>\nstartxref\n" + start + "\n%%EOF\n";
        return (pdf + catalog + table + trailer).getBytes(ISO_8859_1);
    }

    private static void addEncrypted(HostileList files) {
        String owner = "<" + "5a".repeat(32) + ">";
        String id = " /ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>]";
        String old = "<< /Filter /Standard /V 1 /R 2 /P -4 /O " + owner + " /U " + owner + " >>";
        String aes = "<< /Filter /Standard /V 4 /R 4 /Length 128 /P -4 /O " + owner + " /U " + owner
                + " /CF << /StdCF << /CFM /AESV2 /Length 16 >> >> /StmF /StdCF /StrF /StdCF >>";
        List<String> objects = SoundFiles.pdfObjects("Annexe");
        add(files, "encrypted", "rc4", () -> SoundFiles.pdfOf(objects, "/Encrypt " + old + id));
        add(files, "encrypted", "aes", () -> SoundFiles.pdfOf(objects, "/Encrypt " + aes + id));
        add(files, "encrypted", "escaped", () -> SoundFiles.pdfOf(objects, "/#45ncrypt " + old + id));
        add(files, "encrypted", "indirect", () -> SoundFiles.pdfOf(document("", "", old), "/Encrypt 6 0 R" + id));
    }

    private static void addBombs(HostileList files) {
        add(files, "pdf bomb", "page", () -> bomb("/Filter /FlateDecode", HostileEntry.zlibBlanks(300)));
        add(files, "pdf bomb", "twice-compressed", () -> {
            byte[] once = HostileEntry.zlibBlanks(300);
            return bomb("/Filter [/FlateDecode /FlateDecode]", HostileEntry.deflate(once, false, Deflater.NO_FLUSH));
        });
        add(files, "pdf bomb", "escaped-filter", () -> bomb("/Filter /Fl#61teDecode", HostileEntry.zlibBlanks(300)));
        add(files, "pdf bomb", "many-streams", () -> {
            String stream = new String(HostileEntry.zlibBlanks(20), ISO_8859_1);
            String[] streams = new String[15];
            Arrays.fill(streams, SoundFiles.pdfStream("/Filter /FlateDecode", stream));
            return SoundFiles.pdfOf(document("", "", streams), "");
        });
        add(files, "pdf bomb", "object-stream", () -> {
            String data = new String(HostileEntry.zlibBlanks(300), ISO_8859_1);
            String stream = SoundFiles.pdfStream("/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode", data);
            return SoundFiles.pdfOf(document("", "", stream), "");
        });
    }

    private static byte[] bomb(String filter, byte[] data) {
        List<String> objects = new ArrayList<>(SoundFiles.pdfObjects("Annexe"));
        objects.set(3, SoundFiles.pdfStream(filter, new String(data, ISO_8859_1)));
        return SoundFiles.pdfOf(objects, "");
    }

    private static void addDamaged(HostileList files) {
        byte[] pdf = SoundFiles.pdf("Annexe");
        for (int i = 1; i <= 10; i++) {
            int elevenths = i;
            add(files, "truncated", String.valueOf(i), () -> Arrays.copyOf(pdf, pdf.length * elevenths / 11));
        }
        add(files, "truncated", "no-end", () -> Arrays.copyOf(pdf, pdf.length - 6));
        add(files, "damaged pdf", "no-header", () -> Arrays.copyOfRange(pdf, 9, pdf.length));
        add(files, "damaged pdf", "header-only", () -> Arrays.copyOf(pdf, 9));
        add(files, "damaged pdf", "header-and-end", () -> join(Arrays.copyOf(pdf, 9), HostileFile.bytes("%%EOF\n")));
        add(files, "damaged pdf", "late-header", () -> join(HostileFile.bytes(" ".repeat(2000)), pdf));
    }

    private static void add(HostileList files, String kind, String name, Supplier<byte[]> content) {
        files.add(kind, name + ".pdf", content);
    }
}
