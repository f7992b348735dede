package org.accord.documents;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** A ZIP file written field by field, so that any field can lie. */
final class HostileZip {

    private static final int DATE = 44 << 9 | 1 << 5 | 1;
    private static final int UNIX = 3;
    private static final int VERSION = 20;

    private final List<HostileEntry> entries = new ArrayList<>();
    private final List<HostileEntry> hidden = new ArrayList<>();
    private final List<Overlap> overlaps = new ArrayList<>();
    private final Map<String, String> texts = new HashMap<>();
    private byte[] comment = new byte[0];
    private byte[] preamble = new byte[0];

    static HostileZip of(byte[] soundZip) {
        HostileZip zip = new HostileZip();
        try (ZipInputStream input = new ZipInputStream(new ByteArrayInputStream(soundZip))) {
            for (ZipEntry entry = input.getNextEntry(); entry != null; entry = input.getNextEntry()) {
                byte[] content = input.readAllBytes();
                zip.texts.put(entry.getName(), new String(content, UTF_8));
                zip.add(
                        entry.getMethod() == ZipEntry.STORED
                                ? HostileEntry.stored(entry.getName(), content)
                                : HostileEntry.deflated(entry.getName(), content));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return zip;
    }

    static HostileZip of(String extension) {
        return of(HostileFile.sound(extension));
    }

    /** Appends an entry, even under a name that is taken. */
    HostileZip add(HostileEntry entry) {
        entries.add(entry);
        return this;
    }

    HostileZip addFirst(HostileEntry entry) {
        entries.add(0, entry);
        return this;
    }

    HostileZip put(String name, byte[] content) {
        return put(HostileEntry.deflated(name, content));
    }

    HostileZip put(String name, String content) {
        return put(name, content.getBytes(UTF_8));
    }

    /** Replaces the entry of that name where it stands, or appends one. */
    HostileZip put(HostileEntry entry) {
        int index = index(entry.name());
        if (index < 0) {
            entries.add(entry);
        } else {
            entries.set(index, entry);
        }
        return this;
    }

    HostileZip remove(String name) {
        entries.remove(index(name));
        return this;
    }

    HostileZip change(String name, UnaryOperator<HostileEntry> change) {
        entries.set(index(name), change.apply(entries.get(index(name))));
        return this;
    }

    /** Writes an entry that the central directory does not list. */
    HostileZip hide(HostileEntry entry) {
        entries.add(entry);
        hidden.add(entry);
        return this;
    }

    /** Lists a second name for the data of an entry. */
    HostileZip alias(String name, String target) {
        HostileEntry entry = entries.get(index(target));
        return overlap(target, 0, entry.withName(name));
    }

    /** Lists an entry whose local header lies that many bytes after the start of another one's. */
    HostileZip overlap(String target, int shift, HostileEntry entry) {
        overlaps.add(new Overlap(target, shift, entry));
        return this;
    }

    /** What the sound file had under that name. */
    String text(String name) {
        return texts.get(name);
    }

    HostileZip comment(byte[] text) {
        comment = text.clone();
        return this;
    }

    /** Puts bytes before the first entry, with all offsets right. */
    HostileZip preamble(byte[] bytes) {
        preamble = bytes.clone();
        return this;
    }

    byte[] toBytes() {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        ByteArrayOutputStream directory = new ByteArrayOutputStream();
        zip.writeBytes(preamble);
        int records = 0;
        for (HostileEntry entry : entries) {
            int offset = zip.size();
            zip.writeBytes(local(entry));
            zip.writeBytes(entry.data());
            if (!hidden.contains(entry)) {
                directory.writeBytes(central(entry, offset));
                records++;
            }
            for (Overlap overlap : overlapsOf(entry)) {
                directory.writeBytes(central(overlap.entry(), offset + overlap.shift()));
                records++;
            }
        }
        int start = zip.size();
        zip.writeBytes(directory.toByteArray());
        zip.writeBytes(end(records, directory.size(), start));
        return zip.toByteArray();
    }

    static byte[] local(HostileEntry entry) {
        byte[] name = entry.localName().getBytes(UTF_8);
        ByteBuffer header = littleEndian(30 + name.length).putInt(0x04034b50);
        common(header, entry, name);
        return header.put(name).array();
    }

    private static byte[] central(HostileEntry entry, int offset) {
        byte[] name = entry.name().getBytes(UTF_8);
        ByteBuffer header = littleEndian(46 + name.length).putInt(0x02014b50);
        header.putShort((short) (entry.unixMode() == 0 ? VERSION : UNIX << 8 | VERSION));
        common(header, entry, name);
        header.putShort((short) 0).putShort((short) 0).putShort((short) 0);
        header.putInt(entry.unixMode() << 16).putInt(offset);
        return header.put(name).array();
    }

    private byte[] end(int records, int length, int start) {
        ByteBuffer end = littleEndian(22 + comment.length).putInt(0x06054b50).putInt(0);
        end.putShort((short) records).putShort((short) records).putInt(length).putInt(start);
        return end.putShort((short) comment.length).put(comment).array();
    }

    private static void common(ByteBuffer header, HostileEntry entry, byte[] name) {
        header.putShort((short) VERSION).putShort((short) entry.flags()).putShort((short) entry.method());
        header.putShort((short) 0).putShort((short) DATE);
        header.putInt((int) entry.crc()).putInt(entry.data().length).putInt((int) entry.size());
        header.putShort((short) name.length).putShort((short) 0);
    }

    private List<Overlap> overlapsOf(HostileEntry entry) {
        return overlaps.stream()
                .filter(overlap -> overlap.target().equals(entry.name()))
                .toList();
    }

    private int index(String name) {
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    private static ByteBuffer littleEndian(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private record Overlap(String target, int shift, HostileEntry entry) {}
}
