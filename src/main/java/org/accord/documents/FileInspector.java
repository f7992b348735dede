package org.accord.documents;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.tika.Tika;
import org.springframework.stereotype.Component;

/**
 * Says what a file is by its content, and refuses what it must not be. Name, first bytes and inner structure have to agree;
 * nothing is ever unpacked to disk, and no more than the file itself is held in memory.
 */
@Component
class FileInspector {

    static final long LARGEST = 10L * 1024 * 1024;
    private static final int PREFIX = 64 * 1024;

    private final Tika tika = new Tika();

    /**
     * The type of the file.
     *
     * @throws Harmful {@code fileEmpty}, {@code fileTooLarge}, {@code fileName}, {@code fileTypeNotTaken},
     *     {@code fileNotWhatItSays}, {@code fileDamaged}, {@code fileUnpacksTooLarge}, {@code fileActive},
     *     {@code fileEncrypted}, {@code fileNested}, {@code filePicturesTooLarge}
     */
    FileType inspect(Path file, String name) throws Harmful {
        FileType named = FileName.check(name);
        try {
            long size = Files.size(file);
            if (size == 0) {
                throw new Harmful("fileEmpty");
            }
            if (size > LARGEST) {
                throw new Harmful("fileTooLarge");
            }
            requireFirstBytes(file, named);
            switch (named) {
                case PDF -> PdfInspector.inspect(bytes(file));
                case PNG -> PngInspector.inspect(bytes(file));
                case JPEG -> JpegInspector.inspect(bytes(file));
                default -> PackageInspector.inspect(file, named);
            }
            return named;
        } catch (Harmful e) {
            throw e;
        } catch (IOException e) {
            throw new Harmful("fileDamaged");
        }
    }

    private static ByteBuffer bytes(Path file) throws IOException {
        return ByteBuffer.wrap(Files.readAllBytes(file)).asReadOnlyBuffer();
    }

    private void requireFirstBytes(Path file, FileType named) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            String found = tika.detect(in.readNBytes(PREFIX));
            String wanted = named.isPackage() ? "application/zip" : named.mediaType();
            boolean agrees = named.isPackage()
                    ? found.equals(wanted)
                            || found.equals(named.mediaType())
                            || found.equals("application/x-tika-ooxml")
                    : found.equals(wanted);
            if (!agrees) {
                throw new Harmful("fileNotWhatItSays");
            }
        }
    }
}
