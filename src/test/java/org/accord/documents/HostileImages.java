package org.accord.documents;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.accord.documents.HostileFile.join;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/** Images that declare what they do not hold, or that are damaged. */
final class HostileImages {

    private static final String FLOOD = "pixel flood";
    private static final String IMAGE = "damaged image";
    private static final int SIGNATURE = 8;
    private static final int HEADER_END = 33;
    private static final int PNG_END = 12;

    private HostileImages() {}

    static List<HostileFile> all() {
        HostileList files = new HostileList();
        addSizes(files);
        addPngFloods(files);
        addDamagedPngs(files);
        addDamagedJpegs(files);
        addTruncated(files);
        return files.toList();
    }

    private static void addSizes(HostileList files) {
        int[][] sizes = {{60_000, 60_000}, {30_000, 30_000}, {65_500, 65_500}, {0, 0}, {0, 30}, {40, 0}};
        for (int[] size : sizes) {
            String kind = Math.min(size[0], size[1]) == 0 ? IMAGE : FLOOD;
            String name = "declared-" + size[0] + "-" + size[1];
            files.add(kind, name + ".png", () -> pngDeclaring(size[0], size[1]));
            files.add(kind, name + ".jpg", () -> jpegDeclaring(size[0], size[1]));
        }
        files.add(FLOOD, "declared-largest.png", () -> pngDeclaring(Integer.MAX_VALUE, Integer.MAX_VALUE));
        files.add(FLOOD, "declared-wide.png", () -> pngDeclaring(Integer.MAX_VALUE, 1));
        files.add(IMAGE, "declared-negative.png", () -> pngDeclaring(-1, -1));
        files.add(FLOOD, "declared-60000-60000.jpeg", () -> jpegDeclaring(60_000, 60_000));
    }

    private static void addPngFloods(HostileList files) {
        files.add(FLOOD, "large-data.png", () -> {
            byte[] data = HostileEntry.zlibBlanks(500);
            byte[] sound = pngDeclaring(20_000, 8_738);
            return join(Arrays.copyOf(sound, HEADER_END), chunk("IDAT", data), end());
        });
        files.add(FLOOD, "too-much-data.png", () -> {
            byte[] data = HostileEntry.zlibBlanks(150);
            return join(Arrays.copyOf(png(), HEADER_END), chunk("IDAT", data), end());
        });
        files.add("zip bomb", "text-bomb.png", () -> withChunk("zTXt", bombAfter("Comment\0\0")));
        files.add("zip bomb", "profile-bomb.png", () -> withChunk("iCCP", bombAfter("profile\0\0")));
    }

    private static void addDamagedPngs(HostileList files) {
        files.add(IMAGE, "header-crc.png", () -> flipped(png(), HEADER_END - 1));
        files.add(IMAGE, "data-crc.png", () -> flipped(png(), png().length - PNG_END - 1));
        files.add(IMAGE, "end-crc.png", () -> flipped(png(), png().length - 1));
        files.add(IMAGE, "no-end.png", () -> Arrays.copyOf(png(), png().length - PNG_END));
        files.add(IMAGE, "no-data.png", () -> join(Arrays.copyOf(png(), HEADER_END), end()));
        files.add(
                IMAGE,
                "empty-data.png",
                () -> join(Arrays.copyOf(png(), HEADER_END), chunk("IDAT", new byte[0]), end()));
        files.add(IMAGE, "signature-only.png", () -> Arrays.copyOf(png(), SIGNATURE));
        files.add(IMAGE, "two-headers.png", () -> withChunk("IHDR", Arrays.copyOfRange(png(), 16, 29)));
        files.add(
                IMAGE,
                "huge-chunk.png",
                () -> join(
                        Arrays.copyOf(png(), HEADER_END),
                        ByteBuffer.allocate(8)
                                .putInt(0x7fffffff)
                                .put("IDAT".getBytes(ISO_8859_1))
                                .array()));
        files.add(
                IMAGE,
                "no-header.png",
                () -> join(Arrays.copyOf(png(), SIGNATURE), Arrays.copyOfRange(png(), HEADER_END, png().length)));
    }

    private static void addDamagedJpegs(HostileList files) {
        files.add(IMAGE, "no-end.jpg", () -> Arrays.copyOf(jpeg(), jpeg().length - 2));
        files.add(IMAGE, "start-only.jpg", () -> Arrays.copyOf(jpeg(), 2));
        files.add(IMAGE, "start-and-end.jpg", () -> new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xd9});
        files.add(
                IMAGE, "no-frame.jpg", () -> join(Arrays.copyOf(jpeg(), frame(jpeg())), new byte[] {-1, (byte) 0xd9}));
        files.add(IMAGE, "no-scan.jpg", () -> {
            byte[] jpeg = jpeg();
            int length = jpeg[frame(jpeg) + 3] + 2;
            return join(Arrays.copyOf(jpeg, frame(jpeg) + length), new byte[] {-1, (byte) 0xd9});
        });
    }

    private static void addTruncated(HostileList files) {
        for (int i = 1; i <= 8; i++) {
            int ninths = i;
            files.add("truncated", i + ".png", () -> Arrays.copyOf(png(), png().length * ninths / 9));
            files.add("truncated", i + ".jpg", () -> Arrays.copyOf(jpeg(), jpeg().length * ninths / 9));
        }
    }

    private static byte[] png() {
        return SoundFiles.png(40, 30);
    }

    private static byte[] jpeg() {
        return SoundFiles.jpeg(40, 30);
    }

    private static byte[] pngDeclaring(int width, int height) {
        byte[] header = Arrays.copyOfRange(png(), SIGNATURE + 8, HEADER_END - 4);
        ByteBuffer.wrap(header).putInt(width).putInt(height);
        byte[] rest = Arrays.copyOfRange(png(), HEADER_END, png().length);
        return join(Arrays.copyOf(png(), SIGNATURE), chunk("IHDR", header), rest);
    }

    private static byte[] jpegDeclaring(int width, int height) {
        byte[] jpeg = jpeg();
        ByteBuffer.wrap(jpeg).position(frame(jpeg) + 5).putShort((short) height).putShort((short) width);
        return jpeg;
    }

    private static int frame(byte[] jpeg) {
        return new String(jpeg, ISO_8859_1).indexOf("\u00ff\u00c0");
    }

    private static byte[] withChunk(String type, byte[] data) {
        byte[] rest = Arrays.copyOfRange(png(), HEADER_END, png().length);
        return join(Arrays.copyOf(png(), HEADER_END), chunk(type, data), rest);
    }

    private static byte[] chunk(String type, byte[] data) {
        byte[] content = join(type.getBytes(ISO_8859_1), data);
        return ByteBuffer.allocate(content.length + 8)
                .putInt(data.length)
                .put(content)
                .putInt((int) HostileEntry.crc(content))
                .array();
    }

    private static byte[] end() {
        return chunk("IEND", new byte[0]);
    }

    private static byte[] bombAfter(String keyword) {
        return join(keyword.getBytes(ISO_8859_1), HostileEntry.zlibBlanks(150));
    }

    private static byte[] flipped(byte[] image, int position) {
        image[position] ^= 1;
        return image;
    }
}
