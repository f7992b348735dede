package org.accord.documents;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** A PNG picture, chunk by chunk: each whole, nothing after the end, and no more unpacked than its size asks for. */
final class PngInspector {

    private static final long MOST_PIXELS = 25_000_000;
    private static final int SIGNATURE = 8;
    private static final int LONGEST_CHUNK = 11 * 1024 * 1024;
    private static final long LARGEST_TEXT = 4L * 1024 * 1024;
    private static final int BUFFER = 16 * 1024;
    private static final Map<Integer, Integer> CHANNELS = Map.of(0, 1, 2, 3, 3, 1, 4, 2, 6, 4);
    private static final Set<String> PACKED_TEXTS = Set.of("zTXt", "iCCP");

    private final ByteBuffer bytes;
    private final Inflater picture = new Inflater();
    private final byte[] buffer = new byte[BUFFER];
    private long expected;
    private long unpacked;

    private PngInspector(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    static void inspect(ByteBuffer bytes) throws Harmful {
        PngInspector inspector = new PngInspector(bytes);
        try {
            inspector.read();
        } catch (BufferUnderflowException
                | IllegalArgumentException
                | IndexOutOfBoundsException
                | DataFormatException e) {
            throw new Harmful("fileDamaged");
        } finally {
            inspector.picture.end();
        }
    }

    private void read() throws Harmful, DataFormatException {
        bytes.position(SIGNATURE);
        String type = chunk();
        if (!type.equals("IHDR")) {
            throw new Harmful("fileDamaged");
        }
        while (!type.equals("IEND")) {
            type = chunk();
        }
        if (unpacked == 0) {
            throw new Harmful("fileDamaged");
        }
        requireEnd(bytes);
    }

    private String chunk() throws Harmful, DataFormatException {
        int length = bytes.getInt();
        if (length < 0 || length > LONGEST_CHUNK || length > bytes.remaining() - 2 * Integer.BYTES) {
            throw new Harmful("fileDamaged");
        }
        CRC32 sum = new CRC32();
        sum.update(bytes.slice(bytes.position(), Integer.BYTES + length));
        byte[] name = new byte[Integer.BYTES];
        bytes.get(name);
        String type = new String(name, StandardCharsets.ISO_8859_1);
        ByteBuffer content = bytes.slice(bytes.position(), length);
        bytes.position(bytes.position() + length);
        if (bytes.getInt() != (int) sum.getValue()) {
            throw new Harmful("fileDamaged");
        }
        look(type, content);
        return type;
    }

    private void look(String type, ByteBuffer content) throws Harmful, DataFormatException {
        if (type.equals("IHDR")) {
            header(content);
        } else if (type.equals("IDAT")) {
            unpacked += inflate(picture, content, expected - unpacked);
        } else if (PACKED_TEXTS.contains(type)) {
            packedText(content);
        } else if (type.equals("iTXt")) {
            requireShort(content);
        }
    }

    private void header(ByteBuffer content) throws Harmful {
        if (expected != 0) {
            throw new Harmful("fileDamaged");
        }
        int width = content.getInt();
        int height = content.getInt();
        requirePixels(width, height);
        int depth = content.get();
        Integer channels = CHANNELS.get((int) content.get());
        if (channels == null || depth < 1 || depth > Short.SIZE) {
            throw new Harmful("fileDamaged");
        }
        long row = ((long) width * channels * depth + Byte.SIZE - 1) / Byte.SIZE + 1;
        expected = row * height + Byte.SIZE * ((long) height + width) + BUFFER;
    }

    /** What its keyword, a zero and the method are followed by. */
    private void packedText(ByteBuffer content) throws Harmful, DataFormatException {
        while (content.get() != 0) {
            continue;
        }
        content.get();
        Inflater text = new Inflater();
        try {
            inflate(text, content, LARGEST_TEXT);
        } finally {
            text.end();
        }
    }

    /** So short that it cannot unpack to much, at the highest ratio there is. */
    private static void requireShort(ByteBuffer content) throws Harmful {
        if (content.remaining() > LARGEST_TEXT / 1024) {
            throw new Harmful("fileUnpacksTooLarge");
        }
    }

    private long inflate(Inflater inflater, ByteBuffer packed, long most) throws Harmful, DataFormatException {
        long total = 0;
        inflater.setInput(packed);
        for (int count = inflater.inflate(buffer); count > 0; count = inflater.inflate(buffer)) {
            total += count;
            if (total > most) {
                throw new Harmful("fileUnpacksTooLarge");
            }
        }
        return total;
    }

    static void requirePixels(long width, long height) throws Harmful {
        if (width <= 0 || height <= 0) {
            throw new Harmful("fileDamaged");
        }
        if (width * height > MOST_PIXELS) {
            throw new Harmful("filePicturesTooLarge");
        }
    }

    static void requireEnd(ByteBuffer bytes) throws Harmful {
        if (bytes.hasRemaining()) {
            throw new Harmful("fileNotWhatItSays");
        }
    }
}
