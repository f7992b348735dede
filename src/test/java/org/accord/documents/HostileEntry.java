package org.accord.documents;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.Adler32;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** One ZIP entry as it is written, whether its fields are true or not; {@code data} is what is stored. */
record HostileEntry(
        String name, String localName, int method, int flags, int unixMode, long crc, long size, byte[] data) {

    static final int STORED = 0;
    static final int DEFLATED = 8;

    private static final int MEGABYTE = 1024 * 1024;

    static HostileEntry stored(String name, byte[] content) {
        return new HostileEntry(name, name, STORED, 0, 0, crc(content), content.length, content);
    }

    static HostileEntry deflated(String name, byte[] content) {
        byte[] data = deflate(content, true, Deflater.NO_FLUSH);
        return new HostileEntry(name, name, DEFLATED, 0, 0, crc(content), content.length, data);
    }

    /** An entry that inflates to that many megabytes of spaces. */
    static HostileEntry bomb(String name, int megabytes) {
        byte[] block = blanks();
        CRC32 crc = new CRC32();
        for (int i = 0; i < megabytes; i++) {
            crc.update(block);
        }
        long size = (long) megabytes * MEGABYTE;
        return new HostileEntry(name, name, DEFLATED, 0, 0, crc.getValue(), size, deflatedBlanks(megabytes));
    }

    /** Raw DEFLATE data for that many megabytes of spaces: one compressed block, repeated. */
    static byte[] deflatedBlanks(int megabytes) {
        byte[] block = deflate(blanks(), true, Deflater.FULL_FLUSH);
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        for (int i = 0; i < megabytes; i++) {
            data.writeBytes(block);
        }
        data.writeBytes(deflate(new byte[0], true, Deflater.NO_FLUSH));
        return data.toByteArray();
    }

    /** The same as a zlib stream, as PDF and PNG hold it. */
    static byte[] zlibBlanks(int megabytes) {
        Adler32 checksum = new Adler32();
        for (int i = 0; i < megabytes; i++) {
            checksum.update(blanks());
        }
        byte[] end = ByteBuffer.allocate(4).putInt((int) checksum.getValue()).array();
        return HostileFile.join(new byte[] {0x78, (byte) 0xda}, deflatedBlanks(megabytes), end);
    }

    /** Compresses to the end of the stream, or with {@code FULL_FLUSH} to a block that another may follow. */
    static byte[] deflate(byte[] content, boolean raw, int flush) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, raw);
        deflater.setInput(content);
        if (flush == Deflater.NO_FLUSH) {
            deflater.finish();
        }
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        int length = deflater.deflate(buffer, 0, buffer.length, flush);
        while (length > 0) {
            data.write(buffer, 0, length);
            length = deflater.deflate(buffer, 0, buffer.length, flush);
        }
        deflater.end();
        return data.toByteArray();
    }

    static byte[] blanks() {
        byte[] block = new byte[MEGABYTE];
        Arrays.fill(block, (byte) ' ');
        return block;
    }

    static long crc(byte[] content) {
        CRC32 crc = new CRC32();
        crc.update(content);
        return crc.getValue();
    }

    HostileEntry withName(String other) {
        return new HostileEntry(other, localName, method, flags, unixMode, crc, size, data);
    }

    HostileEntry withData(byte[] other) {
        return new HostileEntry(name, localName, method, flags, unixMode, crc, size, other);
    }

    HostileEntry withLocalName(String other) {
        return new HostileEntry(name, other, method, flags, unixMode, crc, size, data);
    }

    HostileEntry withMethod(int other) {
        return new HostileEntry(name, localName, other, flags, unixMode, crc, size, data);
    }

    HostileEntry withFlags(int other) {
        return new HostileEntry(name, localName, method, other, unixMode, crc, size, data);
    }

    HostileEntry withUnixMode(int other) {
        return new HostileEntry(name, localName, method, flags, other, crc, size, data);
    }

    HostileEntry withCrc(long other) {
        return new HostileEntry(name, localName, method, flags, unixMode, other, size, data);
    }

    HostileEntry withSize(long other) {
        return new HostileEntry(name, localName, method, flags, unixMode, crc, other, data);
    }
}
