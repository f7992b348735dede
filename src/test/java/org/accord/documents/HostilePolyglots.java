package org.accord.documents;

import static org.accord.documents.HostileFile.bytes;
import static org.accord.documents.HostileFile.join;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Files that are of two types at once. */
final class HostilePolyglots {

    private static final String POLYGLOT = "polyglot";

    private HostilePolyglots() {}

    static List<HostileFile> all() {
        HostileList files = new HostileList();
        for (String extension : List.of("pdf", "png", "jpg")) {
            tails().forEach((name, tail) -> files.add(
                    POLYGLOT,
                    extension + "-and-" + name + "." + extension,
                    () -> join(HostileFile.sound(extension), tail.get())));
        }
        heads().forEach((name, head) ->
                files.add(POLYGLOT, name + "-and-pdf.pdf", () -> join(head.get(), HostileFile.sound("pdf"))));
        addPdfIn(files);
        return files.toList();
    }

    private static Map<String, Supplier<byte[]>> tails() {
        Map<String, Supplier<byte[]>> tails = new LinkedHashMap<>();
        tails.put("html", HostileSamples::html);
        tails.put("zip", HostileSamples::plainZip);
        tails.put("jar", HostileSamples::jar);
        tails.put("docx", () -> HostileFile.sound("docx"));
        tails.put("php", () -> bytes("<?php system($_GET['c']); ?>"));
        tails.put("exe", HostileSamples::exe);
        tails.put("rar", () -> HostileSamples.archives().get("rar").get());
        return tails;
    }

    private static Map<String, Supplier<byte[]>> heads() {
        Map<String, Supplier<byte[]>> heads = new LinkedHashMap<>();
        heads.put("html", HostileSamples::html);
        heads.put("gif", HostileSamples::gif);
        heads.put("gif-signature", () -> bytes("GIF89a"));
        heads.put("exe", HostileSamples::exe);
        heads.put("shell-script", HostileSamples::shellScript);
        heads.put("javascript", () -> bytes("alert(1);/*\n"));
        heads.put("php", () -> bytes("<?php system($_GET['c']); ?>\n"));
        heads.put("svg", () -> bytes("<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\">\n"));
        heads.put("png", () -> HostileFile.sound("png"));
        heads.put("zip", HostileSamples::plainZip);
        return heads;
    }

    private static void addPdfIn(HostileList files) {
        byte[] pdf = HostileFile.sound("pdf");
        files.add(POLYGLOT, "pdf-and-zip.docx", () -> join(pdf, HostileFile.sound("docx")));
        files.add(POLYGLOT, "pdf-in-zip.pdf", () -> HostileZip.of("docx")
                .addFirst(HostileEntry.stored("annexe.pdf", pdf))
                .toBytes());
        files.add(POLYGLOT, "pdf-before-zip.docx", () -> HostileZip.of("docx")
                .preamble(pdf)
                .toBytes());
        files.add(POLYGLOT, "pdf-in-jpeg.pdf", () -> commented(pdf));
        files.add(POLYGLOT, "html-in-pdf-zip.pdf", () -> join(HostileSamples.html(), pdf, HostileSamples.plainZip()));
        files.add(POLYGLOT, "png-and-jpeg.png", () -> join(HostileFile.sound("png"), HostileFile.sound("jpg")));
        files.add(POLYGLOT, "jpeg-and-png.jpg", () -> join(HostileFile.sound("jpg"), HostileFile.sound("png")));
        files.add(POLYGLOT, "jpeg-and-jar.jpeg", () -> join(HostileFile.sound("jpg"), HostileSamples.jar()));
    }

    /** A JPEG with the text as its comment, at the very beginning. */
    private static byte[] commented(byte[] text) {
        byte[] jpeg = HostileFile.sound("jpg");
        int length = text.length + 2;
        byte[] marker = {(byte) 0xff, (byte) 0xfe, (byte) (length >> 8), (byte) length};
        return join(Arrays.copyOf(jpeg, 2), marker, text, Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }
}
