package org.accord.documents;

import static org.accord.documents.HostileFile.bytes;
import static org.accord.documents.HostileFile.join;

import java.util.Arrays;
import java.util.List;

/** Packages whose ZIP structure is broken or ambiguous. */
final class HostileArchives {

    private static final String STRUCTURE = "zip structure";
    private static final String DUPLICATE = "duplicate entry";
    private static final String PATH = "zip path";
    private static final String PICTURE = "Pictures/image1.png";
    private static final int UTF8_NAMES = 0x800;

    private static final List<String> PATHS = List.of(
            "../image.png",
            "../../../../etc/cron.d/image.png",
            "word/media/../../../image.png",
            "word/..",
            "/etc/image.png",
            "//server/share/image.png",
            "..\\..\\image.png",
            "word\\media\\image.png",
            "\\\\server\\share\\image.png",
            "C:\\Windows\\image.png",
            "C:/Windows/image.png",
            "C:image.png",
            "word/media/image.exe\0.png",
            "word/media/image.png\0",
            "\0",
            "word/media/image\r\n.png",
            "word/media/image\u001b[2J.png",
            "word/media/image\u202egnp.exe");

    private HostileArchives() {}

    static List<HostileFile> all() {
        HostileList files = new HostileList();
        HostileBombs.MAIN_PARTS.keySet().forEach(extension -> addEntries(files, extension));
        HostileBombs.MAIN_PARTS.forEach((extension, part) -> addFields(files, extension, part));
        addNames(files);
        addDuplicates(files);
        addSurroundings(files);
        addHidden(files);
        addTruncated(files);
        return files.toList();
    }

    private static void addEntries(HostileList files, String extension) {
        files.addZip("too many entries", "1100." + extension, zip -> withPictures(zip, 1100));
        HostileEntry link = HostileEntry.stored(PICTURE, bytes("/etc/passwd")).withUnixMode(0120777);
        files.addZip("symlink", "entry." + extension, zip -> zip.add(link));
    }

    private static void addFields(HostileList files, String extension, String part) {
        files.addZip(
                STRUCTURE, "wrong-crc." + extension, zip -> zip.change(part, entry -> entry.withCrc(entry.crc() ^ 1)));
        files.addZip(
                STRUCTURE,
                "wrong-size." + extension,
                zip -> zip.change(part, entry -> entry.withSize(entry.size() + 1)));
        files.addZip("encrypted", "flag." + extension, zip -> zip.change(part, entry -> entry.withFlags(1)));
        files.addZip(
                "encrypted", "strong-encryption." + extension, zip -> zip.change(part, entry -> entry.withFlags(0x41)));
        files.addZip(
                "encrypted",
                "aes-method." + extension,
                zip -> zip.change(part, entry -> entry.withFlags(1).withMethod(99)));
        files.addZip(STRUCTURE, "unknown-method." + extension, zip -> zip.change(part, entry -> entry.withMethod(98)));
        files.addZip(
                STRUCTURE,
                "two-names." + extension,
                zip -> zip.change(part, entry -> entry.withLocalName("Pictures/other.xml")));
    }

    private static void addNames(HostileList files) {
        for (int i = 0; i < PATHS.size(); i++) {
            HostileEntry entry =
                    HostileEntry.deflated(PATHS.get(i), SoundFiles.png(2, 2)).withFlags(UTF8_NAMES);
            files.addZip(PATH, i + ".docx", zip -> zip.add(entry));
            files.addZip(PATH, i + ".odt", zip -> zip.add(entry));
        }
    }

    private static void addDuplicates(HostileList files) {
        HostileEntry picture = HostileEntry.deflated(PICTURE, SoundFiles.png(2, 2));
        HostileEntry other = HostileEntry.deflated(PICTURE, SoundFiles.png(3, 3));
        HostileEntry types = HostileEntry.deflated("[Content_Types].xml", bytes(SoundFiles.contentTypes()));
        HostileBombs.MAIN_PARTS.forEach((extension, part) -> {
            files.addZip(
                    DUPLICATE,
                    "same-name." + extension,
                    zip -> zip.add(HostileEntry.deflated(part, bytes("<other/>"))));
            files.addZip(DUPLICATE, "same-picture." + extension, zip -> zip.add(picture)
                    .add(other));
        });
        files.addZip(DUPLICATE, "other-case.docx", zip -> zip.put("word/Document.xml", "<other/>"));
        files.addZip(DUPLICATE, "other-case-types.docx", zip -> zip.put("[content_types].xml", "<Types/>"));
        files.addZip(DUPLICATE, "other-types.docx", zip -> zip.add(types));
    }

    private static void addSurroundings(HostileList files) {
        byte[] html = HostileSamples.html();
        for (String extension : HostileBombs.MAIN_PARTS.keySet()) {
            files.add(STRUCTURE, "bytes-before." + extension, () -> join(html, HostileFile.sound(extension)));
            files.add(STRUCTURE, "bytes-after." + extension, () -> join(HostileFile.sound(extension), html));
            files.add(
                    STRUCTURE,
                    "zip-after." + extension,
                    () -> join(HostileFile.sound(extension), HostileSamples.plainZip()));
            files.add(
                    STRUCTURE,
                    "zip-before." + extension,
                    () -> join(HostileSamples.plainZip(), HostileFile.sound(extension)));
            files.addZip(STRUCTURE, "script-in-comment." + extension, zip -> zip.comment(html));
            files.addZip(STRUCTURE, "bytes-before-true-offsets." + extension, zip -> zip.preamble(html));
        }
        files.addZip(STRUCTURE, "exe-before.docx", zip -> zip.preamble(HostileSamples.exe()));
        files.addZip(STRUCTURE, "shell-script-before.docx", zip -> zip.preamble(HostileSamples.shellScript()));
        files.addZip(STRUCTURE, "gif-before.docx", zip -> zip.preamble(HostileSamples.gif()));
        files.addZip(STRUCTURE, "zip-in-comment.docx", zip -> zip.comment(HostileSamples.plainZip()));
        files.add(STRUCTURE, "newline-after.docx", () -> join(HostileFile.sound("docx"), bytes("\n")));
    }

    private static void addHidden(HostileList files) {
        HostileEntry hidden = HostileEntry.deflated("hidden.exe", HostileSamples.exe());
        for (String extension : HostileBombs.MAIN_PARTS.keySet()) {
            files.addZip(STRUCTURE, "unlisted-entry." + extension, zip -> zip.hide(hidden));
        }
        files.addZip(
                STRUCTURE,
                "unlisted-twin.docx",
                zip -> zip.hide(HostileEntry.deflated("word/document.xml", bytes("<other/>"))));
        files.add(STRUCTURE, "no-entries.docx", () -> new HostileZip().toBytes());
        files.add(STRUCTURE, "no-directory.docx", () -> {
            byte[] docx = HostileFile.sound("docx");
            return Arrays.copyOf(docx, docx.length - 22);
        });
    }

    private static void addTruncated(HostileList files) {
        byte[] docx = SoundFiles.docx("A paragraph", "Another paragraph");
        for (int i = 1; i <= 20; i++) {
            int length = docx.length * i / 21;
            files.add("truncated", i + ".docx", () -> Arrays.copyOf(docx, length));
        }
        for (String extension : List.of("xlsx", "pptx", "odt", "ods")) {
            byte[] sound = HostileFile.sound(extension);
            files.add("truncated", "half." + extension, () -> Arrays.copyOf(sound, sound.length / 2));
        }
        files.add("truncated", "last-byte.docx", () -> Arrays.copyOf(docx, docx.length - 1));
    }

    private static HostileZip withPictures(HostileZip zip, int count) {
        byte[] picture = SoundFiles.png(1, 1);
        for (int i = 0; i < count; i++) {
            zip.add(HostileEntry.stored("Pictures/image" + i + ".png", picture));
        }
        return zip;
    }
}
