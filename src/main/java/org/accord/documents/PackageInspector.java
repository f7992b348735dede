package org.accord.documents;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Office documents, which are ZIP archives: whole, with nothing before, between or after the entries, of bounded size when
 * unpacked, without macros, objects, links to elsewhere, or XML that defines entities.
 */
final class PackageInspector {

    static final long MOST_UNPACKED = 100L * 1024 * 1024;
    private static final int MOST_ENTRIES = 1000;
    private static final int HIGHEST_RATIO = 100;
    private static final long FREE_OF_RATIO = 1024 * 1024;
    private static final int BUFFER = 16 * 1024;

    private final long packedSize;
    private final PackageParts parts;
    private final byte[] buffer = new byte[BUFFER];
    private long unpacked;

    private PackageInspector(long packedSize, PackageParts parts) {
        this.packedSize = packedSize;
        this.parts = parts;
    }

    static void inspect(Path file, FileType named) throws IOException {
        try (ZipFile zip = ZipFile.builder().setPath(file).get()) {
            List<ZipArchiveEntry> entries = Collections.list(zip.getEntriesInPhysicalOrder());
            long size = Files.size(file);
            requireEntries(entries);
            ZipFrame.require(file, entries);
            PackageInspector inspector = new PackageInspector(size, new PackageParts(named));
            for (ZipArchiveEntry entry : entries) {
                inspector.read(zip, entry);
            }
            inspector.parts.requireType();
        }
    }

    private static void requireEntries(List<ZipArchiveEntry> entries) throws Harmful {
        if (entries.isEmpty()) {
            throw new Harmful("fileNotWhatItSays");
        }
        if (entries.size() > MOST_ENTRIES) {
            throw new Harmful("fileUnpacksTooLarge");
        }
        Set<String> names = new HashSet<>();
        for (ZipArchiveEntry entry : entries) {
            requirePlain(entry);
            if (!names.add(entry.getName().toLowerCase(Locale.ROOT))) {
                throw new Harmful("fileDamaged");
            }
        }
    }

    private static void requirePlain(ZipArchiveEntry entry) throws Harmful {
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            throw new Harmful("fileEncrypted");
        }
        String name = entry.getName();
        boolean path = name.startsWith("/")
                || name.contains("\\")
                || name.contains(":")
                || name.indexOf('\0') >= 0
                || List.of(name.split("/")).contains("..");
        boolean method = entry.getMethod() == ZipEntry.STORED || entry.getMethod() == ZipEntry.DEFLATED;
        if (path || entry.isUnixSymlink() || !method || entry.getSize() < 0 || entry.getCompressedSize() < 0) {
            throw new Harmful("fileDamaged");
        }
    }

    private void read(ZipFile zip, ZipArchiveEntry entry) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        CRC32 sum = new CRC32();
        long size = 0;
        try (InputStream in = zip.getInputStream(entry)) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                size += count;
                count(count);
                sum.update(buffer, 0, count);
                head.write(buffer, 0, Math.min(count, PackageParts.HEAD - Math.min(head.size(), PackageParts.HEAD)));
            }
        }
        if (size != entry.getSize() || sum.getValue() != entry.getCrc()) {
            throw new Harmful("fileDamaged");
        }
        parts.part(entry.getName(), head.toByteArray(), size, entry.getMethod() == ZipEntry.STORED);
        if (parts.isOdfText(entry.getName())) {
            try (InputStream in = zip.getInputStream(entry)) {
                XmlProlog.requireNoScripts(in);
            }
        }
        if (parts.isEmbedded(entry.getName())) {
            try (InputStream in = zip.getInputStream(entry)) {
                EmbeddedPackage.inspect(in, this::count);
            }
        }
    }

    private void count(int bytes) throws Harmful {
        unpacked += bytes;
        boolean swollen = unpacked > FREE_OF_RATIO && unpacked / HIGHEST_RATIO > packedSize;
        if (unpacked > MOST_UNPACKED || swollen) {
            throw new Harmful("fileUnpacksTooLarge");
        }
    }

    /** Told how many bytes came out of an archive. */
    interface Counter {
        void count(int bytes) throws Harmful;
    }
}
