package org.accord.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Set;

/** Random passwords of 128 bits, in hexadecimal digits, and the one file that keeps the server's. */
final class Password {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Password() {}

    static String random() {
        byte[] bits = new byte[16];
        RANDOM.nextBytes(bits);
        return HexFormat.of().formatHex(bits);
    }

    /** Writes a new password to a file that only its owner may read, replacing an earlier one. */
    static void writeNew(Path file) throws IOException {
        Files.deleteIfExists(file);
        Set<StandardOpenOption> fresh = EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(file, fresh, ownerOnly("rw-------"))) {
            channel.write(ByteBuffer.wrap(random().getBytes(StandardCharsets.US_ASCII)));
            channel.force(true);
        }
    }

    static FileAttribute<?>[] ownerOnly(String permissions) {
        if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            return new FileAttribute<?>[0];
        }
        Set<PosixFilePermission> allowed = PosixFilePermissions.fromString(permissions);
        return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(allowed)};
    }
}
