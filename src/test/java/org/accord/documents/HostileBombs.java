package org.accord.documents;

import static org.accord.documents.HostileFile.bytes;
import static org.accord.documents.HostileFile.join;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Packages that inflate beyond measure, that overlap, or that hold other archives. */
final class HostileBombs {

    static final Map<String, String> MAIN_PARTS = mainParts();

    private static final String BOMB = "zip bomb";
    private static final String NESTED = "nested archive";
    private static final String PICTURE = "word/media/image1.png";
    private static final String ODF_PICTURE = "Pictures/image1.png";
    private static final String SHEET = "word/embeddings/Microsoft_Excel_Sheet1.xlsx";

    private HostileBombs() {}

    static List<HostileFile> all() {
        HostileList files = new HostileList();
        MAIN_PARTS.keySet().forEach(extension -> addFlat(files, extension));
        addOverlaps(files);
        addNested(files);
        addNestedBombs(files);
        addEmbedded(files);
        addHostileEmbedded(files);
        addMagic(files);
        return files.toList();
    }

    private static Map<String, String> mainParts() {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("docx", "word/document.xml");
        parts.put("xlsx", "xl/workbook.xml");
        parts.put("pptx", "ppt/presentation.xml");
        parts.put("odt", "content.xml");
        parts.put("ods", "content.xml");
        return parts;
    }

    private static void addFlat(HostileList files, String extension) {
        String part = MAIN_PARTS.get(extension);
        String picture = "Pictures/image";
        files.add(BOMB, "main-part." + extension, () -> with(extension, HostileEntry.bomb(part, 150)));
        files.add(BOMB, "one-picture." + extension, () -> with(extension, HostileEntry.bomb(picture + ".png", 150)));
        files.add(BOMB, "ratio." + extension, () -> with(extension, HostileEntry.bomb(picture + ".png", 20)));
        files.add(
                BOMB,
                "wrong-size." + extension,
                () -> with(extension, HostileEntry.bomb(picture + ".png", 150).withSize(1000)));
        files.add(BOMB, "many-pictures." + extension, () -> {
            HostileZip zip = HostileZip.of(extension);
            for (int i = 0; i < 15; i++) {
                zip.add(HostileEntry.bomb(picture + i + ".png", 10));
            }
            return zip.toBytes();
        });
    }

    private static void addOverlaps(HostileList files) {
        MAIN_PARTS.forEach(
                (extension, part) -> files.add("overlap", "shared-data." + extension, () -> HostileZip.of(extension)
                        .alias(ODF_PICTURE, part)
                        .toBytes()));
        files.add("overlap", "listed-twice.docx", () -> HostileZip.of("docx")
                .alias("word/document.xml", "word/document.xml")
                .toBytes());
        files.add("overlap", "shared-bomb.docx", () -> {
            HostileZip zip = HostileZip.of("docx").add(HostileEntry.bomb(PICTURE, 5));
            for (int i = 2; i < 60; i++) {
                zip.alias("word/media/image" + i + ".png", PICTURE);
            }
            return zip.toBytes();
        });
        files.add("overlap", "quoted-header.docx", () -> quoted(HostileZip.of("docx")));
        files.add("overlap", "quoted-header.ods", () -> quoted(HostileZip.of("ods")));
        files.add("overlap", "entry-in-entry.docx", HostileBombs::entryInEntry);
    }

    private static byte[] entryInEntry() {
        HostileEntry inner = HostileEntry.stored("word/media/image2.png", SoundFiles.png(2, 2));
        HostileEntry outer = HostileEntry.stored(PICTURE, join(HostileZip.local(inner), inner.data()));
        int shift = HostileZip.local(outer).length;
        return HostileZip.of("docx").add(outer).overlap(PICTURE, shift, inner).toBytes();
    }

    /** Two entries that share their compressed data: the first quotes the header of the second. */
    private static byte[] quoted(HostileZip zip) {
        HostileEntry kernel = HostileEntry.deflated("Pictures/image2.png", HostileEntry.blanks());
        byte[] header = HostileZip.local(kernel);
        byte[] quote = {0, (byte) header.length, 0, (byte) ~header.length, (byte) 0xff};
        byte[] content = join(header, HostileEntry.blanks());
        String name = ODF_PICTURE;
        HostileEntry first = HostileEntry.deflated(name, content).withData(join(quote, header, kernel.data()));
        return zip.add(first)
                .overlap(name, HostileZip.local(first).length + quote.length, kernel)
                .toBytes();
    }

    private static void addNested(HostileList files) {
        Supplier<byte[]> archive = HostileSamples::plainZip;
        files.add(NESTED, "zip-in-media.docx", () -> docx("word/media/archive.zip", archive.get()));
        files.add(NESTED, "zip-as-picture.docx", () -> docx(PICTURE, archive.get()));
        files.add(
                NESTED, "zip-stored-as-picture.docx", () -> with("docx", HostileEntry.stored(PICTURE, archive.get())));
        files.add(NESTED, "zip-in-embeddings.docx", () -> docx("word/embeddings/archive.zip", archive.get()));
        files.add(NESTED, "zip-as-sheet.docx", () -> docx(SHEET, archive.get()));
        files.add(NESTED, "docx-in-media.docx", () -> docx("word/media/image1.jpeg", SoundFiles.docx("Inner")));
        files.add(NESTED, "jar-as-picture.docx", () -> docx(PICTURE, HostileSamples.jar()));
        files.add(NESTED, "zip-as-xml.docx", () -> docx("customXml/item1.xml", archive.get()));
        for (String extension : List.of("xlsx", "pptx", "odt", "ods")) {
            files.add(
                    NESTED,
                    "zip-as-picture." + extension,
                    () -> with(extension, HostileEntry.deflated(ODF_PICTURE, archive.get())));
        }
    }

    private static void addNestedBombs(HostileList files) {
        files.add(BOMB, "bomb-in-zip.docx", () -> docx("word/media/archive.zip", bombs(1, 150)));
        files.add(BOMB, "bombs-in-zip-in-zip.docx", () -> docx("word/media/archive.zip", zipOf(bombs(15, 10))));
        files.add(BOMB, "bomb-as-picture.odt", () -> with("odt", HostileEntry.deflated(ODF_PICTURE, bombs(1, 150))));
    }

    private static void addEmbedded(HostileList files) {
        files.add(NESTED, "zip-in-sheet.docx", () -> sheetWith("xl/media/archive.zip", HostileSamples.plainZip()));
        files.add(
                NESTED,
                "zip-as-picture-in-sheet.docx",
                () -> sheetWith("xl/media/image1.png", HostileSamples.plainZip()));
        files.add(
                NESTED,
                "gzip-as-picture-in-sheet.docx",
                () -> sheetWith("xl/media/image1.png", HostileSamples.gzip(bytes("inner"))));
        files.add(
                NESTED,
                "docx-in-sheet.docx",
                () -> sheetWith("xl/embeddings/Microsoft_Word_Document1.docx", SoundFiles.docx("Inner")));
        files.add(
                NESTED,
                "sheet-in-docx-in-sheet.docx",
                () -> sheetWith("xl/embeddings/Microsoft_Word_Document1.docx", docx(SHEET, SoundFiles.xlsx("1"))));
        files.add(
                BOMB,
                "bomb-in-sheet.docx",
                () -> docx(SHEET, with("xlsx", HostileEntry.bomb("xl/worksheets/sheet1.xml", 150))));
        files.add(BOMB, "bombs-in-sheets.docx", () -> {
            HostileZip zip = HostileZip.of("docx");
            for (int i = 1; i <= 12; i++) {
                String name = "word/embeddings/Microsoft_Excel_Sheet" + i + ".xlsx";
                zip.put(name, with("xlsx", HostileEntry.bomb("xl/worksheets/sheet1.xml", 10)));
            }
            return zip.toBytes();
        });
    }

    private static void addHostileEmbedded(HostileList files) {
        files.add("macro", "macro-in-sheet.docx", () -> sheetWith("xl/vbaProject.bin", HostileSamples.ole2("VBA")));
        files.add("xxe", "dtd-in-sheet.docx", () -> {
            String workbook = HostileZip.of("xlsx").text("xl/workbook.xml");
            return sheetWith("xl/workbook.xml", bytes(HostileXml.withDtd(workbook, HostileXml.LAUGHS)));
        });
        files.add("renamed", "exe-as-sheet.docx", () -> docx(SHEET, HostileSamples.exe()));
        files.add("renamed", "exe-as-picture.docx", () -> docx(PICTURE, HostileSamples.exe()));
        files.add("renamed", "elf-as-picture.docx", () -> docx(PICTURE, HostileSamples.elf()));
    }

    private static void addMagic(HostileList files) {
        HostileSamples.archives().forEach((type, content) -> {
            files.add(NESTED, type + "-as-picture.docx", () -> docx(PICTURE, content.get()));
            files.add(NESTED, type + "-in-media.docx", () -> docx("word/media/archive." + type, content.get()));
            files.add(
                    NESTED,
                    type + "-as-picture.odt",
                    () -> with("odt", HostileEntry.deflated(ODF_PICTURE, content.get())));
        });
    }

    private static byte[] sheetWith(String name, byte[] content) {
        return docx(SHEET, HostileZip.of("xlsx").put(name, content).toBytes());
    }

    private static byte[] docx(String name, byte[] content) {
        return HostileZip.of("docx").put(name, content).toBytes();
    }

    private static byte[] with(String extension, HostileEntry entry) {
        return HostileZip.of(extension).put(entry).toBytes();
    }

    private static byte[] bombs(int count, int megabytes) {
        HostileZip zip = new HostileZip();
        for (int i = 0; i < count; i++) {
            zip.add(HostileEntry.bomb("bomb" + i + ".txt", megabytes));
        }
        return zip.toBytes();
    }

    private static byte[] zipOf(byte[] inner) {
        return new HostileZip().put("inner.zip", inner).toBytes();
    }
}
