package org.accord.documents;

import java.util.ArrayList;
import java.util.List;

/** Sound or empty content under a name that does not go with it. */
final class HostileNames {

    private static final List<String> NAMES = List.of(
            "../annexe.pdf",
            "../../../../etc/annexe.pdf",
            "..\\annexe.pdf",
            "..\\..\\Windows\\annexe.pdf",
            "annexe/../../annexe.pdf",
            "folder/annexe.pdf",
            "folder\\annexe.pdf",
            "/etc/passwd",
            "/etc/annexe.pdf",
            "\\\\server\\share\\annexe.pdf",
            "C:\\annexe.pdf",
            "C:annexe.pdf",
            "annexe.pdf:stream",
            "annexe.pdf::$DATA",
            "annexe.exe\0.pdf",
            "annexe\0.pdf",
            "annexe.pdf\0",
            "annexe.pdf\0.exe",
            "annexe\r\nSet-Cookie: a=b.pdf",
            "annexe\n.pdf",
            "annexe\r.pdf",
            "annexe\t.pdf",
            "annexe\u001b[2J.pdf",
            "annexe\b.pdf",
            "annexe\u007f.pdf",
            "annexe\u0085.pdf",
            "annexe\u202efdp.docx",
            "annexe\u202egpj.pdf",
            "annexe\u202dgpj.pdf",
            "annexe\u202a.pdf",
            "annexe\u202b.pdf",
            "annexe\u202c.pdf",
            "annexe\u2066.pdf",
            "annexe\u2067.pdf",
            "annexe\u2068.pdf",
            "annexe\u2069.pdf",
            "annexe\u200e.pdf",
            "annexe\u200f.pdf",
            "annexe\u061c.pdf",
            "annexe\u2028.pdf",
            "annexe\u2029.pdf",
            "a".repeat(296) + ".pdf",
            "\u00e9".repeat(296) + ".pdf",
            "",
            " ",
            ".",
            "..",
            ".pdf",
            " .pdf",
            "annexe.pdf.",
            "annexe.pdf ",
            "annexe.pdf...",
            "annexe.",
            "annexe",
            "pdf",
            "annexe.pdf.exe",
            "annexe.pdf.html",
            "annexe.pdf.svg",
            "annexe.pdf.js",
            "annexe.pdf.php",
            "annexe.exe",
            "annexe.html",
            "annexe.pdfx",
            "annexe.docm",
            "annexe.xlsm",
            "annexe.pptm",
            "annexe.dotx",
            "annexe.doc",
            "annexe.zip",
            "CON.pdf",
            "con.pdf",
            "NUL.docx",
            "PRN.pdf",
            "AUX.pdf",
            "COM1.pdf",
            "LPT9.pdf",
            "NUL.annexe.pdf");

    private HostileNames() {}

    static List<HostileFile> all() {
        List<HostileFile> files = new ArrayList<>();
        for (String name : NAMES) {
            String extension = name.endsWith(".docx") ? "docx" : "pdf";
            files.add(new HostileFile("name", name, () -> HostileFile.sound(extension)));
        }
        addRenamed(files);
        addOtherExtensions(files);
        for (String extension : HostileFile.EXTENSIONS) {
            files.add(new HostileFile("empty", "empty." + extension, () -> new byte[0]));
        }
        return files;
    }

    private static void addRenamed(List<HostileFile> files) {
        HostileSamples.all().forEach((type, content) -> {
            for (String extension : HostileFile.EXTENSIONS) {
                files.add(new HostileFile("renamed", "renamed-" + type + "." + extension, content));
            }
        });
        HostileSamples.archives().forEach((type, content) -> {
            for (String extension : List.of("pdf", "docx", "ods", "png")) {
                files.add(new HostileFile("renamed", "renamed-" + type + "." + extension, content));
            }
        });
    }

    private static void addOtherExtensions(List<HostileFile> files) {
        for (String extension : HostileFile.EXTENSIONS) {
            for (String other : HostileFile.EXTENSIONS) {
                if (!isSameType(extension, other)) {
                    String name = "renamed-" + extension + "." + other;
                    files.add(new HostileFile("renamed", name, () -> HostileFile.sound(extension)));
                }
            }
        }
    }

    private static boolean isSameType(String extension, String other) {
        return extension.equals(other) || extension.startsWith("jp") && other.startsWith("jp");
    }
}
