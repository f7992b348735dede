package org.accord.documents;

import static org.accord.documents.HostileFile.bytes;
import static org.accord.documents.SoundFiles.OOXML;
import static org.accord.documents.SoundFiles.RELATIONSHIP;

import java.util.List;

/** Office documents with active or remote content, or that are not what they must be. */
final class HostilePackages {

    private static final String MACRO = "macro";
    private static final String ACTIVE = "active object";
    private static final String REMOTE = "remote content";
    private static final String PACKAGE = "package";
    private static final String EXTERNAL = " TargetMode=\"External\"";
    private static final String MANIFEST = "META-INF/manifest.xml";
    private static final String TYPES = "[Content_Types].xml";
    private static final String MICROSOFT = "application/vnd.ms-";

    private HostilePackages() {}

    static List<HostileFile> all() {
        HostileList files = new HostileList();
        addMacros(files);
        addMoreMacros(files);
        addMacroTypes(files);
        addObjects(files);
        addMoreObjects(files);
        addTypes(files);
        addRemote(files);
        addDisguisedRemote(files);
        addOdfScripts(files);
        addOdfContent(files);
        addOdfTypes(files);
        return files.toList();
    }

    private static void addMacros(HostileList files) {
        byte[] project = HostileSamples.ole2("VBA");
        List<String> paths = List.of(
                "word/vbaProject.bin",
                "vbaProject.bin",
                "word/media/vbaProject.bin",
                "word/VBAPROJECT.BIN",
                "customXml/vbaProject.bin",
                "word/vbaData.xml",
                "word/vbaProjectSignature.bin");
        for (int i = 0; i < paths.size(); i++) {
            String path = paths.get(i);
            files.addZip(MACRO, "project-" + i + ".docx", zip -> withBinary(zip, path, project));
        }
    }

    private static void addMoreMacros(HostileList files) {
        byte[] project = HostileSamples.ole2("VBA");
        files.addZip(MACRO, "project.xlsx", zip -> withBinary(zip, "xl/vbaProject.bin", project));
        files.addZip(MACRO, "project.pptx", zip -> withBinary(zip, "ppt/vbaProject.bin", project));
        files.addZip(MACRO, "project.odt", zip -> zip.put("word/vbaProject.bin", project));
        files.addZip(MACRO, "project-by-relationship.docx", zip -> {
            String type = "http://schemas.microsoft.com/office/2006/relationships/vbaProject";
            withBinary(zip, "word/settings.bin", project);
            return withRelationship(zip, "word/document.xml", type, "settings.bin", "");
        });
        files.addZip(MACRO, "project-by-type.docx", zip -> {
            String part = "word/extra.dat";
            return withType(zip.put(part, project), part, MICROSOFT + "office.vbaProject");
        });
        files.addZip(MACRO, "macro-sheet.xlsx", zip -> {
            String part = "xl/macrosheets/sheet1.xml";
            return withType(zip.put(part, "<macrosheet/>"), part, MICROSOFT + "excel.macrosheet+xml");
        });
    }

    private static void addMacroTypes(HostileList files) {
        addMainType(files, MACRO, "docx", MICROSOFT + "word.document.macroEnabled.main+xml");
        addMainType(files, MACRO, "docx", MICROSOFT + "word.template.macroEnabledTemplate.main+xml");
        addMainType(files, MACRO, "xlsx", MICROSOFT + "excel.sheet.macroEnabled.main+xml");
        addMainType(files, MACRO, "xlsx", MICROSOFT + "excel.template.macroEnabled.main+xml");
        addMainType(files, MACRO, "xlsx", MICROSOFT + "excel.addin.macroEnabled.main+xml");
        addMainType(files, MACRO, "xlsx", MICROSOFT + "excel.sheet.binary.macroEnabled.main");
        addMainType(files, MACRO, "pptx", MICROSOFT + "powerpoint.presentation.macroEnabled.main+xml");
        addMainType(files, MACRO, "pptx", MICROSOFT + "powerpoint.slideshow.macroEnabled.main+xml");
        addMainType(files, MACRO, "docx", "APPLICATION/VND.MS-WORD.DOCUMENT.MACROENABLED.MAIN+XML");
        addMainType(files, "template", "docx", OOXML + "wordprocessingml.template.main+xml");
        addMainType(files, "template", "xlsx", OOXML + "spreadsheetml.template.main+xml");
        addMainType(files, "template", "pptx", OOXML + "presentationml.template.main+xml");
        addMainType(files, "template", "pptx", OOXML + "presentationml.slideshow.main+xml");
    }

    private static void addObjects(HostileList files) {
        byte[] object = HostileSamples.ole2("\u0001Ole10Native");
        for (String extension : List.of("docx", "xlsx", "pptx")) {
            String part = HostileBombs.MAIN_PARTS.get(extension);
            String folder = part.substring(0, part.indexOf('/'));
            String objectPath = folder + "/embeddings/oleObject1.bin";
            String control = folder + "/activeX/activeX1.xml";
            String controlData = folder + "/activeX/activeX1.bin";
            String controlType = MICROSOFT + "office.activeX+xml";
            files.addZip(ACTIVE, "ole-object." + extension, zip -> withBinary(zip, objectPath, object));
            files.addZip(
                    ACTIVE, "activex." + extension, zip -> withType(zip.put(control, "<ocx/>"), control, controlType));
            files.addZip(ACTIVE, "activex-binary." + extension, zip -> withBinary(zip, controlData, object));
        }
    }

    private static void addMoreObjects(HostileList files) {
        byte[] object = HostileSamples.ole2("\u0001Ole10Native");
        String document = "word/embeddings/Microsoft_Word_Document1.doc";
        String sheet = "word/embeddings/Microsoft_Excel_Sheet1.xlsm";
        files.addZip(ACTIVE, "ole-object-in-media.docx", zip -> zip.put("word/media/image1.png", object));
        files.addZip(ACTIVE, "ole-document.docx", zip -> zip.put(document, HostileSamples.ole2("WordDocument")));
        files.addZip(ACTIVE, "macro-sheet-embedded.docx", zip -> zip.put(sheet, SoundFiles.xlsx("1")));
    }

    private static void addTypes(HostileList files) {
        for (String extension : List.of("docx", "xlsx", "pptx")) {
            files.addZip(PACKAGE, "no-content-types." + extension, zip -> zip.remove(TYPES));
            files.addZip(
                    PACKAGE, "no-main-part." + extension, zip -> zip.remove(HostileBombs.MAIN_PARTS.get(extension)));
            files.addZip(PACKAGE, "no-relationships." + extension, zip -> zip.remove("_rels/.rels"));
            files.addZip(PACKAGE, "broken-content-types." + extension, zip -> zip.put(TYPES, "<Types"));
            files.addZip(PACKAGE, "untyped-main-part." + extension, zip -> zip.put(TYPES, SoundFiles.contentTypes()));
        }
    }

    private static void addRemote(HostileList files) {
        List<String> targets = List.of("http://127.0.0.1:9/a.dotm", "file://///127.0.0.1/share/a.dotm");
        for (int i = 0; i < targets.size(); i++) {
            String target = targets.get(i);
            addRemote(files, "template-" + i + ".docx", "word/settings.xml", "attachedTemplate", target);
            addRemote(files, "ole-object-" + i + ".docx", "word/document.xml", "oleObject", target);
            addRemote(files, "frame-" + i + ".docx", "word/document.xml", "frame", target);
            addRemote(files, "sub-document-" + i + ".docx", "word/document.xml", "subDocument", target);
            addRemote(files, "ole-object-" + i + ".xlsx", "xl/worksheets/sheet1.xml", "oleObject", target);
            addRemote(files, "ole-object-" + i + ".pptx", "ppt/slides/slide1.xml", "oleObject", target);
        }
    }

    private static void addDisguisedRemote(HostileList files) {
        String target = "http://127.0.0.1:9/a.dotm";
        String type = RELATIONSHIP + "attachedTemplate";
        String strict = "http://purl.oclc.org/ooxml/officeDocument/relationships/attachedTemplate";
        String escaped = " TargetMode=\"&#69;xternal\"";
        String quoted = "\n TargetMode = 'External'";
        String part = "word/settings.xml";
        files.addZip(REMOTE, "template-escaped.docx", zip -> withRelationship(zip, part, type, target, escaped));
        files.addZip(REMOTE, "template-quoted.docx", zip -> withRelationship(zip, part, type, target, quoted));
        files.addZip(REMOTE, "template-strict.docx", zip -> withRelationship(zip, part, strict, target, EXTERNAL));
    }

    private static void addOdfScripts(HostileList files) {
        List<String> paths = List.of(
                "Basic/Standard/Module1.xml",
                "Basic/script-lc.xml",
                "Scripts/python/annexe.py",
                "Scripts/beanshell/Library/annexe.bsh",
                "basic/Standard/Module1.xml",
                "Dialogs/Standard/Dialog1.xml");
        for (String extension : List.of("odt", "ods")) {
            for (int i = 0; i < paths.size(); i++) {
                String path = paths.get(i);
                files.addZip(MACRO, "script-" + i + "." + extension, zip -> zip.put(path, "<module/>"));
            }
        }
    }

    private static void addOdfContent(HostileList files) {
        byte[] object = HostileSamples.ole2("\u0001Ole10Native");
        for (String extension : List.of("odt", "ods")) {
            files.addZip(MACRO, "script-in-content." + extension, zip -> {
                String content = zip.text("content.xml");
                return zip.put("content.xml", content.replace("<office:body>", script() + "<office:body>"));
            });
            files.addZip(ACTIVE, "ole-object." + extension, zip -> zip.put("Object 1", object));
            files.addZip("encrypted", "content." + extension, zip -> zip.put(MANIFEST, encrypted(zip.text(MANIFEST))));
        }
    }

    private static String script() {
        return "<office:scripts><office:event-listeners><script:event-listener"
                + " xmlns:script=\"urn:oasis:names:tc:opendocument:xmlns:script:1.0\""
                + " xmlns:xlink=\"http://www.w3.org/1999/xlink\" script:language=\"ooo:script\""
                + " script:event-name=\"dom:load\" xlink:type=\"simple\""
                + " xlink:href=\"vnd.sun.star.script:annexe.py$run?language=Python&amp;location=document\"/>"
                + "</office:event-listeners></office:scripts>";
    }

    private static String encrypted(String manifest) {
        String data = "<manifest:encryption-data manifest:checksum-type=\"SHA1/1K\" manifest:checksum=\"AAAA\"/>";
        String plain = "manifest:full-path=\"content.xml\" manifest:media-type=\"text/xml\"";
        return manifest.replace(plain + "/>", plain + ">" + data + "</manifest:file-entry>");
    }

    private static void addOdfTypes(HostileList files) {
        String odf = "application/vnd.oasis.opendocument.";
        List<String> types =
                List.of(odf + "graphics", odf + "text-template", odf + "base", "application/epub+zip", "text/html", "");
        for (String extension : List.of("odt", "ods")) {
            for (int i = 0; i < types.size(); i++) {
                HostileEntry mimetype = HostileEntry.stored("mimetype", bytes(types.get(i)));
                files.addZip(PACKAGE, "mimetype-" + i + "." + extension, zip -> zip.put(mimetype));
            }
            files.addZip(PACKAGE, "no-mimetype." + extension, zip -> zip.remove("mimetype"));
            files.addZip(PACKAGE, "no-content." + extension, zip -> zip.remove("content.xml"));
            files.addZip(PACKAGE, "late-mimetype." + extension, zip -> zip.remove("mimetype")
                    .add(HostileEntry.stored("mimetype", bytes(zip.text("mimetype")))));
            files.addZip(PACKAGE, "deflated-mimetype." + extension, zip -> zip.put("mimetype", zip.text("mimetype")));
        }
    }

    private static void addMainType(HostileList files, String kind, String extension, String type) {
        String part = HostileBombs.MAIN_PARTS.get(extension);
        String name = "type-" + type.replaceAll("[^A-Za-z]+", "-") + "." + extension;
        files.addZip(kind, name, zip -> {
            String sound = "(PartName=\"/" + part + "\" ContentType=\")[^\"]*";
            return zip.put(TYPES, zip.text(TYPES).replaceFirst(sound, "$1" + type));
        });
    }

    private static void addRemote(HostileList files, String name, String part, String type, String target) {
        String extension = name.substring(name.lastIndexOf('.') + 1);
        files.addZip(REMOTE, name, zip -> withRelationship(zip, part, RELATIONSHIP + type, target, EXTERNAL));
    }

    private static HostileZip withBinary(HostileZip zip, String path, byte[] content) {
        String type = "<Default Extension=\"bin\" ContentType=\"application/octet-stream\"/></Types>";
        return zip.put(path, content).put(TYPES, zip.text(TYPES).replace("</Types>", type));
    }

    private static HostileZip withType(HostileZip zip, String part, String type) {
        String override = "<Override PartName=\"/" + part + "\" ContentType=\"" + type + "\"/></Types>";
        return zip.put(TYPES, zip.text(TYPES).replace("</Types>", override));
    }

    private static HostileZip withRelationship(HostileZip zip, String part, String type, String target, String mode) {
        int folder = part.lastIndexOf('/') + 1;
        String path = part.substring(0, folder) + "_rels/" + part.substring(folder) + ".rels";
        String sound = zip.text(path) == null ? SoundFiles.relationships() : zip.text(path);
        String relationship = "<Relationship Id=\"rId9\" Type=\"" + type + "\" Target=\"" + target + "\"" + mode + "/>";
        return zip.put(path, sound.replace("</Relationships>", relationship + "</Relationships>"));
    }
}
