package org.accord.documents;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/**
 * The frame of a ZIP archive: its entries stand one after the other from the first byte on, each under the same plain name as
 * in the directory, the directory follows, and the file ends with it.
 */
final class ZipFrame {

    private static final int LOCAL_HEADER = 0x04034B50;
    private static final int DESCRIPTOR = 0x08074B50;
    private static final int DIRECTORY_HEADER = 0x02014B50;
    private static final int END = 0x06054B50;
    private static final int LOCAL_LENGTH = 30;
    private static final int END_LENGTH = 22;
    private static final int NAME_LENGTH_AT = 26;
    private static final int EXTRA_LENGTH_AT = 28;
    private static final int FLAGS_AT = 6;
    private static final int WITH_DESCRIPTOR = 8;
    private static final int SHORT_DESCRIPTOR = 12;
    private static final int DIRECTORY_SIZE_AT = 12;
    private static final int DIRECTORY_AT = 16;
    private static final int COMMENT_AT = 20;

    private final FileChannel channel;

    private ZipFrame(FileChannel channel) {
        this.channel = channel;
    }

    /** @param entries in the order in which they stand in the file */
    static void require(Path file, List<ZipArchiveEntry> entries) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            ZipFrame frame = new ZipFrame(channel);
            long position = 0;
            for (ZipArchiveEntry entry : entries) {
                position = frame.entry(entry, position);
            }
            frame.end(position);
        }
    }

    private long entry(ZipArchiveEntry entry, long position) throws IOException {
        ByteBuffer header = read(position, LOCAL_LENGTH);
        if (header.getInt(0) != LOCAL_HEADER) {
            throw new Harmful(position == 0 ? "fileNotWhatItSays" : "fileDamaged");
        }
        int nameLength = header.getShort(NAME_LENGTH_AT) & 0xFFFF;
        int extraLength = header.getShort(EXTRA_LENGTH_AT) & 0xFFFF;
        byte[] name = new byte[nameLength];
        read(position + LOCAL_LENGTH, nameLength).get(name);
        requirePlain(name, entry.getRawName());
        long data = position + LOCAL_LENGTH + nameLength + extraLength;
        if (data != entry.getDataOffset()) {
            throw new Harmful("fileDamaged");
        }
        long end = data + entry.getCompressedSize();
        return (header.getShort(FLAGS_AT) & WITH_DESCRIPTOR) == 0 ? end : afterDescriptor(end);
    }

    private static void requirePlain(byte[] local, byte[] listed) throws Harmful {
        boolean plain = Arrays.equals(local, listed);
        for (byte letter : local) {
            plain &= letter < 0 || letter >= ' ' && letter != '\\' && letter != ':' && letter != 0x7F;
        }
        if (!plain) {
            throw new Harmful("fileDamaged");
        }
    }

    /** A descriptor may begin with a mark of its own, and may have sizes of eight bytes. */
    private long afterDescriptor(long position) throws IOException {
        int mark = read(position, Integer.BYTES).getInt(0) == DESCRIPTOR ? Integer.BYTES : 0;
        for (int length : new int[] {SHORT_DESCRIPTOR, SHORT_DESCRIPTOR + 2 * Integer.BYTES}) {
            int next = read(position + mark + length, Integer.BYTES).getInt(0);
            if (next == LOCAL_HEADER || next == DIRECTORY_HEADER) {
                return position + mark + length;
            }
        }
        throw new Harmful("fileDamaged");
    }

    private void end(long directory) throws IOException {
        long at = channel.size() - END_LENGTH;
        ByteBuffer end = read(at, END_LENGTH);
        boolean plain = end.getInt(0) == END && end.getShort(COMMENT_AT) == 0;
        boolean inPlace = end.getInt(DIRECTORY_AT) == directory && directory + end.getInt(DIRECTORY_SIZE_AT) == at;
        if (!plain || !inPlace) {
            throw new Harmful("fileNotWhatItSays");
        }
    }

    private ByteBuffer read(long position, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        if (position < 0 || position + length > channel.size()) {
            throw new Harmful("fileDamaged");
        }
        while (bytes.hasRemaining()) {
            channel.read(bytes, position + bytes.position());
        }
        return bytes.flip();
    }
}
