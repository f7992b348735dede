package org.accord.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.util.UUID;
import java.util.stream.Stream;
import org.accord.core.Digest;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/** Where files lie: outside the web root, each under its SHA-256, which is looked at again whenever one is handed out. */
@Component
class FileVault implements InitializingBean {

    private static final String INCOMING = "incoming";
    private static final int PREFIX = 2;
    private static final int BUFFER = 16 * 1024;

    private final Path folder;

    FileVault(DocumentsProperties properties) {
        this.folder = properties.folder();
    }

    /** Files that were on their way in when Accord was stopped belong to nothing. */
    @Override
    public void afterPropertiesSet() throws IOException {
        Path incoming = Files.createDirectories(folder.resolve(INCOMING));
        try (Stream<Path> left = Files.list(incoming)) {
            for (Path file : left.toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** A file on its way in; deleted when closed, if it was not kept. */
    record Incoming(Path path, Digest digest, long size) implements AutoCloseable {

        @Override
        public void close() {
            try {
                Files.deleteIfExists(path);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Writes what comes in beside the others, and stops one byte after the most that is taken. */
    Incoming receive(InputStream in) throws IOException {
        Path incoming = Files.createDirectories(folder.resolve(INCOMING));
        Path file = incoming.resolve(UUID.randomUUID().toString());
        boolean whole = false;
        try (DigestInputStream digested = new DigestInputStream(in, Digest.sha256())) {
            long size = copy(digested, file);
            whole = true;
            return new Incoming(file, Digest.of(digested.getMessageDigest()), size);
        } finally {
            if (!whole) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static long copy(InputStream in, Path file) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long size = 0;
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int count = in.read(buffer); count >= 0 && size <= FileInspector.LARGEST; count = in.read(buffer)) {
                out.write(buffer, 0, count);
                size += count;
            }
        }
        return size;
    }

    /** Puts it in its place, unless it is there and is what it was. */
    void keep(Incoming incoming) throws IOException {
        Path target = place(incoming.digest());
        if (Files.notExists(target) || !isSound(incoming.digest())) {
            Files.createDirectories(target.getParent());
            Files.move(incoming.path(), target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /**
     * The file, after its digest has been computed again.
     *
     * @throws IOException if it is gone or is not what it was
     */
    Path open(Digest digest) throws IOException {
        Path file = place(digest);
        try (DigestInputStream in = new DigestInputStream(Files.newInputStream(file), Digest.sha256())) {
            in.transferTo(OutputStream.nullOutputStream());
            if (!Digest.of(in.getMessageDigest()).equals(digest)) {
                throw new IOException("the file kept as " + digest + " is not what it was");
            }
        }
        return file;
    }

    private boolean isSound(Digest digest) {
        try {
            open(digest);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    void delete(Digest digest) throws IOException {
        Files.deleteIfExists(place(digest));
    }

    Path place(Digest digest) {
        return folder.resolve(digest.hex().substring(0, PREFIX)).resolve(digest.hex());
    }
}
