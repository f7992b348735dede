package org.accord.documents;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * PDF: begins and ends as one, holds nothing that acts, and unpacks to no more than it may. Read byte by byte; the names that
 * matter are looked for outside of streams and inside of those that hold objects, written out or in hexadecimal.
 */
final class PdfInspector {

    private static final int TAIL = 1024;
    private static final int BUFFER = 16 * 1024;
    private static final byte[] STREAM = "stream".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END_OF_STREAM = "endstream".getBytes(StandardCharsets.US_ASCII);

    private final ByteBuffer bytes;
    private final PdfNames names = new PdfNames();
    private final byte[] unpacked = new byte[BUFFER];
    private long total;

    private PdfInspector(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    static void inspect(ByteBuffer bytes) throws Harmful {
        requireEnds(bytes);
        new PdfInspector(bytes).read();
    }

    private static void requireEnds(ByteBuffer bytes) throws Harmful {
        byte[] head = new byte[Math.min(7, bytes.limit())];
        bytes.get(0, head);
        if (!new String(head, StandardCharsets.ISO_8859_1).matches("%PDF-[12]\\.")) {
            throw new Harmful("fileNotWhatItSays");
        }
        byte[] tail = new byte[Math.min(TAIL, bytes.limit())];
        bytes.get(bytes.limit() - tail.length, tail);
        String end = new String(tail, StandardCharsets.ISO_8859_1);
        int last = end.lastIndexOf("%%EOF");
        if (last < 0 || !end.contains("startxref")) {
            throw new Harmful("fileDamaged");
        }
        if (!end.substring(last + "%%EOF".length()).isBlank()) {
            throw new Harmful("fileNotWhatItSays");
        }
    }

    private void read() throws Harmful {
        int position = 0;
        while (position < bytes.limit()) {
            if (isAt(position, STREAM) && names.isAfterDictionary()) {
                position = stream(position + STREAM.length);
                names.begin();
            } else {
                names.read(bytes.get(position));
                position++;
            }
        }
        names.end();
    }

    private boolean isAt(int position, byte[] word) {
        if (position + word.length > bytes.limit()) {
            return false;
        }
        for (int i = 0; i < word.length; i++) {
            if (bytes.get(position + i) != word[i]) {
                return false;
            }
        }
        return true;
    }

    /** Unpacks the stream that begins after this position, and answers where it ends. */
    private int stream(int after) throws Harmful {
        int begin = after;
        while (begin < bytes.limit() && (bytes.get(begin) == '\r' || bytes.get(begin) == '\n')) {
            begin++;
        }
        names.requireReadable();
        boolean objects = names.isObjectStream();
        int end = begin;
        while (end < bytes.limit() && !isAt(end, END_OF_STREAM)) {
            end++;
        }
        if (end == bytes.limit()) {
            throw new Harmful("fileDamaged");
        }
        unpack(bytes.slice(begin, end - begin), objects);
        return end + END_OF_STREAM.length;
    }

    private void unpack(ByteBuffer packed, boolean objects) throws Harmful {
        Inflater inflater = new Inflater();
        PdfNames inside = new PdfNames();
        try {
            inflater.setInput(packed);
            int count = inflater.inflate(unpacked);
            while (count > 0) {
                total += count;
                if (total > PackageInspector.MOST_UNPACKED) {
                    throw new Harmful("fileUnpacksTooLarge");
                }
                for (int i = 0; objects && i < count; i++) {
                    inside.read(unpacked[i]);
                }
                count = inflater.inflate(unpacked);
            }
            inside.end();
        } catch (DataFormatException e) {
            if (objects) {
                throw new Harmful("fileDamaged");
            }
        } finally {
            inflater.end();
        }
    }
}
