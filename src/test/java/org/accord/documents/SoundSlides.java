package org.accord.documents;

import static org.accord.documents.SoundFiles.OOXML;
import static org.accord.documents.SoundFiles.RELATIONSHIP;
import static org.accord.documents.SoundFiles.XML;
import static org.accord.documents.SoundFiles.contentTypes;
import static org.accord.documents.SoundFiles.put;
import static org.accord.documents.SoundFiles.relationships;

import java.util.LinkedHashMap;
import java.util.Map;

/** The parts of a presentation with one slide. */
final class SoundSlides {

    private static final String DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/";
    private static final String NAMESPACES = " xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\""
            + " xmlns:a=\"" + DRAWING + "main\" xmlns:r=\"" + SoundFiles.namespace(RELATIONSHIP) + "\"";
    private static final String GROUP =
            "<p:nvGrpSpPr><p:cNvPr id=\"1\" name=\"\"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>" + "<p:grpSpPr/>";
    private static final String COLOR_MAP =
            "<p:clrMap bg1=\"lt1\" tx1=\"dk1\" bg2=\"lt2\" tx2=\"dk2\" accent1=\"accent1\" accent2=\"accent2\""
                    + " accent3=\"accent3\" accent4=\"accent4\" accent5=\"accent5\" accent6=\"accent6\" hlink=\"hlink\""
                    + " folHlink=\"folHlink\"/>";

    private SoundSlides() {}

    static Map<String, byte[]> parts(String title) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        put(parts, "[Content_Types].xml", contentTypes(types()));
        put(parts, "_rels/.rels", relationships("officeDocument", "ppt/presentation.xml"));
        put(parts, "ppt/presentation.xml", presentation());
        put(
                parts,
                "ppt/_rels/presentation.xml.rels",
                relationships("slideMaster", "slideMasters/slideMaster1.xml", "slide", "slides/slide1.xml"));
        put(parts, "ppt/slideMasters/slideMaster1.xml", master());
        put(
                parts,
                "ppt/slideMasters/_rels/slideMaster1.xml.rels",
                relationships("slideLayout", "../slideLayouts/slideLayout1.xml", "theme", "../theme/theme1.xml"));
        put(parts, "ppt/slideLayouts/slideLayout1.xml", layout());
        put(
                parts,
                "ppt/slideLayouts/_rels/slideLayout1.xml.rels",
                relationships("slideMaster", "../slideMasters/slideMaster1.xml"));
        put(parts, "ppt/slides/slide1.xml", slide(titleShape(title)));
        put(
                parts,
                "ppt/slides/_rels/slide1.xml.rels",
                relationships("slideLayout", "../slideLayouts/slideLayout1.xml"));
        put(parts, "ppt/theme/theme1.xml", theme());
        return parts;
    }

    static Map<String, byte[]> partsWithChart() {
        Map<String, byte[]> parts = parts("Chart");
        String chartType = "<Override PartName=\"/ppt/charts/chart1.xml\" ContentType=\"" + OOXML
                + "drawingml.chart+xml\"/></Types>";
        put(parts, "[Content_Types].xml", contentTypes(types()).replace("</Types>", chartType));
        put(parts, "ppt/slides/slide1.xml", slide(titleShape("Chart") + chartFrame()));
        put(
                parts,
                "ppt/slides/_rels/slide1.xml.rels",
                relationships("slideLayout", "../slideLayouts/slideLayout1.xml", "chart", "../charts/chart1.xml"));
        put(parts, "ppt/charts/chart1.xml", chart());
        put(
                parts,
                "ppt/charts/_rels/chart1.xml.rels",
                relationships("package", "../embeddings/Microsoft_Excel_Sheet1.xlsx"));
        parts.put("ppt/embeddings/Microsoft_Excel_Sheet1.xlsx", SoundFiles.xlsx("42"));
        return parts;
    }

    private static String[] types() {
        String slides = OOXML + "presentationml.";
        return new String[] {
            "/ppt/presentation.xml", slides + "presentation.main+xml",
            "/ppt/slideMasters/slideMaster1.xml", slides + "slideMaster+xml",
            "/ppt/slideLayouts/slideLayout1.xml", slides + "slideLayout+xml",
            "/ppt/slides/slide1.xml", slides + "slide+xml",
            "/ppt/theme/theme1.xml", OOXML + "theme+xml"
        };
    }

    private static String presentation() {
        return XML + "<p:presentation" + NAMESPACES
                + "><p:sldMasterIdLst><p:sldMasterId id=\"2147483648\" r:id=\"rId1\"/>"
                + "</p:sldMasterIdLst><p:sldIdLst><p:sldId id=\"256\" r:id=\"rId2\"/></p:sldIdLst>"
                + "<p:sldSz cx=\"9144000\" cy=\"6858000\"/><p:notesSz cx=\"6858000\" cy=\"9144000\"/></p:presentation>";
    }

    private static String master() {
        return XML + "<p:sldMaster" + NAMESPACES + "><p:cSld><p:spTree>" + GROUP + "</p:spTree></p:cSld>" + COLOR_MAP
                + "<p:sldLayoutIdLst><p:sldLayoutId id=\"2147483649\" r:id=\"rId1\"/></p:sldLayoutIdLst></p:sldMaster>";
    }

    private static String layout() {
        return XML + "<p:sldLayout" + NAMESPACES + " type=\"titleOnly\"><p:cSld name=\"Title\"><p:spTree>" + GROUP
                + "</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>";
    }

    private static String slide(String shapes) {
        return XML + "<p:sld" + NAMESPACES + "><p:cSld><p:spTree>" + GROUP + shapes
                + "</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>";
    }

    private static String titleShape(String title) {
        return "<p:sp><p:nvSpPr><p:cNvPr id=\"2\" name=\"Title\"/><p:cNvSpPr/><p:nvPr><p:ph type=\"title\"/></p:nvPr>"
                + "</p:nvSpPr><p:spPr><a:xfrm><a:off x=\"457200\" y=\"274638\"/><a:ext cx=\"8229600\" cy=\"1143000\"/>"
                + "</a:xfrm></p:spPr><p:txBody><a:bodyPr/><a:p><a:r><a:t>" + SoundFiles.escape(title)
                + "</a:t></a:r></a:p></p:txBody></p:sp>";
    }

    private static String chartFrame() {
        return "<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id=\"3\""
                + " name=\"Chart\"/><p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr><p:xfrm><a:off x=\"457200\""
                + " y=\"1600200\"/><a:ext cx=\"8229600\""
                + " cy=\"4525963\"/></p:xfrm><a:graphic><a:graphicData"
                + " uri=\"" + DRAWING + "chart\"><c:chart xmlns:c=\"" + DRAWING
                + "chart\" r:id=\"rId2\"/></a:graphicData></a:graphic></p:graphicFrame>";
    }

    private static String chart() {
        return XML + "<c:chartSpace xmlns:c=\"" + DRAWING + "chart\" xmlns:r=\"" + SoundFiles.namespace(RELATIONSHIP)
                + "\"><c:chart><c:plotArea><c:layout/><c:pieChart><c:varyColors val=\"1\"/><c:ser><c:idx val=\"0\"/>"
                + "<c:order val=\"0\"/><c:val><c:numRef><c:f>Sheet1!$A$1</c:f><c:numCache><c:ptCount val=\"1\"/>"
                + "<c:pt idx=\"0\"><c:v>42</c:v></c:pt></c:numCache></c:numRef></c:val></c:ser></c:pieChart>"
                + "</c:plotArea></c:chart><c:externalData r:id=\"rId1\"><c:autoUpdate val=\"0\"/></c:externalData>"
                + "</c:chartSpace>";
    }

    private static String theme() {
        String fill = "<a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill>";
        String effect = "<a:effectStyle><a:effectLst/></a:effectStyle>";
        String fonts = "<a:latin typeface=\"Arial\"/><a:ea typeface=\"\"/><a:cs typeface=\"\"/>";
        return XML + "<a:theme xmlns:a=\"" + DRAWING + "main\" name=\"Plain\"><a:themeElements>"
                + "<a:clrScheme name=\"Plain\">" + colors() + "</a:clrScheme>"
                + "<a:fontScheme name=\"Plain\"><a:majorFont>" + fonts + "</a:majorFont><a:minorFont>" + fonts
                + "</a:minorFont></a:fontScheme><a:fmtScheme name=\"Plain\"><a:fillStyleLst>" + fill.repeat(3)
                + "</a:fillStyleLst><a:lnStyleLst>" + ("<a:ln w=\"9525\">" + fill + "</a:ln>").repeat(3)
                + "</a:lnStyleLst><a:effectStyleLst>" + effect.repeat(3) + "</a:effectStyleLst><a:bgFillStyleLst>"
                + fill.repeat(3) + "</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>";
    }

    private static String colors() {
        StringBuilder colors = new StringBuilder();
        String[] slots = {
            "dk1",
            "lt1",
            "dk2",
            "lt2",
            "accent1",
            "accent2",
            "accent3",
            "accent4",
            "accent5",
            "accent6",
            "hlink",
            "folHlink"
        };
        for (String slot : slots) {
            String value = slot.startsWith("lt") ? "FFFFFF" : "1F497D";
            colors.append("<a:").append(slot).append("><a:srgbClr val=\"").append(value);
            colors.append("\"/></a:").append(slot).append('>');
        }
        return colors.toString();
    }
}
