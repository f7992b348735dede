package org.accord.documents;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;

/** The one office document that another may hold, such as the figures of a chart; it holds none itself. */
final class EmbeddedPackage {

    private static final int BUFFER = 16 * 1024;
    private static final int MOST_ENTRIES = 200;

    private EmbeddedPackage() {}

    static void inspect(InputStream in, PackageInspector.Counter counter) throws IOException {
        ZipArchiveInputStream zip = new ZipArchiveInputStream(in);
        byte[] buffer = new byte[BUFFER];
        int entries = 0;
        boolean office = false;
        for (ZipArchiveEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            entries++;
            office |= entry.getName().equals("[Content_Types].xml");
            if (entries > MOST_ENTRIES) {
                throw new Harmful("fileUnpacksTooLarge");
            }
            if (!zip.canReadEntryData(entry)) {
                throw new Harmful("fileEncrypted");
            }
            if (PackageParts.isActive(entry.getName().toLowerCase(Locale.ROOT))) {
                throw new Harmful("fileActive");
            }
            int count = zip.read(buffer);
            requirePlain(entry.getName(), buffer, Math.max(count, 0));
            for (; count >= 0; count = zip.read(buffer)) {
                counter.count(count);
            }
        }
        if (!office) {
            throw new Harmful("fileNested");
        }
    }

    private static void requirePlain(String name, byte[] head, int length) throws Harmful {
        if (PackageParts.isArchive(head, length)) {
            throw new Harmful("fileNested");
        }
        if (PackageParts.isXml(name)) {
            XmlProlog.requireNoDoctype(head, length);
        }
    }
}
