package org.accord.documents;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/** An upload that must be refused; the content is made anew on each call. */
record HostileFile(String kind, String name, Supplier<byte[]> content) {

    static final List<String> EXTENSIONS = List.of("pdf", "docx", "xlsx", "pptx", "odt", "ods", "png", "jpg", "jpeg");

    private static final int SHOWN_LENGTH = 60;

    static byte[] sound(String extension) {
        return switch (extension) {
            case "pdf" -> SoundFiles.pdf("Annexe");
            case "docx" -> SoundFiles.docx("Annexe");
            case "xlsx" -> SoundFiles.xlsx("Annexe");
            case "pptx" -> SoundFiles.pptx("Annexe");
            case "odt" -> SoundFiles.odt("Annexe");
            case "ods" -> SoundFiles.ods("Annexe");
            case "png" -> SoundFiles.png(40, 30);
            default -> SoundFiles.jpeg(40, 30);
        };
    }

    static byte[] join(byte[]... parts) {
        byte[] joined =
                new byte[Arrays.stream(parts).mapToInt(part -> part.length).sum()];
        int position = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, joined, position, part.length);
            position += part.length;
        }
        return joined;
    }

    static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    @Override
    public String toString() {
        String shown = name.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]", "?");
        return kind + " " + (shown.length() > SHOWN_LENGTH ? shown.substring(0, SHOWN_LENGTH) + "..." : shown);
    }
}
