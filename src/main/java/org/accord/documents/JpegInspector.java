package org.accord.documents;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/** A JPEG picture, segment by segment: a frame, a scan, nothing after the end, no more pixels than a page needs. */
final class JpegInspector {

    private static final int BYTE = 0xFF;
    private static final int START_OF_IMAGE = 0xFFD8;
    private static final int END_OF_IMAGE = 0xD9;
    private static final int START_OF_SCAN = 0xDA;
    private static final int FIRST_FRAME = 0xC0;
    private static final int LAST_FRAME = 0xCF;
    private static final int HUFFMAN_TABLES = 0xC4;
    private static final int EXTENSIONS = 0xC8;
    private static final int ARITHMETIC_TABLES = 0xCC;
    private static final int FIRST_RESTART = 0xD0;
    private static final int LAST_RESTART = 0xD7;

    private JpegInspector() {}

    static void inspect(ByteBuffer bytes) throws Harmful {
        try {
            if ((bytes.getShort() & 0xFFFF) != START_OF_IMAGE) {
                throw new Harmful("fileNotWhatItSays");
            }
            boolean framed = false;
            boolean scanned = false;
            int marker = marker(bytes);
            while (marker != END_OF_IMAGE) {
                framed |= segment(bytes, marker);
                scanned |= marker == START_OF_SCAN;
                marker = marker == START_OF_SCAN ? markerAfterScan(bytes) : marker(bytes);
            }
            if (!framed || !scanned) {
                throw new Harmful("fileDamaged");
            }
            PngInspector.requireEnd(bytes);
        } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new Harmful("fileDamaged");
        }
    }

    private static int marker(ByteBuffer bytes) throws Harmful {
        if ((bytes.get() & BYTE) != BYTE) {
            throw new Harmful("fileDamaged");
        }
        int marker = bytes.get() & BYTE;
        while (marker == BYTE) {
            marker = bytes.get() & BYTE;
        }
        return marker;
    }

    /** Skips a segment; answers whether it declared the size of the picture. */
    private static boolean segment(ByteBuffer bytes, int marker) throws Harmful {
        int length = bytes.getShort() & 0xFFFF;
        boolean other = marker == HUFFMAN_TABLES || marker == EXTENSIONS || marker == ARITHMETIC_TABLES;
        boolean frame = marker >= FIRST_FRAME && marker <= LAST_FRAME && !other;
        if (length < Short.BYTES || length - Short.BYTES > bytes.remaining()) {
            throw new Harmful("fileDamaged");
        }
        if (frame) {
            int at = bytes.position() + 1;
            PngInspector.requirePixels(bytes.getShort(at + Short.BYTES) & 0xFFFF, bytes.getShort(at) & 0xFFFF);
        }
        bytes.position(bytes.position() + length - Short.BYTES);
        return frame;
    }

    /** Passes over the coded picture to the marker that follows it. */
    private static int markerAfterScan(ByteBuffer bytes) {
        while (true) {
            if ((bytes.get() & BYTE) == BYTE) {
                int next = bytes.get() & BYTE;
                while (next == BYTE) {
                    next = bytes.get() & BYTE;
                }
                if (next != 0 && (next < FIRST_RESTART || next > LAST_RESTART)) {
                    return next;
                }
            }
        }
    }
}
